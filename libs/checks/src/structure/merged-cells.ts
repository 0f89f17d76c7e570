import type { Cell, Row } from '@tallgrunn/tabular';
import type { SheetFacts } from '../facts.ts';

interface Range {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

const empty: Cell = { kind: 'empty', text: '' };

/** Parses "A5:A9" to its rows and first column; null for a single row. */
function rangeOf(text: string): Range | null {
  const [, letters, top, bottom] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(text) ?? [];
  if (letters === undefined || Number(bottom) <= Number(top)) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, top: Number(top), bottom: Number(bottom) };
}

/**
 * Fills the value of a cell merged over several rows into each of them: a customer, a date, an invoice. Numbers are not
 * filled, since NOK 300 over three rows may mean 300 or 900; they stay empty and are asked about. Rows must come in
 * sheet order; the state resets when they start again.
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

  /** Returns the row with values merged from above; the same row when there are none. */
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
