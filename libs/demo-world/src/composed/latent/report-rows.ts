import type { Day } from '../../values/calendar.ts';
import type { ReportField } from '../cast/report-form.ts';
import type { Seller } from '../cast/seller.ts';
import { workOf, type Invoice, type InvoiceLine } from './invoices.ts';
import type { Delivery, Share } from './deliveries.ts';
import type { HabitTracked } from '../habits/habit.ts';
import type { Scene } from '../scene.ts';

/**
 * One row of a supplier's report: the cells and the deliveries it contains. Amounts are in øre, quantities in
 * thousandths; null is an empty cell.
 */
export interface ReportRow extends HabitTracked {
  readonly seller: Seller;
  readonly kind: 'goods' | 'fee';
  buyer: string;
  buyerOrgNumber: string;
  site: string | null;
  deliveredOn: Day;
  orderedOn: Day | null;
  orderNumber: string | null;
  invoiceNumber: string | null;
  invoiceLine: string | null;
  itemNumber: string | null;
  gtin: string | null;
  itemName: string;
  quantity: number | null;
  unit: string | null;
  unitPrice: number | null;
  amount: number;
  shares: readonly Share[];
  /** The invoices that contain it, in order of issue. */
  readonly invoices: readonly Invoice[];
}

/** The invoice lines that charge each delivery. A report names the first one. */
export type ChargesByDelivery = ReadonlyMap<
  Delivery,
  readonly { readonly invoice: Invoice; readonly line: InvoiceLine }[]
>;

export function chargesByDelivery(invoices: readonly Invoice[]): ChargesByDelivery {
  const charged = new Map<Delivery, { invoice: Invoice; line: InvoiceLine }[]>();
  for (const invoice of invoices)
    for (const line of invoice.lines)
      for (const { delivery } of line.shares)
        charged.set(delivery, [...(charged.get(delivery) ?? []), { invoice, line }]);
  return charged;
}

function defaultRow(delivery: Delivery, charged: ChargesByDelivery): ReportRow {
  const { seller, customer, site, goods, day, orderedOn, order, quantity, amount } = delivery;
  const own = charged.get(delivery) ?? [];
  return {
    seller,
    kind: 'goods',
    buyer: customer.name,
    buyerOrgNumber: customer.place.orgNumber,
    site: site.name,
    deliveredOn: day,
    orderedOn,
    orderNumber: order,
    invoiceNumber: own[0]?.invoice.number ?? null,
    invoiceLine: own[0]?.line.id ?? null,
    itemNumber: goods.number,
    gtin: goods.gtin,
    itemName: goods.name,
    quantity,
    unit: goods.unit,
    unitPrice: goods.price,
    amount,
    shares: [{ delivery, ore: amount }],
    invoices: own.map(({ invoice }) => invoice),
    habits: new Set(delivery.habits),
  };
}

/** Returns all rows that a supplier ever reports. The day of a row decides its report. */
export function reportRowsOf(
  scene: Scene,
  seller: Seller,
  deliveries: readonly Delivery[],
  charged: ChargesByDelivery,
): ReportRow[] {
  let rows = deliveries.map((delivery) => defaultRow(delivery, charged));
  const habits = seller.reporting.map((drawn) => ({ habit: drawn.habit, work: workOf(scene, seller.key, drawn) }));
  for (const { habit, work } of habits) if (habit.rows) rows = habit.rows(rows, work);
  for (const { habit, work } of habits) {
    if (!habit.sum) continue;
    const groups = Map.groupBy(rows, (row) => (row.kind === 'goods' && habit.sum?.(row, work)) || row);
    rows = [...groups].map(([key, own]) =>
      typeof key === 'string' ? sumOf(own, habit.key, habit.loses ?? [], habit.named) : (own[0] as ReportRow),
    );
  }
  for (const { habit, work } of habits)
    if (habit.row) for (const row of rows) if (habit.row(row, work) !== false) row.habits.add(habit.key);
  return rows;
}

function sumOf(
  own: readonly ReportRow[],
  key: string,
  loses: readonly ReportField[],
  named?: (row: ReportRow) => string,
): ReportRow {
  const first = own[0] as ReportRow;
  const amount = own.reduce((sum, row) => sum + row.amount, 0);
  const quantity = own.every((row) => row.quantity !== null)
    ? own.reduce((sum, row) => sum + (row.quantity ?? 0), 0)
    : null;
  const same = <K extends keyof ReportRow>(field: K) =>
    own.every((row) => row[field] === first[field]) ? first[field] : null;
  const row: ReportRow = {
    ...first,
    amount,
    quantity,
    shares: own.flatMap(({ shares }) => shares),
    invoices: [...new Set(own.flatMap(({ invoices }) => invoices))],
    habits: new Set([...own.flatMap(({ habits }) => [...habits]), key]),
    deliveredOn: own.reduce((last, { deliveredOn }) => (deliveredOn > last ? deliveredOn : last), first.deliveredOn),
    site: same('site'),
    orderedOn: same('orderedOn'),
    orderNumber: same('orderNumber'),
    invoiceNumber: same('invoiceNumber'),
    invoiceLine: same('invoiceLine'),
  };
  if (named) row.itemName = named(row);
  for (const field of loses)
    if (
      field !== 'amount' &&
      field !== 'currency' &&
      field !== 'deliveredOn' &&
      field !== 'buyer' &&
      field !== 'buyerOrgNumber' &&
      field !== 'itemName'
    )
      row[field] = null;
  if (loses.includes('quantity')) Object.assign(row, { quantity: 1000, unit: 'stk', unitPrice: amount });
  return row;
}
