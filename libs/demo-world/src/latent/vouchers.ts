import { isParticipant, type Agreement } from '../setting/agreement.ts';
import { ledgerMunicipality, type Municipality } from '../setting/municipalities.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { Site, SiteKind } from '../setting/sites.ts';
import { agreementOn, type Supplier } from '../setting/supplier.ts';
import { percentOf, total } from '../values/amounts.ts';
import { addDays, monthOf, onWorkingDay, periodRange, quarterOf, type Day } from '../values/calendar.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { Delivery } from './deliveries.ts';
import { sellerOf, vatOf, type Invoice } from './invoices.ts';

export type PostingKind = 'goods' | 'fee' | 'vat' | 'off-agreement' | 'other' | 'internal';

export interface Posting {
  kind: PostingKind;
  art: string;
  /** Correct account code (art). */
  rightArt: string;
  accountClass: '0' | '1';
  site: Site;
  /** Øre; credit is negative. */
  amount: number;
  /** Product category, if any. */
  category: string | null;
  text: string;
}

export interface Voucher {
  municipality: Municipality;
  /** Assigned when all vouchers of the municipality are known. */
  number: string;
  bookedOn: Day;
  /** Accounting period 'YYYY-MM'. */
  period: string;
  seller: { name: string; orgNumber: string } | null;
  invoiceNumber: string;
  issuedOn: Day;
  dueOn: Day;
  postings: Posting[];
  invoice: Invoice | null;
}

/** Returns the accounting period: that of the delivery while it is open, otherwise that of the booking. */
export function bookingPeriod({ closing }: Pick<Scenario, 'closing'>, deliveredOn: Day, bookedOn: Day): string {
  const lastDayOf = (key: string) => addDays(periodRange(key).end, -1);
  if (bookedOn <= addDays(lastDayOf(monthOf(deliveredOn)), 8)) return monthOf(deliveredOn);
  const quarter = quarterOf(deliveredOn);
  if (quarterOf(bookedOn) === quarter) return monthOf(bookedOn);
  return bookedOn <= addDays(lastDayOf(quarter), quarter.endsWith('Q4') ? closing.yearDays : closing.quarterDays)
    ? monthOf(lastDayOf(quarter))
    : monthOf(bookedOn);
}

/** Creates the vouchers of the seven municipalities, numbered per municipality in order of booking within a span. */
export class VoucherGenerator {
  private readonly scenario: Scenario;
  private readonly clerks: { municipality: Municipality; rng: Rng; count: number }[];

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.clerks = scenario.buyers
      .filter(({ body }) => !body)
      .map((municipality) => ({
        municipality,
        rng: randomStream(scenario.seed, `vouchers/${municipality.number}`),
        count: 0,
      }));
  }

  next(months: readonly string[], invoices: readonly Invoice[], deliveries: readonly Delivery[]): Voucher[] {
    const booked = Map.groupBy(invoices, (invoice) => ledgerMunicipality(invoice.site.municipality));
    const bought = monthlyTotals(deliveries);
    return this.clerks.flatMap((clerk) => {
      const { municipality: one, rng } = clerk;
      const desk: AccountingDepartment = {
        scenario: this.scenario,
        one,
        rng,
        sites: this.scenario.sites.filter((site) => site.municipality === one),
      };
      const own = (booked.get(one.number) ?? []).map((invoice) => fromInvoice(desk, invoice));
      const vouchers = [
        ...own,
        ...offContractVouchers(desk, months, bought),
        ...otherVouchers(desk, months),
        ...internalVouchers(desk, months),
      ];
      vouchers.sort((a, b) => a.bookedOn.localeCompare(b.bookedOn) || a.invoiceNumber.localeCompare(b.invoiceNumber));
      for (const voucher of vouchers)
        voucher.number = String(Number(one.number.slice(2)) * 1_000_000 + 25_001 + clerk.count++);
      return vouchers;
    });
  }
}

/** The accounting department of one municipality. */
interface AccountingDepartment {
  scenario: Scenario;
  one: Municipality;
  rng: Rng;
  sites: readonly Site[];
}

/** Returns the delivered amount in øre, by supplier and month. */
function monthlyTotals(deliveries: readonly Delivery[]): ReadonlyMap<string, number> {
  const bought = new Map<string, number>();
  for (const delivery of deliveries) {
    const key = `${delivery.supplier.key}/${monthOf(delivery.deliveredOn)}`;
    bought.set(key, (bought.get(key) ?? 0) + delivery.amount);
  }
  return bought;
}

/** Wrong account codes that a hurried clerk uses, by correct code. */
const wrongAccounts: Record<string, string> = {
  '115': '120',
  '100': '120',
  '105': '100',
  '200': '120',
  '120': '200',
  '110': '120',
  '170': '120',
  '250': '230',
};
const mispostingRate = 0.06;

function fromInvoice({ scenario, one: municipality, rng }: AccountingDepartment, invoice: Invoice): Voucher {
  const bookedOn = onWorkingDay(addDays(invoice.issuedOn, Math.max(1, Math.round(5 * rng.logNormal(0.5)))));
  const byArt = new Map<string, Delivery[]>();
  for (const { delivery } of invoice.lines)
    byArt.set(delivery.item.category.art, [...(byArt.get(delivery.item.category.art) ?? []), delivery]);
  const text = `${invoice.kind === 'credit-note' ? 'Kreditnota' : 'Faktura'} ${invoice.number} ${invoice.supplier.name}`;
  const postings = [...byArt].map(([rightArt, list]): Posting => ({
    kind: 'goods',
    rightArt,
    art: rng.chance(mispostingRate) ? (wrongAccounts[rightArt] as string) : rightArt,
    accountClass: '1',
    site: invoice.site,
    amount: total(list, (one) => one.amount),
    category: commonCategory(list),
    text,
  }));
  if (invoice.fee)
    postings.push({
      kind: 'fee',
      rightArt: '120',
      art: '120',
      accountClass: '1',
      site: invoice.site,
      amount: invoice.fee.amount,
      category: null,
      text: `${invoice.fee.name} ${invoice.number}`,
    });
  postings.push(vatPosting(invoice.site, vatOf(invoice), text));
  return {
    municipality,
    number: '',
    bookedOn,
    period: bookingPeriod(scenario, invoice.lastDeliveryOn, bookedOn),
    seller: payeeOf(invoice),
    invoiceNumber: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    postings,
    invoice,
  };
}

/** Returns the payee: the seller, or the factoring company that has taken over its claims. */
export function payeeOf(invoice: Invoice): { name: string; orgNumber: string } {
  const { payee } = invoice.supplier;
  return payee && invoice.issuedOn >= payee.from ? payee : sellerOf(invoice);
}

const commonCategory = (list: readonly Delivery[]): string | null =>
  new Set(list.map((one) => one.item.category.key)).size === 1 ? (list[0]?.item.category.key ?? null) : null;

const vatPosting = (site: Site, amount: number, text: string): Posting => ({
  kind: 'vat',
  art: '429',
  rightArt: '429',
  accountClass: '1',
  site,
  amount,
  category: null,
  text: `Mva-kompensasjon ${text}`,
});

interface Purchase {
  seller: { name: string; orgNumber: string };
  kind: PostingKind;
  art: string;
  accountClass: '0' | '1';
  site: Site;
  amount: number;
  vatPercent: number;
  category: string | null;
  text: string;
  issuedOn: Day;
}

/** Creates a voucher with one cost line and its VAT. */
function simpleVoucher(purchase: Purchase, { scenario, rng }: AccountingDepartment): Voucher {
  const bookedOn = onWorkingDay(addDays(purchase.issuedOn, Math.max(1, Math.round(6 * rng.logNormal(0.5)))));
  const { kind, art, accountClass, site, amount, category, text, issuedOn, seller } = purchase;
  const postings: Posting[] = [{ kind, art, rightArt: art, accountClass, site, amount, category, text }];
  if (purchase.vatPercent > 0) postings.push(vatPosting(site, percentOf(amount, purchase.vatPercent), text));
  return {
    municipality: site.municipality,
    number: '',
    bookedOn,
    period: bookingPeriod(scenario, issuedOn, bookedOn),
    seller,
    invoiceNumber: String(rng.int(100_000, 9_999_999)),
    issuedOn,
    dueOn: addDays(issuedOn, 30),
    postings,
    invoice: null,
  };
}

const dayIn = (month: string, rng: Rng): Day => onWorkingDay(`${month}-${String(rng.int(1, 24)).padStart(2, '0')}`);
const siteOfKind = ({ sites, rng }: AccountingDepartment, kind: SiteKind): Site =>
  rng.pick(sites.filter((site) => site.kind === kind));

/**
 * Creates purchases of agreed items from other sellers. Before the municipality joined the agreement, all purchases are
 * of this kind.
 */
function offContractVouchers(
  desk: AccountingDepartment,
  months: readonly string[],
  bought: ReadonlyMap<string, number>,
): Voucher[] {
  const { scenario, one, rng } = desk;
  return months.flatMap((month) =>
    scenario.offAgreement.flatMap((habit) => {
      const ownShare = (bought.get(`${habit.instead}/${month}`) ?? 0) * one.share;
      const share = isParticipant(agreementFor(scenario, habit.instead, `${month}-01`), one.number, `${month}-01`)
        ? habit.share
        : 1;
      const amount = Math.round(ownShare * share * rng.logNormal(0.3));
      const count = amount > 4_000_000 ? 2 : amount > 60_000 ? 1 : 0;
      return Array.from({ length: count }, () =>
        simpleVoucher(
          {
            seller: { name: habit.supplierName, orgNumber: habit.supplierOrgNumber },
            kind: 'off-agreement',
            art: habit.art,
            accountClass: '1',
            site: siteOfKind(desk, habit.site),
            amount: Math.round(amount / count),
            vatPercent: habit.vatPercent,
            category: habit.category,
            text: habit.text,
            issuedOn: dayIn(month, rng),
          },
          desk,
        ),
      );
    }),
  );
}

/** Returns the agreement that the supplier delivers under. */
function agreementFor({ suppliers, agreements }: Scenario, supplier: string, day: Day): Agreement {
  const number = agreementOn(suppliers.find(({ key }) => key === supplier) as Supplier, day);
  return agreements.find((one) => one.number === number) as Agreement;
}

/** Creates all other purchases of the municipality. */
function otherVouchers(desk: AccountingDepartment, months: readonly string[]): Voucher[] {
  const { scenario, one, rng } = desk;
  return months.flatMap((month) =>
    scenario.otherSpend.flatMap((habit) => {
      const expected = Math.max(0.34, (habit.vouchers / 3) * Math.sqrt(one.share * 7));
      const count = Math.floor(expected) + (rng.chance(expected % 1) ? 1 : 0);
      const each = (habit.million * 100_000_000 * one.share) / 12 / expected;
      return Array.from({ length: count }, () =>
        simpleVoucher(
          {
            seller: { name: habit.supplierName, orgNumber: habit.supplierOrgNumber },
            kind: 'other',
            art: habit.art,
            accountClass: habit.accountClass,
            site: siteOfKind(desk, habit.site),
            amount: Math.round(each * rng.logNormal(0.4)),
            vatPercent: habit.vatPercent,
            category: null,
            text: habit.text,
            issuedOn: dayIn(month, rng),
          },
          desk,
        ),
      );
    }),
  );
}

/**
 * Creates internal cost distribution. One of the systems exports it among the invoices: it adds up to zero and is not a
 * purchase.
 */
function internalVouchers(desk: AccountingDepartment, months: readonly string[]): Voucher[] {
  const { one, rng } = desk;
  if (one.dialect !== 'agresso-like') return [];
  return months.flatMap((month) => {
    const [from, to] = [siteOfKind(desk, 'rådhus'), siteOfKind(desk, 'skole')];
    const amount = rng.int(200_000, 4_000_000);
    const posting = (site: Site, ore: number): Posting => ({
      kind: 'internal',
      art: '120',
      rightArt: '120',
      accountClass: '1',
      site,
      amount: ore,
      category: null,
      text: 'Intern fordeling felleskostnader',
    });
    const bookedOn = onWorkingDay(`${month}-26`);
    return [
      {
        municipality: one,
        number: '',
        bookedOn,
        period: month,
        seller: null,
        invoiceNumber: '',
        issuedOn: bookedOn,
        dueOn: bookedOn,
        postings: [posting(to, amount), posting(from, -amount)],
        invoice: null,
      },
    ];
  });
}
