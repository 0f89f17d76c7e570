import type { Cell, Row } from '@tallgrunn/tabular';
import type { RegisterField } from './register-fields.ts';
import { textOf, type SourceRow } from './source-row.ts';

/** What a row says of one supplier or contact; the rest is said of the agreement or lot, and holds for the rows below it too. */
const ofSupplier: ReadonlySet<RegisterField> = new Set([
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

/** Gives the cells of vertically merged ranges, such as "A4:A7", the value of the topmost one. Rows above `after` are headings. */
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

/** The first column and the rows of a range; a range of one row is a banner over columns and fills nothing. */
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

/** Rows that name a supplier and no agreement, below a row that names one: they go on with what stands above. */
export function continuedRows(rows: readonly SourceRow[]): SourceRow[] {
  const first = rows.findIndex(namesAgreement);
  return first < 0 ? [] : rows.slice(first).filter((row) => !namesAgreement(row) && textOf(row, 'supplierName') !== '');
}

/** Gives continued rows what the nearest row above says of the agreement and lot, where they say nothing themselves. */
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
    ([field]) => !ofSupplier.has(field as RegisterField) && textOf(row, field as RegisterField) === '',
  );
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(inherited) } };
}

const namesAgreement = (row: SourceRow): boolean => textOf(row, 'caseNumber') !== '' || textOf(row, 'title') !== '';
