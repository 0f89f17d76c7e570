import type { Scenario } from '../setting/scenario.ts';
import type { Site } from '../setting/sites.ts';
import type { Supplier } from '../setting/supplier.ts';
import { percentOf, total } from '../values/amounts.ts';
import { addDays, monthOf, onWorkingDay, type Day } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { Delivery } from './deliveries.ts';
import type { FeeHabit } from './habits.ts';

export interface InvoiceLine {
  number: string;
  delivery: Delivery;
}

/** An extra charge: on document level, or as a separate line. */
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
  /** Key of the branch that sends it. */
  branch: string | null;
  lines: InvoiceLine[];
  fee: Fee | null;
  vatPercent: number;
  /** Number of the corrected invoice. */
  corrects: string | null;
}

/** Returns the seller named on the invoice: the branch where a branch delivered, otherwise the supplier. */
export function sellerOf({ supplier, branch }: Pick<Invoice, 'supplier' | 'branch'>): {
  name: string;
  orgNumber: string;
} {
  return supplier.branches?.find(({ key }) => key === branch) ?? supplier;
}

export const goodsOf = (invoice: Invoice): number => total(invoice.lines, (line) => line.delivery.amount);
export const netOf = (invoice: Invoice): number => goodsOf(invoice) + (invoice.fee?.amount ?? 0);
export const vatOf = (invoice: Invoice): number => percentOf(netOf(invoice), invoice.vatPercent);

/** Bundles deliveries into numbered invoices and credit notes, in order of issue within a span. */
export class InvoiceGenerator {
  private readonly streams: { supplier: Supplier; rng: Rng; count: number }[];

  constructor({ suppliers, seed }: Scenario) {
    this.streams = suppliers.map((supplier) => ({
      supplier,
      rng: randomStream(seed, `invoices/${supplier.key}`),
      count: 0,
    }));
  }

  next(deliveries: readonly Delivery[]): Invoice[] {
    const bySupplier = Map.groupBy(deliveries, (one) => one.supplier);
    return this.streams.flatMap((stream) => {
      const { supplier, rng } = stream;
      const bundles = Map.groupBy(bySupplier.get(supplier) ?? [], (one) => bundleKey(one));
      const drafts = [...bundles.values()].map((bundle) => draftOf(bundle, rng));
      dateCreditNotes(drafts);
      drafts.sort((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.site.id.localeCompare(b.site.id));
      const invoices = drafts.map((draft) => ({
        ...draft,
        number: supplier.habit.invoiceNumber(draft.issuedOn, (stream.count += 1)),
      }));
      for (const invoice of invoices)
        for (const { delivery, number } of invoice.lines) delivery.billed = { invoice, line: number };
      return invoices.map(linkCredit);
    });
  }
}

/** Dates each credit note after the invoice it corrects, which is in the same or an earlier span. */
function dateCreditNotes(drafts: InvoiceDraft[]): void {
  const issued = new Map(drafts.flatMap((draft) => draft.lines.map((line) => [line.delivery, draft.issuedOn])));
  for (const draft of drafts) {
    const returned = draft.lines[0]?.delivery.returns ?? null;
    const original = returned && (issued.get(returned) ?? returned.billed?.invoice.issuedOn);
    if (!original || original < draft.issuedOn) continue;
    draft.issuedOn = onWorkingDay(addDays(original, 1));
    draft.dueOn = addDays(draft.issuedOn, 30);
  }
}

type InvoiceDraft = Omit<Invoice, 'number'>;

function bundleKey(delivery: Delivery): string {
  const place = `${delivery.branch === null ? '' : `${delivery.branch}/`}${delivery.site.id}`;
  if (delivery.returns !== null) return `credit/${place}/${delivery.orderNumber}/${monthOf(delivery.deliveredOn)}`;
  return delivery.supplier.habit.invoicing === 'monthly'
    ? `${place}/${monthOf(delivery.deliveredOn)}`
    : `${place}/${delivery.orderNumber}`;
}

function draftOf(bundle: Delivery[], rng: Rng): InvoiceDraft {
  const first = bundle[0] as Delivery;
  const isCredit = first.returns !== null;
  const lastDeliveryOn = bundle.reduce(
    (last, one) => (one.deliveredOn > last ? one.deliveredOn : last),
    first.deliveredOn,
  );
  const issuedOn = onWorkingDay(addDays(lastDeliveryOn, Math.max(1, Math.round(3 * rng.logNormal(0.6)))));
  const goods = total(bundle, (one) => one.amount);
  return {
    kind: isCredit ? 'credit-note' : 'invoice',
    supplier: first.supplier,
    site: first.site,
    issuedOn,
    dueOn: addDays(issuedOn, 30),
    lastDeliveryOn,
    branch: first.branch,
    lines: bundle.map((delivery, index) => ({ number: String(index + 1), delivery })),
    fee: isCredit ? null : feeOn(goods, first.supplier.habit.fees, rng),
    vatPercent: first.item.category.vatPercent,
    corrects: null,
  };
}

function feeOn(goods: number, habits: readonly FeeHabit[], rng: Rng): Fee | null {
  const habit = habits.find((one) => rng.chance(one.chance));
  if (!habit) return null;
  const amount = Math.max(4900, Math.round((goods * rng.between(...habit.percent)) / 10_000) * 100);
  return { name: habit.name, amount, form: habit.form };
}

/** Sets in a credit note the number of the invoice that charged the returned goods. */
function linkCredit(one: Invoice): Invoice {
  if (one.kind === 'credit-note') one.corrects = one.lines[0]?.delivery.returns?.billed?.invoice.number ?? null;
  return one;
}
