import type { Delivery } from '../latent/deliveries.ts';
import type { LatentWorld } from '../latent/world.ts';
import type { Duty } from '../setting/duties.ts';
import { customerAt } from '../setting/suppliers.ts';
import { milliText, oreText, total } from '../values/amounts.ts';
import { monthOf, periodRange } from '../values/calendar.ts';
import { randomStream } from '../values/rng.ts';
import type { Cell } from '../writing/cell.ts';
import type { Field, ReportLine } from './line.ts';

/** Share of lines on which a supplier leaves out the invoice number. */
const invoiceLeftOut: Record<string, number> = { finnskog: 0.06, blyant: 0.12, nettverket: 0, solglott: 0 };

/** What the supplier would report for the duty if nothing went wrong. */
export function honestLines(world: LatentWorld, duty: Pick<Duty, 'supplier' | 'period'>): ReportLine[] {
  const { start, end } = periodRange(duty.period);
  const own = world.deliveries.filter((one) => one.supplier.key === duty.supplier && one.deliveredOn >= start && one.deliveredOn < end);
  const bundles = duty.supplier === 'solglott' ? bundlesOf(own) : own.map((one) => [one]);
  const rng = randomStream(world.seed, `left-out/${duty.supplier}/${duty.period}`);
  return bundles.map((bundle) => lineOf(world, bundle, rng.chance(invoiceLeftOut[duty.supplier] as number)));
}

/** Sums by month, site and item; what was sent back is summed apart. */
function bundlesOf(deliveries: readonly Delivery[]): Delivery[][] {
  const bundles = new Map<string, Delivery[]>();
  for (const one of deliveries) {
    const key = [one.site.id, one.item.number, monthOf(one.deliveredOn), one.returns !== null].join('/');
    bundles.set(key, [...(bundles.get(key) ?? []), one]);
  }
  return [...bundles.values()].sort((a, b) => (a[0] as Delivery).site.id.localeCompare((b[0] as Delivery).site.id));
}

function lineOf(world: LatentWorld, bundle: readonly Delivery[], withoutInvoice: boolean): ReportLine {
  const first = bundle[0] as Delivery;
  const last = bundle[bundle.length - 1] as Delivery;
  const quantity = total(bundle, (one) => one.quantity);
  const amount = total(bundle, (one) => one.amount);
  const price = bundle.length === 1 ? first.price : Math.round((amount * 1000) / quantity);
  const billed = world.invoiceOf.get(first.id);
  const customer = customerAt(first.supplier.key, first.site);
  const cells: Record<Field, Cell> = {
    agreement: first.supplier.agreement,
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
    orderedBy: null,
  };
  return { deliveries: bundle, like: bundle, quantity, price, amount, cells };
}

/** Kroner a unit with four decimals, so that price times quantity still is the amount. */
const averagePrice = (amount: number, quantity: number): string => String(Math.round((amount * 1000 * 100) / quantity) / 10_000);
