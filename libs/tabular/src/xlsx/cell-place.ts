/** Returns the 1-based column number of a cell reference such as "BC12"; 0 when it has none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > 100_000) return 0;
  }
  return column;
}

/** Returns the name of a column: 55 is "BC". */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** Returns a cell reference: "BC12". */
export function cellReference(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}
