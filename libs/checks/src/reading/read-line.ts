import type { Cell, Row } from '@tallgrunn/tabular';
import type { CrossBuyer, SheetFacts } from '../facts.ts';
import type { Line, LineKind } from '../line.ts';
import type { BuyerMatch } from '../plan/buyer-match.ts';
import { normaliseItemName } from '../plan/item-index.ts';
import type { GroupCustomer } from '../structure/group-rows.ts';
import type { Plan } from '../plan/plan.ts';
import { normaliseUnit } from '../plan/units.ts';
import type { FieldRole } from '../terms.ts';
import type { ColumnFormat } from '../structure/resolve-formats.ts';
import { applyDiscount, cellsReader, numberAt, textReading, valueAt } from './read-fields.ts';
import type { Readings } from './read-fields.ts';
import type { Reading } from '../cells/notes.ts';
import { memoiseText } from '@tallgrunn/tabular';
import { feeKind } from './fee-terms.ts';
import { unitByPrice } from './unit-by-price.ts';

/**
 * Reads a line. `cross`: the buyer whose columns are read, in a cross table of buyers. `group`: the buyer named above
 * the line; '' when none is.
 */
export type ReadLine = (
  row: Row,
  cells: readonly Cell[],
  cross: CrossBuyer | null,
  group?: GroupCustomer | null,
) => Line;

const dateRoles = { delivered: 'deliveredOn', ordered: 'orderedOn', invoiced: 'invoicedOn' } as const;

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

/** Maximum relative difference at which a price confirms an item. */
const PRICE_SLACK = 0.02;

/** Returns whether name or price of a line confirms the item that its number was matched to. */
function isProven(plan: Plan, item: number, name: string, unit: string | null, price: number, date: string): boolean {
  if (name !== '' && normaliseItemName(name) === normaliseItemName(plan.items.name(item))) return true;
  const agreed = plan.prices.on(item, { date: date === '' ? null : date, unit, quantity: NaN });
  return agreed.known && agreed.unit === unit && Math.abs(price / agreed.value - 1) <= PRICE_SLACK;
}

type ReadDate = (readings: Readings) => Pick<Line, 'date' | 'dateRole'>;
type ReadBuyer = (
  readings: Readings,
  date: string,
) => Pick<Line, 'buyer' | 'buyerHow' | 'buyerFound' | 'buyerText' | 'buyerRole'>;
type ReadGoods = (
  readings: (Reading | null)[],
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
  const givesUnit = sheet.calculated.some(({ index }) => index === role.unit);
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
    const item = found?.item ?? -1;
    if (givesUnit && item >= 0) readings[role.unit!] = textReading(plan.units.priceUnit(item));
    const unitText = valueAt(readings, role.unit);
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
  return (row, cells, cross, group = null) => {
    const readings = readCells(cells, cross, group);
    if (sheet.discount) applyDiscount(readings, table.role, cells[sheet.discount.column], sheet.discount);
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
