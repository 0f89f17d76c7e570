import { addDays, monthOf, onWorkingDay, type Day } from '../../values/calendar.ts';
import type { Site } from '../../setting/sites.ts';
import type { ComposedCustomer } from '../cast/customer.ts';
import type { HabitTracked, HabitContext } from '../habits/habit.ts';
import type { BookingHabit } from '../habits/booking/booking-habit.ts';
import type { Scene } from '../scene.ts';
import type { Share } from './deliveries.ts';
import { netOf, vatPercentOf, workOf, type Invoice, type InvoiceLine } from './invoices.ts';

/** One posting of a ledger. `amount` is in øre excl. VAT; `written` is the amount in the file. */
export interface Posting extends HabitTracked {
  readonly customer: ComposedCustomer;
  readonly kind: 'goods' | 'fee' | 'vat';
  readonly invoices: readonly Invoice[];
  amount: number;
  written: number;
  readonly vatPercent: number;
  readonly shares: readonly Share[];
  account: string;
  site: Site;
  bookedOn: Day;
  /** 'YYYY-MM', or month 13 (year-end closing). */
  period: string;
  voucher: string;
  supplierNumber: string;
  supplierName: string;
  supplierOrgNumber: string;
  invoiceNumber: string;
  invoiceDate: Day | null;
  text: string;
}

const FEE_ACCOUNT = '130';
const VAT_ACCOUNT = '429';

/** Returns all postings of a municipality for the suppliers’ invoices. */
export function postingsOf(scene: Scene, customer: ComposedCustomer, invoices: readonly Invoice[]): Posting[] {
  const habits = customer.booking.map((drawn) => ({
    habit: drawn.habit,
    work: workOf(scene, customer.place.number, drawn),
  }));
  const clerk = workOf(scene, customer.place.number, {
    habit: { key: 'clerk', slot: '', does: '', leaves: '' },
    strength: 0,
  }).draw;
  const booked = invoices.filter((invoice) =>
    habits.every(({ habit, work }) => habit.booked?.(invoice, work) !== false),
  );
  let postings = booked.flatMap((invoice, at) => {
    const bookedOn = onWorkingDay(addDays(invoice.issuedOn, clerk.int(2, 12)));
    const defaultPosting = defaultPostings(
      customer,
      invoice,
      bookedOn,
      `${customer.place.number.slice(2)}${String(at + 1).padStart(5, '0')}`,
    );
    return habits.reduce<readonly Posting[]>(
      (own, { habit, work }) => markChanged(habit.split?.(own, invoice, work) ?? null, own, habit.key),
      defaultPosting,
    );
  });
  for (const { habit, work } of habits) if (habit.ledger) postings = habit.ledger(postings, work);
  writeAmounts(postings, habits);
  return postings;
}

/** Returns the new postings, marked with the habit; the old ones where `next` is null. */
function markChanged(next: readonly Posting[] | null, before: readonly Posting[], key: string): readonly Posting[] {
  for (const posting of next ?? []) posting.habits.add(key);
  return next ?? before;
}

type HabitWithContext = readonly { readonly habit: BookingHabit; readonly work: HabitContext }[];

function writeAmounts(postings: readonly Posting[], habits: HabitWithContext): void {
  const gross = habits.find(({ habit }) => habit.amounts === 'gross')?.habit;
  const rounding = habits.find(({ habit }) => habit.roundsTo !== undefined)?.habit;
  for (const posting of postings) {
    const ore = gross ? Math.round((posting.amount * (100 + posting.vatPercent)) / 100) : posting.amount;
    const step = rounding?.roundsTo ?? 1;
    posting.written = Math.sign(ore) * Math.round(Math.abs(ore) / step) * step;
    for (const habit of [gross, rounding]) if (habit) posting.habits.add(habit.key);
    for (const { habit, work } of habits)
      if (habit.posting && habit.posting(posting, work) !== false) posting.habits.add(habit.key);
  }
}

/** Creates one posting per account. Fees are added to the account with the largest amount. */
function defaultPostings(customer: ComposedCustomer, invoice: Invoice, bookedOn: Day, voucher: string): Posting[] {
  const goods = Map.groupBy(
    invoice.lines.filter(({ goods: of }) => of !== null),
    (line) => line.goods?.category.art ?? FEE_ACCOUNT,
  );
  const rest = netOf(invoice) - [...goods.values()].flat().reduce((sum, { amount }) => sum + amount, 0);
  if (goods.size === 0) return [postingOf(customer, invoice, bookedOn, voucher, '120', netOf(invoice), invoice.lines)];
  const [largest] = [...goods].sort(([, a], [, b]) => Math.abs(total(b)) - Math.abs(total(a)));
  return [...goods].map(([account, lines]) =>
    postingOf(
      customer,
      invoice,
      bookedOn,
      voucher,
      account,
      total(lines) + (account === largest?.[0] ? rest : 0),
      lines,
    ),
  );
}

const total = (lines: readonly InvoiceLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

export function postingOf(
  customer: ComposedCustomer,
  invoice: Invoice,
  bookedOn: Day,
  voucher: string,
  account: string,
  amount: number,
  lines: readonly InvoiceLine[],
  kind: Posting['kind'] = 'goods',
): Posting {
  const { payee } = invoice.seller;
  const paid = payee && invoice.issuedOn >= payee.from ? payee : invoice.party;
  return {
    customer,
    kind,
    invoices: [invoice],
    amount,
    written: amount,
    vatPercent: vatPercentOf(invoice),
    shares: lines.flatMap(({ shares }) => shares),
    account,
    site: invoice.site.municipality.number === customer.place.number ? invoice.site : (customer.sites[0] as Site),
    bookedOn,
    period: monthOf(bookedOn),
    voucher,
    supplierNumber: String(50_000 + (Number(paid.orgNumber.slice(3)) % 40_000)),
    supplierName: paid.name,
    supplierOrgNumber: paid.orgNumber,
    invoiceNumber: invoice.number,
    invoiceDate: invoice.issuedOn,
    text: invoice.seller.trade.title,
    habits: new Set([
      ...invoice.habits,
      ...(paid === payee ? ['paid-to-factor'] : []),
      ...lines.flatMap(({ habits }) => [...habits]),
    ]),
  };
}

/** Returns the separate row for compensated VAT that accompanies a posting. */
export const vatRowOf = (posting: Posting): Posting => ({
  ...posting,
  kind: 'vat',
  account: VAT_ACCOUNT,
  written: Math.round((posting.amount * posting.vatPercent) / 100),
  amount: 0,
  shares: [],
  text: 'Mva-kompensasjon',
  habits: new Set(),
});
