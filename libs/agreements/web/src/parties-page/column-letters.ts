/** Returns the spreadsheet name of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCharCode(65 + rest)}`;
}
