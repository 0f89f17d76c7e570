import type { LinkTarget } from '@tallgrunn/tabular';
import type { FindingLocation } from '../finding.ts';

/**
 * Returns the cell of a finding's location with a 1-based column: the first column when the location has no cell. Null
 * without a row.
 */
export function linkTargetOf({ sheet, row, cell }: FindingLocation): LinkTarget | null {
  if (row === null || row < 1) return null;
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(cell ?? '')?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return { sheet, row, column };
}
