import type { Delivery } from '../latent/deliveries.ts';
import type { Chapter } from '../latent/history.ts';
import type { Obligation } from '../setting/obligations.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { Site } from '../setting/sites.ts';
import { agreementOn, type Customer, type Supplier } from '../setting/supplier.ts';
import { milliText, oreText, total } from '../values/amounts.ts';
import { addDays, monthOf, periodRange, weekday, type Day } from '../values/calendar.ts';
import { randomStream } from '../values/rng.ts';
import type { Cell } from '../writing/cell.ts';
import type { Field, ReportLine } from './line.ts';

/** Returns the lines that the supplier would report for the obligation without mistakes. */
export function honestLines(
  chapter: Chapter,
  { supplier, period, branch, start, end }: Pick<Obligation, 'supplier' | 'period' | 'branch' | 'start' | 'end'>,
): ReportLine[] {
  const range = periodRange(period);
  const [from, beyond] = [start ?? range.start, end ?? range.end];
  const within = (one: Delivery) =>
    one.supplier.key === supplier &&
    one.deliveredOn >= from &&
    one.deliveredOn < beyond &&
    (branch === undefined || one.branch === branch);
  const own = [...chapter.before.filter(within), ...chapter.deliveries.filter(within)];
  const { habit } = chapter.scenario.suppliers.find(({ key }) => key === supplier) as Supplier;
  const bundles = habit.reportedBy === 'line' ? own.map((one) => [one]) : bundlesOf(own, habit.reportedBy);
  const rng = randomStream(
    chapter.scenario.seed,
    `left-out/${supplier}/${period}${branch === undefined ? '' : `/${branch}`}`,
  );
  const customers = customersOf(chapter.scenario, supplier);
  return bundles.map((bundle) => lineOf(bundle, customers, rng.chance(habit.invoiceLeftOut)));
}

const customersOf = ({ customers }: Scenario, supplier: string): ReadonlyMap<Site, Customer> =>
  new Map(customers.filter((one) => one.supplier === supplier).map((one) => [one.site, one]));

/** Returns the Monday of the day's week. */
const weekOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));

/** Groups deliveries by month or week, site and item. Returns have separate groups. */
function bundlesOf(deliveries: readonly Delivery[], span: 'week' | 'month'): Delivery[][] {
  const bundles = Map.groupBy(deliveries, (one) =>
    [
      one.site.id,
      one.item.number,
      span === 'week' ? weekOf(one.deliveredOn) : monthOf(one.deliveredOn),
      one.returns !== null,
    ].join('/'),
  );
  return [...bundles.values()].sort((a, b) => (a[0] as Delivery).site.id.localeCompare((b[0] as Delivery).site.id));
}

function lineOf(
  bundle: readonly Delivery[],
  customers: ReadonlyMap<Site, Customer>,
  withoutInvoice: boolean,
): ReportLine {
  const first = bundle[0] as Delivery;
  const last = bundle[bundle.length - 1] as Delivery;
  const quantity = total(bundle, (one) => one.quantity);
  const amount = total(bundle, (one) => one.amount);
  const price = bundle.length === 1 ? first.price : Math.round((amount * 1000) / quantity);
  const { billed } = first;
  const customer = customers.get(first.site) as Customer;
  const cells: Record<Field, Cell> = {
    agreement: agreementOn(first.supplier, first.deliveredOn),
    month: `${first.deliveredOn.slice(5, 7)}.${first.deliveredOn.slice(0, 4)}`,
    customerNumber: customer.number,
    customerName: customer.name,
    municipality: first.site.municipality.name,
    orgNumber: first.site.municipality.orgNumber,
    municipalityNumber: first.site.municipality.number,
    site: first.site.name,
    orderNumber: first.orderNumber,
    orderedOn: { date: first.orderedOn },
    deliveredOn: { date: last.deliveredOn },
    invoiceNumber: withoutInvoice || !billed ? null : billed.invoice.number,
    invoiceLine: withoutInvoice || !billed ? null : billed.line,
    itemNumber: first.item.number,
    gtin: first.item.gtin,
    itemName: first.item.name,
    lot: first.item.lot,
    quantity: { number: milliText(quantity) },
    unit: first.item.unit,
    unitPrice: { number: bundle.length === 1 ? oreText(price) : averagePrice(amount, quantity) },
    amount: { number: oreText(amount) },
    currency: 'NOK',
    branch: first.supplier.branches?.find(({ key }) => key === first.branch)?.orgNumber ?? null,
    orderedBy: null,
  };
  return { deliveries: bundle, like: bundle, quantity, price, amount, cells };
}

/** Returns NOK per unit with four decimals, so that price × quantity still gives the amount. */
const averagePrice = (amount: number, quantity: number): string =>
  String(Math.round((amount * 1000 * 100) / quantity) / 10_000);
