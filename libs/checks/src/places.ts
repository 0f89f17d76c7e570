import type { SheetFacts } from './facts.ts';
import type { FindingLocation } from './finding.ts';

/** Returns the letters of a 0-based column: "A" for 0, "AB" for 27. */
export function columnLetters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Returns the location of a cell; of a whole row when `column` is negative. A CSV file has no sheet. */
export function locationOf(sheet: SheetFacts, row: number, column: number): FindingLocation {
  const name = sheet.name === '' ? null : sheet.name;
  if (column < 0) return { sheet: name, row, column: null, cell: null };
  const heading = sheet.headings[column];
  // In JSON lines, names are in no row and values in no column: a location is a line and a field name.
  if (sheet.headingRow === 0 && heading !== undefined)
    return { sheet: name, row: row === 0 ? null : row, column: heading, cell: null };
  return {
    sheet: name,
    row,
    column: heading === undefined || heading === '' ? columnLetters(column) : heading,
    cell: `${columnLetters(column)}${row}`,
  };
}
