import type { Cell, Row } from '@tallgrunn/tabular';

/** The text of a cell, trimmed; '' when there is no cell. */
export function cellText(cell: Cell | undefined): string {
  return cell === undefined || cell.kind === 'empty' ? '' : cell.text.trim();
}

/** Whether a row holds nothing but spaces. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every((cell) => cell.kind === 'empty' || (cell.text === '' && cell.formula === undefined) || (cell.kind === 'text' && cell.text.trim() === ''));
}
