import type { Cell, Row } from '@tallgrunn/tabular';
import type { SheetFacts } from '../facts.ts';

interface Range {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

const empty: Cell = { kind: 'empty', text: '' };

/** "A5:A9" as rows and its first column; null where it holds one row only. */
function rangeOf(text: string): Range | null {
  const [, letters, top, bottom] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(text) ?? [];
  if (letters === undefined || Number(bottom) <= Number(top)) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, top: Number(top), bottom: Number(bottom) };
}

/**
 * What stands in a cell that is merged over several rows holds for each of them: a customer, a day, an invoice.
 * Numbers do not: whether 300 kr over three rows is 300 or 900 is not ours to guess, so they stay empty and are asked about.
 * Rows are given in the order of the sheet; when they begin anew, so does this.
 */
export class MergedCells {
  private readonly byTop = new Map<number, Range[]>();
  private open: { readonly range: Range; readonly cell: Cell }[] = [];
  private last = 0;

  constructor(ranges: readonly string[], facts: SheetFacts) {
    const columns = new Set(
      facts.matches.flatMap(({ field, column }) =>
        field.field.type === 'number' || field.field.type === 'integer' ? [] : [column],
      ),
    );
    for (const text of ranges) {
      const range = rangeOf(text);
      if (!range || range.top <= facts.headingRow || !columns.has(range.column)) continue;
      const beside = this.byTop.get(range.top);
      if (beside) beside.push(range);
      else this.byTop.set(range.top, [range]);
    }
  }

  /** The row with what is merged into it from above; the same row where nothing is. */
  fill(row: Row): Row {
    if (this.byTop.size === 0) return row;
    this.open = row.row < this.last ? [] : this.open.filter(({ range }) => range.bottom >= row.row);
    this.last = row.row;
    let cells: Cell[] | null = null;
    for (const { range, cell } of this.open) {
      if ((row.cells[range.column]?.text ?? '') !== '') continue;
      cells ??= [...row.cells];
      while (cells.length < range.column) cells.push(empty);
      cells[range.column] = cell;
    }
    for (const range of this.byTop.get(row.row) ?? []) {
      const cell = row.cells[range.column];
      if (cell && cell.text !== '') this.open.push({ range, cell });
    }
    return cells ? { ...row, cells } : row;
  }
}
