import type { ColumnMapping, Finding } from '@tallgrunn/checks';
import type { TableFile } from '@tallgrunn/tabular';

/** Maximum number of rows shown for correction. */
export const gridRowsMax = 300;

export interface GridMark {
  /** index in the row; null for the whole row */
  readonly column: number | null;
  readonly finding: Finding;
}

/** A row of the file with findings. */
export interface GridRow {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly string[];
  readonly marks: readonly GridMark[];
}

export interface GridColumn {
  readonly column: number;
  readonly heading: string;
}

export interface GridSheet {
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

export interface GridRows {
  readonly sheets: readonly GridSheet[];
  /** rows with findings beyond those shown */
  readonly more: number;
}

export const rowKey = (sheet: string, row: number): string => `${row} ${sheet}`;

function columnOf(cell: string | null): number | null {
  const letters = /^[A-Z]+/.exec(cell ?? '')?.[0];
  return letters === undefined
    ? null
    : [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * Returns the rows with findings, quarantined rows first, up to the limit. Rows in `keep` are included even without
 * findings.
 */
function rowsWithFindings(
  findings: readonly Finding[],
  keep: readonly string[],
): { readonly marks: ReadonlyMap<string, GridMark[]>; readonly more: number } {
  const marks = new Map<string, GridMark[]>(keep.slice(0, gridRowsMax).map((key) => [key, []]));
  const beyond = new Set<string>();
  for (const severity of ['blocksRow', 'confirm'] as const) {
    for (const finding of findings) {
      const { place } = finding;
      if (finding.severity !== severity || !place?.row) continue;
      const key = rowKey(place.sheet ?? '', place.row);
      const own = marks.get(key);
      if (own) own.push({ column: columnOf(place.cell), finding });
      else if (marks.size < gridRowsMax) marks.set(key, [{ column: columnOf(place.cell), finding }]);
      else beyond.add(key);
    }
  }
  return { marks, more: beyond.size };
}

function columnsOf({ columns, headings = {} }: ColumnMapping): GridColumn[] {
  const named = Object.entries(columns).map(([field, column]) => ({ column, heading: headings[field] ?? field }));
  return named.filter(({ column }) => column >= 0).sort((a, b) => a.column - b.column);
}

/** Reads the rows with findings from the file. */
export async function gridRows(
  table: TableFile,
  findings: readonly Finding[],
  mappings: readonly ColumnMapping[],
  keep: readonly string[],
): Promise<GridRows> {
  const { marks, more } = rowsWithFindings(findings, keep);
  const rows = new Map<string, GridRow[]>();
  let left = marks.size;
  for await (const batch of table.batches()) {
    for (const { sheet, row, cells } of batch) {
      const own = marks.get(rowKey(sheet, row));
      if (!own) continue;
      rows.set(sheet, [
        ...(rows.get(sheet) ?? []),
        {
          sheet,
          row,
          cells: cells.map(({ shown, text, formula }) => (formula === undefined ? (shown ?? text) : text)),
          marks: own,
        },
      ]);
      left -= 1;
    }
    if (left <= 0) break;
  }
  const sheets = mappings.flatMap((mapping) => {
    const own = rows.get(mapping.sheet);
    return own ? [{ name: mapping.sheet, columns: columnsOf(mapping), rows: own }] : [];
  });
  return { sheets, more };
}
