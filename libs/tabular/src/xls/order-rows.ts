import { ReadProblem } from '../read-problem.ts';
import type { Row } from '../table.ts';
import { EMPTY } from '../workbook/cell-kinds.ts';

const CELLS_HELD_MAX = 2_000_000;

/**
 * Sorts the rows of a sheet that a program wrote in arbitrary order, and merges the pieces of a row.
 * The sheet is sorted in memory, so its size is limited. @throws ReadProblem 'workbook-damaged'
 */
export async function* orderRows(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  const held = new Map<number, Row>();
  let cells = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      cells += row.cells.length;
      if (cells > CELLS_HELD_MAX)
        throw new ReadProblem('workbook-damaged', { sheet: row.sheet, part: row.sheet, reason: 'rows-out-of-order' });
      const known = held.get(row.row);
      if (known) known.cells = laidOver(known.cells, row.cells);
      else held.set(row.row, row);
    }
  }
  yield [...held.values()].sort((a, b) => a.row - b.row);
}

function laidOver(below: Row['cells'], above: Row['cells']): Row['cells'] {
  const length = Math.max(below.length, above.length);
  return Array.from({ length }, (_, index) =>
    above[index] === undefined || above[index] === EMPTY ? (below[index] ?? EMPTY) : above[index]!,
  );
}
