import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';

const sampleMax = 200;

/** The cells of one sheet below its heading that are used to identify its columns. */
export interface SheetSample {
  readonly rows: readonly Row[];
  readonly width: number;
  texts(column: number): readonly string[];
}

/**
 * Returns the rows that have at least half as many filled cells as most rows. Totals, remarks and names of groups say
 * nothing about the columns they are in.
 */
export function fullRows(rows: readonly Row[]): readonly Row[] {
  const counts = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + (cellText(cell) === '' ? 0 : 1), 0));
  const written = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const usual = written[Math.floor(written.length / 2)] ?? 0;
  return rows.filter((_, at) => counts[at]! >= usual / 2);
}

export function sampleOf(rows: readonly Row[]): SheetSample {
  const few = rows.slice(0, sampleMax);
  const known = new Map<number, readonly string[]>();
  return {
    rows: few,
    width: few.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    texts: (column) => {
      const texts = known.get(column) ?? few.flatMap((row) => cellText(row.cells[column]) || []);
      known.set(column, texts);
      return texts;
    },
  };
}
