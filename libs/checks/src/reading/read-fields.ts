import { dateOfDay, dayNumber } from '@tallgrunn/values';
import type { Cell } from '@tallgrunn/tabular';
import { partOf } from '../cells/cell-parts.ts';
import type { CellPart } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import type { Reading } from '../cells/notes.ts';
import type { CrossBuyer, DateParts, Discount, SheetFacts } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { discountIn, priceAfter } from '../structure/discount-column.ts';
import type { GroupCustomer } from '../structure/group-rows.ts';
import type { ColumnFormat } from '../structure/resolve-formats.ts';
import type { PatchedCell } from './patch-rows.ts';
import { dateOfParts } from '../structure/date-parts.ts';
import { cellReader } from './read-cell.ts';
import type { ReadCell } from './read-cell.ts';

/** What a row says of each field of its table, by the field's index. */
export type Readings = readonly (Reading | null)[];

const empty: Cell = { kind: 'empty', text: '' };

/** Returns whether a cell is empty or contains only spaces. Most empty cells have no text, which is tested first. */
function isEmpty(cell: Cell): boolean {
  if (cell.kind === 'empty' || cell.text === '') return true;
  const first = cell.text.charCodeAt(0);
  return (first <= 32 || first === 160) && cell.text.trim() === '';
}

type Slot = {
  readonly field: number;
  readonly column: number;
  readonly read: (cell: Cell) => Reading | null;
  readonly shift: number;
  readonly parts: DateParts | undefined;
};

/** Returns the reader of one part of the cells, for a column with the values of two fields. */
function partReader(read: ReadCell, part: CellPart): (cell: Cell) => Reading | null {
  return (cell) => {
    if (cell.kind !== 'text' || cell.formula !== undefined) return read(cell);
    const text = partOf(cell.text, part, (cell as PatchedCell).was);
    return text === '' ? null : { ...read({ kind: 'text', text }), raw: cell.text };
  };
}

function columnSlots(
  sheet: SheetFacts,
  formats: ReadonlyMap<number, ColumnFormat>,
  plan: Plan,
  workbook: boolean,
): Slot[] {
  return sheet.matches.map(({ field, column, part, parts }) => {
    const format = formats.get(field.index)!;
    const read = cellReader(field, column, format, workbook);
    return {
      field: field.index,
      column,
      read: part === undefined ? read : partReader(read, part),
      shift: plan.dateShift.get(field.name) ?? 0,
      parts,
    };
  });
}

/** Reads the date that several columns give together. */
function partedReading(
  { parts, read, column, shift }: Slot,
  cells: readonly Cell[],
  period: Plan['period'],
): Reading | null {
  const { text, written } = dateOfParts(cells, parts!, period);
  const reading = text === '' ? null : read({ kind: 'text', text });
  if (reading === null) return null;
  const own = { ...reading, raw: written };
  return withOriginal(shift === 0 ? own : shiftDate(own, shift), (cells[column] ?? empty) as PatchedCell);
}

function shiftDate(reading: Reading, days: number): Reading {
  const day = dayNumber(reading.value);
  return day === null ? reading : { ...reading, value: dateOfDay(day + days) };
}

function readingFromText(text: string, column: number): Reading {
  return { raw: text, value: text.trim(), number: NaN, notes: null, other: null, column, json: null };
}

/** Returns the reading of a field without a cell; null when it has no value. */
export const textReading = (text: string | null): Reading | null => (text === null ? null : readingFromText(text, -1));

/** Adds the original text to the reading of a corrected cell. */
function withOriginal(reading: Reading, { was }: PatchedCell): Reading {
  return was === undefined ? reading : { ...reading, was, json: null };
}

/** Fills in the buyer from a column heading or the sheet's name. */
function fillBuyer(readings: (Reading | null)[], sheet: SheetFacts, text: string, column: number): void {
  for (const role of ['buyer', 'buyerName', 'buyerOrgNumber'] as const) {
    const field = sheet.table.role[role];
    if (field === undefined) continue;
    readings[field] = readingFromText(text, column);
    return;
  }
}

/** Fills in the customer that a row above its lines names, with its organisation number. */
function fillGroup(readings: (Reading | null)[], sheet: SheetFacts, { name, orgNumber }: GroupCustomer): void {
  fillBuyer(readings, sheet, name || orgNumber, -1);
  const field = sheet.table.role.buyerOrgNumber;
  if (field !== undefined && orgNumber !== '' && name !== '') readings[field] = readingFromText(orgNumber, -1);
}

/** Returns the function that reads the cells of one row by field; null where a field has no cell. */
export function cellsReader(
  sheet: SheetFacts,
  formats: ReadonlyMap<number, ColumnFormat>,
  plan: Plan,
  workbook: boolean,
): (cells: readonly Cell[], cross: CrossBuyer | null, group: GroupCustomer | null) => (Reading | null)[] {
  const columns = columnSlots(sheet, formats, plan, workbook);
  const size = sheet.table.fields.length;
  const measures = crossReaders(sheet, formats, workbook);
  const wholeTableFields = sheet.table.fields.flatMap(({ index, name }) =>
    plan.wholeTable.has(name) ? [{ field: index, value: plan.wholeTable.get(name)! }] : [],
  );
  return (cells, cross, group) => {
    const readings: (Reading | null)[] = new Array<Reading | null>(size).fill(null);
    for (const slot of columns) {
      if (slot.parts !== undefined) {
        readings[slot.field] = partedReading(slot, cells, plan.period);
        continue;
      }
      const cell = cells[slot.column] ?? empty;
      if (!isEmpty(cell)) {
        const read = slot.read(cell);
        const reading = read === null || slot.shift === 0 ? read : shiftDate(read, slot.shift);
        readings[slot.field] =
          reading === null || (cell as PatchedCell).was === undefined ? reading : withOriginal(reading, cell);
      } else if (cell.formula !== undefined) readings[slot.field] = slot.read(cell);
    }
    if (cross) {
      fillBuyer(readings, sheet, cross.heading, cross.cells[0]!.column);
      for (const { column } of cross.cells) {
        const { field, read } = measures.get(column)!;
        const cell = cells[column] ?? empty;
        if (!isEmpty(cell) || cell.formula !== undefined)
          readings[field] = (cell as PatchedCell).was === undefined ? read(cell) : withOriginal(read(cell), cell);
      }
      for (const { field, value } of wholeTableFields) readings[field] ??= readingFromText(value, -1);
    } else if (sheet.buyerFromSheet !== null) fillBuyer(readings, sheet, sheet.buyerFromSheet, -1);
    else if (group !== null) fillGroup(readings, sheet, group);
    return readings;
  };
}

/** Returns the reader and field of each buyer column in a cross table. */
function crossReaders(
  sheet: SheetFacts,
  formats: ReadonlyMap<number, ColumnFormat>,
  workbook: boolean,
): Map<number, { readonly field: number; readonly read: ReadCell }> {
  const other = [...formats.values()].find((format) => format.decimal !== null);
  const cells = sheet.cross?.buyers.flatMap((buyer) => buyer.cells) ?? [];
  return new Map(
    cells.map(({ column, measure }) => {
      const field = sheet.table.fields[sheet.table.role[measure]!]!;
      const format: ColumnFormat = {
        decimal: field.field.decimalChar ?? other?.decimal ?? null,
        by: other ? 'file' : null,
        ambiguous: false,
        dateOrder: null,
      };
      return [column, { field: field.index, read: cellReader(field, column, format, workbook) }];
    }),
  );
}

/** Returns the value of a field; '' when it has none. */
export function valueAt(readings: Readings, field: number | undefined): string {
  return field === undefined ? '' : (readings[field]?.value ?? '');
}

/** Returns the number of a field; NaN when it has none. */
export function numberAt(readings: Readings, field: number | undefined): number {
  return field === undefined ? NaN : (readings[field]?.number ?? NaN);
}

const NET_DECIMALS = 4;

/**
 * Applies the discount of the line, or the quantity that its price is for, to its unit price. When amount / quantity
 * agrees with the result, it is used instead, since a discount is rounded.
 */
export function applyDiscount(
  readings: (Reading | null)[],
  role: SheetFacts['table']['role'],
  cell: Cell | undefined,
  { kind, said: ofAll }: Discount,
): void {
  const field = role.unitPrice;
  const said = ofAll ?? discountIn(cellText(cell), kind, cell?.kind === 'number' ? '.' : ',');
  const price = field === undefined ? null : readings[field];
  if (said === 0 || !price || Number.isNaN(price.number)) return;
  const [quantity, amount] = [numberAt(readings, role.quantity), numberAt(readings, role.amount)];
  const net = priceAfter(kind, said, price.number, Number.isNaN(quantity) ? 0 : quantity);
  const fits = Math.abs(net * quantity - amount) <= 0.02 + Math.abs(quantity) * 0.006;
  const value = (fits && quantity !== 0 ? amount / quantity : net).toFixed(NET_DECIMALS).replace(/\.?0+$/, '');
  readings[field!] = { ...price, value, number: Number(value) };
}
