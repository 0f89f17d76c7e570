import type { LatentWorld } from '../latent/world.ts';
import type { TruthBook } from './truth-book.ts';
import { lastMonth } from '../setting/notice.ts';
import { monthOf, quarterOf } from '../values/calendar.ts';

export interface Reconciliation {
  supplier: string;
  municipality: string;
  quarter: string;
  /** Øre delivered in the quarter. */
  delivered: number;
  /** Øre delivered in the quarter and found in an accepted report. */
  reported: number;
  /** Øre delivered in the quarter and booked in it. */
  bookedInTime: number;
  /** Øre delivered in the quarter and booked in a later one. */
  bookedLater: number;
  /** Øre delivered in the quarter whose document we hold as an e-invoice. */
  eInvoiced: number;
}

/** What the two sides say about the same deliveries, by supplier, municipality and quarter of delivery. Fees and VAT are left out. */
export function reconcile(world: LatentWorld, book: TruthBook, acceptedFiles: ReadonlySet<string>): Reconciliation[] {
  const reported = new Set(book.reportLines.filter((line) => acceptedFiles.has(line.file)).flatMap((line) => line.deliveries));
  const periodOf = new Map(world.vouchers.filter((voucher) => voucher.invoice).map((voucher) => [voucher.invoice, voucher.period]));
  const rows = new Map<string, Reconciliation>();
  for (const delivery of world.deliveries) {
    if (monthOf(delivery.deliveredOn) > lastMonth) continue;
    const [supplier, municipality, quarter] = [delivery.supplier.key, delivery.site.municipality.number, quarterOf(delivery.deliveredOn)];
    const key = `${supplier}/${municipality}/${quarter}`;
    const row = rows.get(key) ?? { supplier, municipality, quarter, delivered: 0, reported: 0, bookedInTime: 0, bookedLater: 0, eInvoiced: 0 };
    const invoice = world.invoiceOf.get(delivery.id)?.invoice;
    const inTime = quarterOf(`${periodOf.get(invoice ?? null)}-01`) === quarter;
    row.delivered += delivery.amount;
    if (reported.has(delivery.id)) row.reported += delivery.amount;
    if (inTime) row.bookedInTime += delivery.amount;
    else row.bookedLater += delivery.amount;
    if (invoice && world.eInvoices.has(invoice)) row.eInvoiced += delivery.amount;
    rows.set(key, row);
  }
  return [...rows].sort(([a], [b]) => a.localeCompare(b)).map(([, row]) => row);
}
