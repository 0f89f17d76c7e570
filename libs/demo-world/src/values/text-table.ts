/**
 * Reads a table written as text: a heading line, then one line per row, cells separated by '|'.
 * @throws Error when a row and the heading differ in the number of cells
 */
export function textTable<K extends string>(columns: readonly K[], text: string): Record<K, string>[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== columns.length) throw new Error(`Expected ${columns.length} cells in: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Record<K, string>;
  });
}
