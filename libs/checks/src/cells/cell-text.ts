import type { Cell } from '@tallgrunn/tabular';

/** The text of a cell, trimmed; '' when there is no cell. */
export function cellText(cell: Cell | undefined): string {
  return cell === undefined || cell.kind === 'empty' ? '' : cell.text.trim();
}
