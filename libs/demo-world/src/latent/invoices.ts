import type { Site } from '../setting/sites.ts';
import { suppliers, type Supplier, type SupplierKey } from '../setting/suppliers.ts';
import { percentOf, total } from '../values/amounts.ts';
import { addDays, monthOf, onWorkingDay, type Day } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { Delivery } from './deliveries.ts';
import { tradeHabits } from './habits.ts';

export interface InvoiceLine {
  number: string;
  delivery: Delivery;
}

/** Something charged beside the goods: as a charge on the whole document, or as a line of its own. */
export interface Fee {
  name: string;
  amount: number;
  form: 'charge' | 'line';
}

export interface Invoice {
  number: string;
  kind: 'invoice' | 'credit-note';
  supplier: Supplier;
  site: Site;
  issuedOn: Day;
  dueOn: Day;
  lastDeliveryOn: Day;
  lines: InvoiceLine[];
  fee: Fee | null;
  vatPercent: number;
  /** Number of the invoice that is corrected. */
  corrects: string | null;
}

export const goodsOf = (invoice: Invoice): number => total(invoice.lines, (line) => line.delivery.amount);
export const netOf = (invoice: Invoice): number => goodsOf(invoice) + (invoice.fee?.amount ?? 0);
export const vatOf = (invoice: Invoice): number => percentOf(netOf(invoice), invoice.vatPercent);

/** How each supplier numbers its invoices; the sequence restarts with the year where the year is in the number. */
const numbering: Record<SupplierKey, (day: Day, sequence: number) => string> = {
  finnskog: (_, sequence) => String(4_100_000 + sequence * 3),
  solglott: (day, sequence) => `SF-${day.slice(2, 4)}-${String(sequence).padStart(5, '0')}`,
  blyant: (_, sequence) => String(90_012_000 + sequence),
  nettverket: (day, sequence) => `N-${day.slice(0, 4)}-${String(sequence).padStart(5, '0')}`,
};

type FeeHabit = { name: string; chance: number; form: Fee['form']; percent: [number, number] };
const fees: Record<SupplierKey, FeeHabit[]> = {
  finnskog: [{ name: 'Frakt og emballasje', chance: 0.45, form: 'charge', percent: [2, 6] }, { name: 'Pant returkasser', chance: 0.3, form: 'line', percent: [1, 3] }],
  solglott: [{ name: 'Kollipant', chance: 0.5, form: 'line', percent: [2, 5] }],
  blyant: [{ name: 'Frakt', chance: 0.6, form: 'charge', percent: [2, 6] }],
  nettverket: [{ name: 'Miljøgebyr EE-avfall', chance: 0.3, form: 'line', percent: [0.5, 2] }, { name: 'Klargjøring av klienter', chance: 0.4, form: 'line', percent: [3, 8] }],
};

/** Bundles deliveries into numbered invoices and credit notes, in order of issue. */
export function makeInvoices(seed: number, deliveries: readonly Delivery[]): Invoice[] {
  return suppliers.flatMap(({ key }) => {
    const rng = randomStream(seed, `invoices/${key}`);
    const drafts = groupByKey(deliveries.filter((one) => one.supplier.key === key), (one) => bundleKey(key, one)).map((bundle) => draftOf(bundle, rng));
    afterWhatTheyCorrect(drafts);
    drafts.sort((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.site.id.localeCompare(b.site.id));
    return linkCredits(drafts.map((draft, index) => ({ ...draft, number: numbering[key](draft.issuedOn, index + 1) })));
  });
}

/** A credit note is issued after the invoice it corrects. */
function afterWhatTheyCorrect(drafts: Draft[]): void {
  const issued = new Map(drafts.flatMap((draft) => draft.lines.map((line) => [line.delivery.id, draft.issuedOn])));
  for (const draft of drafts) {
    const original = issued.get(draft.lines[0]?.delivery.returns ?? 0);
    if (!original || original < draft.issuedOn) continue;
    draft.issuedOn = onWorkingDay(addDays(original, 1));
    draft.dueOn = addDays(draft.issuedOn, 30);
  }
}

type Draft = Omit<Invoice, 'number'>;

function bundleKey(key: SupplierKey, delivery: Delivery): string {
  if (delivery.returns !== null) return `credit/${delivery.site.id}/${delivery.orderNumber}/${monthOf(delivery.deliveredOn)}`;
  return tradeHabits[key].invoicing === 'monthly' ? `${delivery.site.id}/${monthOf(delivery.deliveredOn)}` : `${delivery.site.id}/${delivery.orderNumber}`;
}

function groupByKey<T>(list: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

function draftOf(bundle: Delivery[], rng: Rng): Draft {
  const first = bundle[0] as Delivery;
  const isCredit = first.returns !== null;
  const lastDeliveryOn = bundle.reduce((last, one) => (one.deliveredOn > last ? one.deliveredOn : last), first.deliveredOn);
  const issuedOn = onWorkingDay(addDays(lastDeliveryOn, Math.max(1, Math.round(3 * rng.logNormal(0.6)))));
  const goods = total(bundle, (one) => one.amount);
  return {
    kind: isCredit ? 'credit-note' : 'invoice', supplier: first.supplier, site: first.site, issuedOn, dueOn: addDays(issuedOn, 30), lastDeliveryOn,
    lines: bundle.map((delivery, index) => ({ number: String(index + 1), delivery })),
    fee: isCredit ? null : feeOn(goods, fees[first.supplier.key], rng),
    vatPercent: first.item.category.vatPercent, corrects: null,
  };
}

function feeOn(goods: number, habits: FeeHabit[], rng: Rng): Fee | null {
  const habit = habits.find((one) => rng.chance(one.chance));
  if (!habit) return null;
  const amount = Math.max(4900, Math.round((goods * rng.between(...habit.percent)) / 10_000) * 100);
  return { name: habit.name, amount, form: habit.form };
}

/** Names in each credit note the invoice on which the returned goods were charged. */
function linkCredits(invoices: Invoice[]): Invoice[] {
  const chargedOn = new Map(invoices.filter((one) => one.kind === 'invoice').flatMap((one) => one.lines.map((line) => [line.delivery.id, one.number])));
  return invoices.map((one) => (one.kind === 'invoice' ? one : { ...one, corrects: chargedOn.get(one.lines[0]?.delivery.returns ?? 0) ?? null }));
}
