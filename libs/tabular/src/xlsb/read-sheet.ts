import { ReadProblem } from '../read-problem.ts';
import type { Cell, Row } from '../table.ts';
import { booleanCell, doubleCell, errorCell, packedNumber, textCell } from '../workbook/cell-kinds.ts';
import { RowBuilder } from '../workbook/row-maker.ts';
import { SHEET_ROWS_MAX } from '../workbook/workbook-problem.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import type { SheetContext } from '../xlsx/read-sheet.ts';
import type { RecordFields, RecordHandlers } from './scan-records.ts';

const BRT_ROW = 0;
const BRT_MERGED = 176;
const BRT_RICH_TEXT_CELL = 62;
const HIDDEN = 0x10;
const MERGED_MAX = 10_000;

type ReadValue = (fields: RecordFields, style: number) => Cell;

/** Reads a range of four 0-based numbers as "B2:C4". */
function rangeOf(fields: RecordFields): string {
  const [top, bottom, left, right] = [fields.u32(), fields.u32(), fields.u32(), fields.u32()];
  return `${cellReference(top + 1, left + 1)}:${cellReference(bottom + 1, right + 1)}`;
}

export function mergedHandlers(merged: string[]): RecordHandlers {
  return new Map([[BRT_MERGED, (fields) => void (merged.length < MERGED_MAX && merged.push(rangeOf(fields)))]]);
}

/**
 * Converts the records of one binary worksheet to rows. Finished rows collect in `rows` until the caller takes them.
 */
export class BinarySheetReader {
  rows: Row[] = [];
  readonly merged: string[] = [];
  readonly handlers: RecordHandlers;
  private readonly context: SheetContext;
  private readonly rowBuilder: RowBuilder;
  private column = 0;

  constructor(context: SheetContext) {
    this.context = context;
    this.rowBuilder = new RowBuilder(context);
    const number = (value: number, style: number) => doubleCell(value, context.styles.look(style), context.date1904);
    // Blank, packed number, error, boolean, number, text, shared text; the short records are for the column after the
    // previous cell.
    const values: readonly ReadValue[] = [
      () => textCell(''),
      (fields, style) => number(packedNumber(fields.u32()), style),
      (fields) => errorCell(fields.u8()),
      (fields) => booleanCell(fields.u8() !== 0),
      (fields, style) => number(fields.f64(), style),
      (fields) => textCell(fields.text()),
      (fields) => this.sharedText(fields.u32()),
    ];
    const formulas: readonly ReadValue[] = [values[5]!, values[4]!, values[3]!, values[2]!];
    this.handlers = new Map<number, (fields: RecordFields) => void>([
      [BRT_ROW, (fields) => this.openRow(fields)],
      ...mergedHandlers(this.merged),
      ...values.map(
        (read, index) => [1 + index, (fields: RecordFields) => this.addCell(fields, fields.u32() + 1, read)] as const,
      ),
      ...formulas.map(
        (read, index) =>
          [8 + index, (fields: RecordFields) => this.addCell(fields, fields.u32() + 1, read, '=')] as const,
      ),
      ...values.map(
        (read, index) => [12 + index, (fields: RecordFields) => this.addCell(fields, this.column + 1, read)] as const,
      ),
      [BRT_RICH_TEXT_CELL, (fields) => this.addCell(fields, fields.u32() + 1, richText)],
    ]);
  }

  /** Closes the current row. Call it after the last record too, since the last row ends with the part. */
  closeRow(): void {
    const row = this.rowBuilder.take();
    if (row) this.rows.push(row);
  }

  private openRow(fields: RecordFields): void {
    this.closeRow();
    const row = fields.u32() + 1;
    if (row > SHEET_ROWS_MAX)
      throw new ReadProblem('workbook-damaged', { sheet: this.context.sheet, reason: 'row-number' });
    fields.at = 11;
    this.rowBuilder.start(row, (fields.u8() & HIDDEN) !== 0);
    this.column = 0;
  }

  /** Adds a cell to the row. Formulas are stored as tokens, not as text, so the formula is given as "=". */
  private addCell(fields: RecordFields, column: number, read: ReadValue, formula?: string): void {
    const style = fields.u32() & 0xffffff;
    const cell = read(fields, style);
    if (formula !== undefined) cell.formula = formula;
    this.column = column;
    this.rowBuilder.add(column, cell);
  }

  private sharedText(index: number): Cell {
    const text = this.context.texts.get(index);
    if (text === undefined)
      throw new ReadProblem('workbook-damaged', {
        sheet: this.context.sheet,
        row: this.rowBuilder.row,
        reason: 'text-missing',
      });
    return textCell(text);
  }
}

function richText(fields: RecordFields): Cell {
  fields.at += 1;
  return textCell(fields.text());
}
