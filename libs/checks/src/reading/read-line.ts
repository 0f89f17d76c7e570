import { dateOfDay, dayNumber } from '@tallgrunn/values';
import type { Cell, Row } from '@tallgrunn/tabular';
import { partOf } from '../cells/cell-parts.ts';
import type { CellPart } from '../cells/cell-parts.ts';
import { cellText } from '../cells/cell-text.ts';
import type { Reading } from '../cells/notes.ts';
import type { CrossBuyer, DiscountKind, SheetFacts } from '../facts.ts';
import type { Line, LineKind } from '../line.ts';
import type { BuyerMatch } from '../plan/buyer-match.ts';
import { normaliseItemName } from '../plan/item-index.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseUnit } from '../plan/units.ts';
import type { PatchedCell } from './patch-rows.ts';
import type { FieldRole } from '../terms.ts';
import { discountIn, priceAfter } from '../structure/discount-column.ts';
import type { ColumnFormat } from '../structure/resolve-formats.ts';
import { cellReader } from './read-cell.ts';
import { memoiseText } from '@tallgrunn/tabular';
import type { ReadCell } from './read-cell.ts';
import { feeKind } from './fee-terms.ts';
import { unitByPrice } from './unit-by-price.ts';

/**
 * Reads a line. `cross`: the buyer whose columns are read, in a cross table of buyers. `group`: the buyer named above
 * the line; '' when none is.
 */
export type ReadLine = (row: Row, cells: readonly Cell[], cross: CrossBuyer | null, group?: string) => Line;

const empty: Cell = { kind: 'empty', text: '' };
const dateRoles = { delivered: 'deliveredOn', ordered: 'orderedOn', invoiced: 'invoicedOn' } as const;

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
  return sheet.matches.map(({ field, column, part }) => {
    const format = formats.get(field.index)!;
    const read = cellReader(field, column, format, workbook);
    return {
      field: field.index,
      column,
      read: part === undefined ? read : partReader(read, part),
      shift: plan.dateShift.get(field.name) ?? 0,
    };
  });
}

function shiftDate(reading: Reading, days: number): Reading {
  const day = dayNumber(reading.value);
  return day === null ? reading : { ...reading, value: dateOfDay(day + days) };
}

/** Finds the buyer by organisation number, otherwise by the name or number in the customer column. */
function buyerOf(plan: Plan, org: string, text: string): { found: BuyerMatch | null; byOrg: boolean } {
  const byOrg = org === '' ? null : plan.buyers.find(org);
  return byOrg
    ? { found: byOrg, byOrg: true }
    : { found: text === '' ? null : plan.buyers.find(text), byOrg: text === '' };
}

function kindOf(item: number, name: string, number: string, quantity: number, amount: number): LineKind {
  const fee = item < 0 ? feeKind(name === '' ? number : name) : null;
  if (fee) return fee;
  return quantity < 0 || amount < 0 ? 'credit' : 'goods';
}

const NET_DECIMALS = 4;

/**
 * Applies the discount of the line, or the quantity that its price is for, to its unit price. When amount / quantity
 * agrees with the result, it is used instead, since a discount is rounded.
 */
function applyDiscount(
  readings: (Reading | null)[],
  role: SheetFacts['table']['role'],
  cell: Cell | undefined,
  kind: DiscountKind,
): void {
  const field = role.unitPrice;
  const said = discountIn(cellText(cell), kind, cell?.kind === 'number' ? '.' : ',');
  const price = field === undefined ? null : readings[field];
  if (said === 0 || !price || Number.isNaN(price.number)) return;
  const [quantity, amount] = [numberAt(readings, role.quantity), numberAt(readings, role.amount)];
  const net = priceAfter(kind, said, price.number, Number.isNaN(quantity) ? 0 : quantity);
  const fits = Math.abs(net * quantity - amount) <= 0.02 + Math.abs(quantity) * 0.006;
  const value = (fits && quantity !== 0 ? amount / quantity : net).toFixed(NET_DECIMALS).replace(/\.?0+$/, '');
  readings[field!] = { ...price, value, number: Number(value) };
}

/** Maximum relative difference at which a price confirms an item. */
const PRICE_SLACK = 0.02;

/** Returns whether name or price of a line confirms the item that its number was matched to. */
function isProven(plan: Plan, item: number, name: string, unit: string | null, price: number, date: string): boolean {
  if (name !== '' && normaliseItemName(name) === normaliseItemName(plan.items.name(item))) return true;
  const agreed = plan.prices.on(item, { date: date === '' ? null : date, unit, quantity: NaN });
  return agreed.known && agreed.unit === unit && Math.abs(price / agreed.value - 1) <= PRICE_SLACK;
}

function readingFromText(text: string, column: number): Reading {
  return { raw: text, value: text.trim(), number: NaN, notes: null, other: null, column, json: null };
}

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

function valueAt(readings: readonly (Reading | null)[], field: number | undefined): string {
  return field === undefined ? '' : (readings[field]?.value ?? '');
}

function numberAt(readings: readonly (Reading | null)[], field: number | undefined): number {
  return field === undefined ? NaN : (readings[field]?.number ?? NaN);
}

/** Returns the function that reads the cells of one row by field. */
function cellsReader(
  sheet: SheetFacts,
  formats: ReadonlyMap<number, ColumnFormat>,
  plan: Plan,
  workbook: boolean,
): (cells: readonly Cell[], cross: CrossBuyer | null, group: string) => (Reading | null)[] {
  const columns = columnSlots(sheet, formats, plan, workbook);
  const size = sheet.table.fields.length;
  const measures = crossReaders(sheet, formats, workbook);
  const wholeTableFields = sheet.table.fields.flatMap(({ index, name }) =>
    plan.wholeTable.has(name) ? [{ field: index, value: plan.wholeTable.get(name)! }] : [],
  );
  return (cells, cross, group) => {
    const readings: (Reading | null)[] = new Array<Reading | null>(size).fill(null);
    for (const slot of columns) {
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
    else if (group !== '') fillBuyer(readings, sheet, group, -1);
    return readings;
  };
}

type Readings = readonly (Reading | null)[];
type ReadDate = (readings: Readings) => Pick<Line, 'date' | 'dateRole'>;
type ReadBuyer = (
  readings: Readings,
  date: string,
) => Pick<Line, 'buyer' | 'buyerHow' | 'buyerFound' | 'buyerText' | 'buyerRole'>;
type ReadGoods = (
  readings: Readings,
  date: string,
) => Pick<
  Line,
  | 'itemNumber'
  | 'gtin'
  | 'itemName'
  | 'item'
  | 'itemHow'
  | 'itemProven'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'unit'
  | 'unitText'
  | 'unitByPrice'
  | 'kind'
>;

/** Returns the date reader: the date that the terms use, otherwise the first other date. */
function dateReader({ role }: SheetFacts['table'], plan: Plan): ReadDate {
  const basis = dateRoles[plan.terms.basis];
  const datesInOrder: FieldRole[] = [
    basis,
    ...(['deliveredOn', 'invoicedOn', 'orderedOn', 'period'] as const).filter((each) => each !== basis),
  ];
  const dates = datesInOrder.flatMap((each) => (role[each] === undefined ? [] : [{ role: each, field: role[each] }]));
  return (readings) => {
    const dated = dates.find(({ field }) => valueAt(readings, field) !== '');
    return { date: dated ? valueAt(readings, dated.field) : '', dateRole: dated?.role ?? basis };
  };
}

function buyerReader({ role }: SheetFacts['table'], plan: Plan): ReadBuyer {
  return (readings, date) => {
    const org = valueAt(readings, role.buyerOrgNumber);
    const customer = valueAt(readings, role.buyer);
    const customerName = valueAt(readings, role.buyerName);
    const { found: named, byOrg } = buyerOf(plan, org, customer || customerName);
    const buyer = named && plan.buyers.onDay(named, date);
    return {
      buyer: buyer?.buyer ?? -1,
      buyerHow: buyer?.how ?? null,
      buyerFound: buyer,
      buyerText: byOrg && org !== '' && customer === '' ? customerName || org : customer || customerName || org,
      buyerRole: byOrg && org !== '' ? 'buyerOrgNumber' : customer !== '' ? 'buyer' : 'buyerName',
    };
  };
}

/** Returns the agreed unit that the file has its own word for; null when it has none. */
const ownUnitOf = ({ ownUnits }: SheetFacts, text: string): string | null =>
  ownUnits.size === 0 || text === '' ? null : (ownUnits.get(normaliseUnit(text)) ?? null);

/** Reads item, quantity, price and amount together: a price can determine the unit, and both can confirm the item. */
function goodsReader(sheet: SheetFacts, plan: Plan): ReadGoods {
  const { role } = sheet.table;
  const units = memoiseText((text) => ({ unit: text === '' ? null : plan.units.read(text) }));
  const multiplies = sheet.cross !== null && !sheet.cross.measures.includes('amount');
  return (readings, date) => {
    const itemNumber = valueAt(readings, role.itemNumber);
    const gtin = valueAt(readings, role.gtin);
    const itemName = valueAt(readings, role.itemName);
    const found =
      itemNumber === '' && gtin === '' ? null : plan.items.find(itemNumber, gtin === '' ? null : gtin, itemName);
    const quantity = numberAt(readings, role.quantity);
    const unitPrice = numberAt(readings, role.unitPrice);
    const given = numberAt(readings, role.amount);
    const amount = Number.isNaN(given) && multiplies ? quantity * unitPrice : given;
    const unitText = valueAt(readings, role.unit);
    const item = found?.item ?? -1;
    const known = units(unitText).unit;
    const paid = Number.isNaN(unitPrice) ? amount / quantity : unitPrice;
    const unit = known ?? ownUnitOf(sheet, unitText) ?? unitByPrice(plan, item, unitText, paid, date);
    const itemProven = found?.how === 'zeros' && isProven(plan, item, itemName, unit, paid, date);
    return {
      itemNumber: itemProven ? plan.items.number(item) : itemNumber,
      gtin,
      itemName,
      item,
      itemHow: found?.how ?? null,
      itemProven,
      quantity,
      unitPrice,
      amount,
      unit,
      unitText,
      unitByPrice: known === null && unit !== null,
      kind: kindOf(item, itemName, itemNumber, quantity, amount),
    };
  };
}

/** Returns the function that reads the lines of one sheet. */
export function lineReader(
  sheet: SheetFacts,
  formats: ReadonlyMap<number, ColumnFormat>,
  plan: Plan,
  workbook: boolean,
): ReadLine {
  const { table } = sheet;
  const readCells = cellsReader(sheet, formats, plan, workbook);
  const readDate = dateReader(table, plan);
  const readBuyer = buyerReader(table, plan);
  const readGoods = goodsReader(sheet, plan);
  return (row, cells, cross, group = '') => {
    const readings = readCells(cells, cross, group);
    if (sheet.discount) applyDiscount(readings, table.role, cells[sheet.discount.column], sheet.discount.kind);
    const { date, dateRole } = readDate(readings);
    const buyer = readBuyer(readings, date);
    const goods = readGoods(readings, date);
    return {
      sheet,
      row: row.row,
      readings,
      itemNumber: goods.itemNumber,
      gtin: goods.gtin,
      itemName: goods.itemName,
      item: goods.item,
      itemHow: goods.itemHow,
      itemProven: goods.itemProven,
      buyer: buyer.buyer,
      buyerHow: buyer.buyerHow,
      buyerFound: buyer.buyerFound,
      buyerText: buyer.buyerText,
      buyerRole: buyer.buyerRole,
      quantity: goods.quantity,
      unitPrice: goods.unitPrice,
      amount: goods.amount,
      unit: goods.unit,
      unitText: goods.unitText,
      unitByPrice: goods.unitByPrice,
      currency: valueAt(readings, table.role.currency).toUpperCase(),
      date,
      dateRole,
      kind: goods.kind,
      blocked: false,
      asked: null,
    };
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
