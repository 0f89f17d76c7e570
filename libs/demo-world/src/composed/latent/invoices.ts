import type { Site } from '../../setting/sites.ts';
import { addDays, onWorkingDay, type Day } from '../../values/calendar.ts';
import { randomStream } from '../../values/rng.ts';
import type { ComposedCustomer } from '../cast/customer.ts';
import type { ComposedItem } from '../cast/goods.ts';
import type { Party, Seller } from '../cast/seller.ts';
import type { DrawnHabit, HabitTracked, HabitContext } from '../habits/habit.ts';
import type { InvoicingHabit } from '../habits/invoicing/invoicing-habit.ts';
import type { Scene } from '../scene.ts';
import type { Delivery, Share } from './deliveries.ts';

/** The part of a delivery that is charged at one time. */
export interface Charge extends HabitTracked {
  readonly delivery: Delivery;
  readonly ore: number;
  readonly quantity: number;
  readonly day: Day;
  billed: ComposedCustomer;
  /** Keeps parts of one delivery on different invoices. */
  readonly part: string;
}

export type LineKind = 'goods' | 'fee' | 'discount' | 'deposit' | 'rounding';

export interface InvoiceLine extends HabitTracked {
  id: string;
  readonly kind: LineKind;
  readonly goods: ComposedItem | null;
  itemNumber: string | null;
  gtin: string | null;
  name: string;
  unit: string;
  quantity: number;
  /** Øre per unit. */
  price: number;
  /** Amount written on the line. The part that belongs to deliveries is `shares`. */
  amount: number;
  deliveredOn: Day | null;
  shares: readonly Share[];
}

export interface Invoice extends HabitTracked {
  readonly seller: Seller;
  /** Seller named on the invoice. */
  party: Party;
  billed: ComposedCustomer;
  readonly site: Site;
  number: string;
  issuedOn: Day;
  lines: InvoiceLine[];
  /** Freight charge on document level, not a line. */
  charge: number;
  /** The invoice that a credit note refers to; null where it refers to none. */
  corrects: Invoice | null;
  /** True if a credit note names the invoice it corrects. */
  names: boolean;
  order: string | null;
  currency: 'NOK' | 'EUR';
}

/** Øre per euro, for invoices in euro. */
export const EURO_ORE = 1150;

export const netOf = ({ lines, charge }: Pick<Invoice, 'lines' | 'charge'>): number =>
  lines.reduce((sum, { amount }) => sum + amount, charge);
export const vatPercentOf = ({ seller }: Pick<Invoice, 'seller'>): number => seller.goods[0]?.category.vatPercent ?? 25;
export const isCredit = (invoice: Pick<Invoice, 'lines' | 'charge'>): boolean => netOf(invoice) < 0;

export const workOf = (scene: Scene, party: string, { habit, strength }: DrawnHabit): HabitContext => ({
  draw: randomStream(scene.seed, `${party}/${habit.key}`),
  strength,
  scene,
});

/** Returns all invoices and credit notes of a supplier, in order of issue. */
export function invoicesOf(scene: Scene, seller: Seller, deliveries: readonly Delivery[]): Invoice[] {
  const habits = seller.invoicing.map((drawn) => ({ habit: drawn.habit, work: workOf(scene, seller.key, drawn) }));
  for (const { habit, work } of habits) habit.party?.(seller, work);
  const charges = assignCustomers(chargesOf(deliveries, habits), habits);
  let invoices = bundleInvoices(charges, habits, scene);
  invoices.forEach(nameLines);
  for (const { habit, work } of habits) {
    if (habit.invoice)
      for (const invoice of invoices) if (habit.invoice(invoice, work) !== false) invoice.habits.add(habit.key);
    if (habit.invoices) invoices = habit.invoices(invoices, work);
  }
  return numberInvoices(
    invoices.filter(({ lines }) => lines.length > 0),
    habits,
  );
}

type HabitWithContext = readonly { readonly habit: InvoicingHabit; readonly work: HabitContext }[];

function chargesOf(deliveries: readonly Delivery[], habits: HabitWithContext): readonly Charge[] {
  let charges = deliveries.map((delivery): Charge => ({
    delivery,
    ore: delivery.amount,
    quantity: delivery.quantity,
    day: delivery.day,
    billed: delivery.customer.booksAt ?? delivery.customer,
    part: '',
    habits: new Set(delivery.habits),
  }));
  for (const { habit, work } of habits) if (habit.charges) charges = habit.charges(charges, work);
  return charges;
}

function assignCustomers(charges: readonly Charge[], habits: HabitWithContext): readonly Charge[] {
  for (const { habit, work } of habits)
    for (const charge of habit.billed ? charges : []) {
      const other = habit.billed?.(charge, work) ?? null;
      if (other === null || other === charge.billed) continue;
      charge.billed = other;
      charge.habits.add(habit.key);
    }
  return charges;
}

/** Returns the default bundle key. Returns have separate documents. */
const defaultBundleKey = ({ delivery, part }: Charge): string => `${delivery.site.id}/${delivery.order}/${part}`;

function bundleInvoices(charges: readonly Charge[], habits: HabitWithContext, scene: Scene): Invoice[] {
  const bundler = habits.find(({ habit }) => habit.bundle);
  const dater = habits.find(({ habit }) => habit.issuedOn);
  const draw = randomStream(scene.seed, `invoices/${charges[0]?.delivery.seller.key ?? ''}`);
  const bundles = Map.groupBy(charges, (charge) => {
    const key = bundler?.habit.bundle?.(charge, bundler.work) ?? defaultBundleKey(charge);
    return `${charge.billed.place.number}/${charge.delivery.returns && !key.startsWith('both/') ? `credit/${charge.day}/` : ''}${key}`;
  });
  return [...bundles.values()].map((own) => {
    const first = own[0] as Charge;
    const last = own.reduce((latest, { day }) => (day > latest ? day : latest), first.day);
    const issuedOn = dater?.habit.issuedOn?.(last, dater.work) ?? onWorkingDay(addDays(last, draw.int(1, 4)));
    const touched = [...(bundler && own.length > 1 ? [bundler.habit.key] : []), ...(dater ? [dater.habit.key] : [])];
    return {
      seller: first.delivery.seller,
      party: first.delivery.seller,
      billed: first.billed,
      site: first.delivery.site,
      number: '',
      issuedOn,
      charge: 0,
      corrects: null,
      names: true,
      currency: 'NOK',
      order: new Set(own.map(({ delivery }) => delivery.order)).size === 1 ? first.delivery.order : null,
      lines: own.map(lineOf),
      habits: new Set(touched),
    };
  });
}

function lineOf({ delivery, ore, quantity, day, habits }: Charge): InvoiceLine {
  const { goods } = delivery;
  return {
    id: '',
    kind: 'goods',
    goods,
    itemNumber: goods.number,
    gtin: goods.gtin,
    name: goods.name,
    unit: goods.unit,
    quantity,
    price: goods.price,
    amount: ore,
    deliveredOn: day,
    shares: [{ delivery, ore }],
    habits: new Set(habits),
  };
}

export const nameLines = ({ lines }: Invoice): void =>
  lines.forEach((line, at) => {
    line.id = String(at + 1);
  });

function numberInvoices(invoices: Invoice[], habits: HabitWithContext): Invoice[] {
  const numberer = habits.find(({ habit }) => habit.number);
  const issued = (invoice: Invoice) => invoice.issuedOn;
  dateCreditNotes(invoices);
  invoices.sort(
    (a, b) =>
      issued(a).localeCompare(issued(b)) ||
      a.site.id.localeCompare(b.site.id) ||
      (a.order ?? '').localeCompare(b.order ?? ''),
  );
  const counts = new Map<string, number>();
  for (const invoice of invoices) {
    const series = numberer?.habit.series?.(invoice) ?? '';
    const count = (counts.get(series) ?? 0) + 1;
    counts.set(series, count);
    invoice.number =
      numberer?.habit.number?.(count, invoice) ?? String(20_000 + Number(invoice.seller.orgNumber.slice(2, 6)) + count);
    if (numberer) invoice.habits.add(numberer.habit.key);
  }
  return invoices;
}

/** Dates each credit note after the invoice it corrects. */
function dateCreditNotes(invoices: readonly Invoice[]): void {
  const charged = new Map(
    invoices.flatMap((invoice) =>
      invoice.lines.flatMap(({ shares }) => shares.map(({ delivery }): [Delivery, Invoice] => [delivery, invoice])),
    ),
  );
  for (const invoice of invoices) {
    if (!isCredit(invoice)) continue;
    const returned = invoice.lines.flatMap(({ shares }) => shares).find(({ delivery }) => delivery.returns)
      ?.delivery.returns;
    const original = invoice.corrects ?? (returned ? (charged.get(returned) ?? null) : null);
    if (original === null || original === invoice) continue;
    invoice.corrects = original;
    if (invoice.issuedOn <= original.issuedOn) invoice.issuedOn = onWorkingDay(addDays(original.issuedOn, 2));
  }
}
