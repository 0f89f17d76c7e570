import { ReadProblem } from '../read-problem.ts';
import type { Row } from '../table.ts';
import { EMPTY } from '../workbook/cell-kinds.ts';

const SORTED_CELLS_MAX = 2_000_000;

/**
 * Sorts the rows of a sheet that a program wrote in arbitrary order, and merges the pieces of a row.
 * The sheet is sorted in memory, so its size is limited. @throws ReadProblem 'workbook-damaged'
 */
export async function* orderRows(batches: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  const rowsByNumber = new Map<number, Row>();
  let cells = 0;
  for await (const batch of batches) {
    for (const row of batch) {
      cells += row.cells.length;
      if (cells > SORTED_CELLS_MAX)
        throw new ReadProblem('workbook-damaged', { sheet: row.sheet, part: row.sheet, reason: 'rows-out-of-order' });
      const earlierPiece = rowsByNumber.get(row.row);
      if (earlierPiece) earlierPiece.cells = mergeCells(earlierPiece.cells, row.cells);
      else rowsByNumber.set(row.row, row);
    }
  }
  yield [...rowsByNumber.values()].sort((a, b) => a.row - b.row);
}

function mergeCells(below: Row['cells'], above: Row['cells']): Row['cells'] {
  const length = Math.max(below.length, above.length);
  return Array.from({ length }, (_, index) =>
    above[index] === undefined || above[index] === EMPTY ? (below[index] ?? EMPTY) : above[index]!,
  );
}
