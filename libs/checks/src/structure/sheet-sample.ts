import type { Row } from '@tallgrunn/tabular';
import { cellText } from '../cells/cell-text.ts';

const sampleMax = 200;

/** The cells of one sheet below its heading that are used to identify its columns. */
export interface SheetSample {
  readonly rows: readonly Row[];
  readonly width: number;
  texts(column: number): readonly string[];
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
