import { firstMonth, lastMonth } from '../setting/notice.ts';
import { quarterOf } from '../values/calendar.ts';
import { randomStream } from '../values/rng.ts';
import { makeDeliveries, type Delivery } from './deliveries.ts';
import { makeInvoices, type Invoice } from './invoices.ts';
import { isLedgerMissing } from './story.ts';
import { makeVouchers, type Voucher } from './vouchers.ts';

/** What truly happened. Every file of the world is one habit's view of this. */
export interface LatentWorld {
  seed: number;
  deliveries: Delivery[];
  invoices: Invoice[];
  vouchers: Voucher[];
  invoiceOf: Map<number, { invoice: Invoice; line: string }>;
  /** Invoices whose document we hold as an e-invoice. */
  eInvoices: Set<Invoice>;
}

export function imagineWorld(seed: number): LatentWorld {
  const deliveries = makeDeliveries(seed);
  const invoices = makeInvoices(seed, deliveries);
  const vouchers = makeVouchers(seed, invoices, deliveries);
  const invoiceOf = new Map(invoices.flatMap((invoice) => invoice.lines.map((line) => [line.delivery.id, { invoice, line: line.number }] as const)));
  const rng = randomStream(seed, 'e-invoices');
  const eInvoices = new Set(vouchers.filter((voucher) => isArchived(voucher, rng.next())).map((voucher) => voucher.invoice as Invoice));
  return { seed, deliveries, invoices, vouchers, invoiceOf, eInvoices };
}

function isArchived({ invoice, municipality, period }: Voucher, chance: number): boolean {
  if (!invoice || period > lastMonth || period < firstMonth) return false;
  return isLedgerMissing(municipality.number, quarterOf(`${period}-01`)) || chance < municipality.eInvoiceShare;
}
