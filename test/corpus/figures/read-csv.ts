import { micro } from './micro.ts';

/** A row of a CSV file, by heading. */
export type CsvRow = Readonly<Record<string, string>>;

const CELL = /(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r\n]*))/gy;

/** Reads a CSV file with semicolons as rows by heading. Quoted cells may contain semicolons, quotes and line breaks. */
export function csvRows(text: string): CsvRow[] {
  const rows: string[][] = [];
  const body = text.replace(/^\ufeff/, '').replace(/\r\n$/, '');
  CELL.lastIndex = 0;
  for (let found = CELL.exec(body); found; found = CELL.lastIndex < body.length ? CELL.exec(body) : null) {
    const isNewRow = rows.length === 0 || found[0].startsWith('\r\n');
    const cell = found[1]?.replaceAll('""', '"') ?? found[2] ?? '';
    if (isNewRow) rows.push([cell]);
    else rows.at(-1)!.push(cell);
  }
  const [heads = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ''])));
}

/**
 * Returns the number in a cell, in millionths: decimal comma or point, spaces between thousands. An empty cell is 0.
 */
export const numberOf = (cell: string | undefined): bigint =>
  micro(
    (cell ?? '').replace(',', '.').replaceAll(/[\s\u00a0\u2212]/g, (sign) => (sign === '\u2212' ? '-' : '')) || '0',
  );
