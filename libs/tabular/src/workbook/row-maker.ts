import { ReadProblem } from '../read-problem.ts';
import type { Cell, ReadLimits, Row } from '../table.ts';
import { EMPTY } from './cell-kinds.ts';

/** Places cells in a row and enforces the limits, for all workbook formats. */
export class RowBuilder {
  /** 1-based */
  row = 0;
  hidden = false;
  private cells: Cell[] = [];
  private readonly sheet: string;
  private readonly limits: ReadLimits;

  constructor({ sheet, limits }: { sheet: string; limits: ReadLimits }) {
    this.sheet = sheet;
    this.limits = limits;
  }

  start(row: number, hidden: boolean): void {
    this.row = row;
    this.hidden = hidden;
    this.cells = [];
  }

  /**
   * Places a cell; `column` is 1-based. Empty cells are left out unless they are the result of a formula. @throws
   * ReadProblem 'too-many-columns' | 'cell-too-long'
   */
  add(column: number, cell: Cell): void {
    if (cell.kind === 'empty' && cell.formula === undefined) return;
    const { sheet, limits, row } = this;
    if (column > limits.columnsMax)
      throw new ReadProblem('too-many-columns', { sheet, row, found: column, expected: limits.columnsMax });
    if (cell.text.length > limits.cellBytesMax)
      throw new ReadProblem('cell-too-long', {
        sheet,
        row,
        column,
        found: cell.text.length,
        expected: limits.cellBytesMax,
      });
    while (this.cells.length < column - 1) this.cells.push(EMPTY);
    this.cells[column - 1] = cell;
  }

  /** Returns the finished row; null when it is empty. */
  take(): Row | null {
    if (this.cells.length === 0) return null;
    const row: Row = { sheet: this.sheet, row: this.row, cells: this.cells };
    if (this.hidden) row.hidden = true;
    this.cells = [];
    return row;
  }
}
