import type { SheetFacts } from './facts.ts';
import type { Place } from './finding.ts';

/** "A" for column 0, "AB" for column 27. */
export function columnLetters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** The place of a cell; of a whole row when `column` is negative. A CSV file has no sheet. */
export function placeOf(sheet: SheetFacts, row: number, column: number): Place {
  const name = sheet.name === '' ? null : sheet.name;
  if (column < 0) return { sheet: name, row, column: null, cell: null };
  const heading = sheet.headings[column];
  // Names of JSON lines stand in no row of the file, and their values in no column: a place is a line and a name.
  if (sheet.headingRow === 0 && heading !== undefined)
    return { sheet: name, row: row === 0 ? null : row, column: heading, cell: null };
  return {
    sheet: name,
    row,
    column: heading === undefined || heading === '' ? columnLetters(column) : heading,
    cell: `${columnLetters(column)}${row}`,
  };
}
