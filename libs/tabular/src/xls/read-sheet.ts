import { ReadProblem } from '../read-problem.ts';
import type { Cell, Row } from '../table.ts';
import { booleanCell, doubleCell, errorCell, packedNumber, textCell } from '../workbook/cell-kinds.ts';
import { RowBuilder } from '../workbook/row-maker.ts';
import { readFields } from '../workbook/workbook-problem.ts';
import type { SheetContext } from '../xlsx/read-sheet.ts';
import { ContinuedFields } from './continued-fields.ts';
import type { TextForm } from './continued-fields.ts';
import { CONTINUE } from './record-stream.ts';
import type { BiffRecord } from './record-stream.ts';

// Record types of [MS-XLS] 2.3.
const ROW = 0x208;
const NUMBER = 0x203;
const PACKED = 0x27e;
const PACKED_ROW = 0xbd;
const LABEL = 0x204;
const RICH_LABEL = 0xd6;
const SHARED_LABEL = 0xfd;
const BOOLEAN_OR_ERROR = 0x205;
const FORMULA = 0x06;
const FORMULA_TEXT = 0x207;
const HIDDEN = 0x20;

/** Records that begin with their row number. */
export const cellRecords: ReadonlySet<number> = new Set([
  NUMBER,
  PACKED,
  PACKED_ROW,
  LABEL,
  RICH_LABEL,
  SHARED_LABEL,
  BOOLEAN_OR_ERROR,
  FORMULA,
]);

export interface OldSheetContext extends SheetContext {
  form: TextForm;
}

/** Converts the records of one sheet to rows. Finished rows collect in `rows` until the caller takes them. */
export class OldSheetReader {
  rows: Row[] = [];
  private readonly context: OldSheetContext;
  private readonly rowBuilder: RowBuilder;
  private readonly hiddenRows = new Set<number>();
  /** a text formula whose result follows in separate records */
  private pendingFormula: { column: number; parts: Uint8Array[] } | null = null;

  constructor(context: OldSheetContext) {
    this.context = context;
    this.rowBuilder = new RowBuilder(context);
  }

  take({ type, data }: BiffRecord): void {
    readFields(this.context.sheet, () => this.read(type, data));
  }

  private read(type: number, data: Uint8Array): void {
    if (this.pendingFormula && (type === FORMULA_TEXT || (type === CONTINUE && this.pendingFormula.parts.length > 0))) {
      this.pendingFormula.parts.push(data);
      return;
    }
    if (this.pendingFormula && this.pendingFormula.parts.length > 0) this.addPendingFormula();
    const fields = new ContinuedFields(data);
    if (type === ROW) this.readRow(fields);
    if (!cellRecords.has(type)) return;
    this.addPendingFormula();
    const row = fields.u16() + 1;
    const column = fields.u16() + 1;
    if (row !== this.rowBuilder.row) this.startRow(row);
    if (type === PACKED_ROW) this.readPackedRow(fields, column, data.length);
    else if (type === FORMULA) this.readFormula(fields, column);
    else this.rowBuilder.add(column, this.readCell(type, fields));
  }

  /** Closes the current row. Call it after the last record too. */
  closeRow(): void {
    this.addPendingFormula();
    const row = this.rowBuilder.take();
    if (row) this.rows.push(row);
  }

  private startRow(row: number): void {
    this.closeRow();
    this.rowBuilder.start(row, this.hiddenRows.has(row));
  }

  private readRow(fields: ContinuedFields): void {
    const row = fields.u16() + 1;
    fields.skip(10);
    if (fields.u8() & HIDDEN) this.hiddenRows.add(row);
  }

  private number(value: number, style: number): Cell {
    return doubleCell(value, this.context.styles.look(style), this.context.date1904);
  }

  private readCell(type: number, fields: ContinuedFields): Cell {
    const style = fields.u16();
    if (type === NUMBER) return this.number(fields.f64(), style);
    if (type === PACKED) return this.number(packedNumber(fields.i32()), style);
    if (type === SHARED_LABEL) return this.sharedText(fields.i32());
    if (type !== BOOLEAN_OR_ERROR) return textCell(fields.text(2, this.context.form));
    const value = fields.u8();
    return fields.u8() === 1 ? errorCell(value) : booleanCell(value === 1);
  }

  /** Reads adjacent packed numbers from one record: six bytes each, then the last column. */
  private readPackedRow(fields: ContinuedFields, column: number, bytes: number): void {
    const count = Math.floor((bytes - 6) / 6);
    for (let index = 0; index < count; index += 1) {
      const style = fields.u16();
      this.rowBuilder.add(column + index, this.number(packedNumber(fields.i32()), style));
    }
  }

  /** Reads a formula cell. Formulas are stored as tokens, not as text, so the formula is given as "=". */
  private readFormula(fields: ContinuedFields, column: number): void {
    const style = fields.u16();
    const bytes = Uint8Array.from({ length: 8 }, () => fields.u8());
    const [kind, , value] = bytes as unknown as [number, number, number];
    if (bytes[6] !== 0xff || bytes[7] !== 0xff)
      this.rowBuilder.add(column, {
        ...this.number(new DataView(bytes.buffer).getFloat64(0, true), style),
        formula: '=',
      });
    else if (kind === 0) this.pendingFormula = { column, parts: [] };
    else
      this.rowBuilder.add(column, {
        ...(kind === 1 ? booleanCell(value === 1) : kind === 2 ? errorCell(value) : textCell('')),
        formula: '=',
      });
  }

  private addPendingFormula(): void {
    if (!this.pendingFormula) return;
    const { column, parts } = this.pendingFormula;
    this.pendingFormula = null;
    this.rowBuilder.add(column, {
      ...textCell(parts.length === 0 ? '' : new ContinuedFields(...parts).text(2, this.context.form)),
      formula: '=',
    });
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
