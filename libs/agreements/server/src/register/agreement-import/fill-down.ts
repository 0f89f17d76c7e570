import type { Cell, Row } from '@tallgrunn/tabular';
import type { RegisterField } from './register-fields.ts';
import { textOf, type SourceRow } from './source-row.ts';

/** Fields of one supplier or contact. All others belong to the agreement or lot and also apply to the rows below. */
const supplierFields: ReadonlySet<RegisterField> = new Set([
  'supplierName',
  'supplierNumber',
  'rank',
  'share',
  'supplierFrom',
  'supplierUntil',
  'clauseStatus',
  'supplierContact',
  'supplierEmail',
]);

/**
 * Fills the cells of vertically merged ranges, such as "A4:A7", with the topmost value. Rows up to `after` are
 * headings.
 */
export function fillMerged(rows: readonly Row[], merged: readonly string[], after: number): Row[] {
  const ranges = merged.flatMap((range) => rangeOf(range, after) ?? []);
  if (ranges.length === 0) return [...rows];
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const filled = new Map<number, Cell[]>();
  for (const { column, top, bottom } of ranges) {
    const value = byNumber.get(top)?.cells[column];
    if (!value || value.kind === 'empty') continue;
    for (let at = top + 1; at <= bottom; at += 1) {
      const row = byNumber.get(at);
      if (!row) continue;
      const cells = filled.get(at) ?? [...row.cells];
      while (cells.length <= column) cells.push({ kind: 'empty', text: '' });
      if (cells[column]?.kind === 'empty') cells[column] = value;
      filled.set(at, cells);
    }
  }
  return rows.map((row) => ({ ...row, cells: filled.get(row.row) ?? row.cells }));
}

/** Returns the first column and the rows of a range; null for a range of one row, which is a banner over columns. */
function rangeOf(range: string, after: number): { column: number; top: number; bottom: number } | null {
  const [, letters = '', top = '', bottom = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
  if (letters === '' || Number(bottom) <= Number(top) || Number(top) <= after) return null;
  return { column: columnOf(letters), top: Number(top), bottom: Number(bottom) };
}

const columnOf = (letters: string): number => {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
};

/** Returns the rows that name a supplier but no agreement, below a row that does: they continue the agreement above. */
export function continuedRows(rows: readonly SourceRow[]): SourceRow[] {
  const first = rows.findIndex(namesAgreement);
  return first < 0 ? [] : rows.slice(first).filter((row) => !namesAgreement(row) && textOf(row, 'supplierName') !== '');
}

/** Fills empty cells of continued rows with the agreement and lot fields of the nearest row above. */
export function fillContinued(rows: readonly SourceRow[], continued: ReadonlySet<number>): SourceRow[] {
  let above: SourceRow | null = null;
  return rows.map((row) => {
    const filled: SourceRow = above !== null && continued.has(row.row) ? inherit(row, above) : row;
    if (namesAgreement(filled)) above = filled;
    return filled;
  });
}

function inherit(row: SourceRow, above: SourceRow): SourceRow {
  const inherited = Object.entries(above.cells).filter(
    ([field]) => !supplierFields.has(field as RegisterField) && textOf(row, field as RegisterField) === '',
  );
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(inherited) } };
}

const namesAgreement = (row: SourceRow): boolean => textOf(row, 'caseNumber') !== '' || textOf(row, 'title') !== '';
