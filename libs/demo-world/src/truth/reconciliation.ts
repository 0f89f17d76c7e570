import type { Chapter } from '../latent/history.ts';
import { monthOf, quarterOf } from '../values/calendar.ts';
import type { TruthBook } from './truth-book.ts';

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
  /** Øre delivered in the quarter that are invoiced by an e-invoice in an archive. */
  eInvoiced: number;
}

/**
 * Compares reported and booked amounts of the same deliveries, by supplier, municipality and quarter of delivery. Fees
 * and VAT are excluded.
 */
export class Reconciliations {
  private readonly rows = new Map<string, Reconciliation>();

  add(
    { deliveries, scenario, voucherOf, eInvoices }: Chapter,
    book: TruthBook,
    acceptedFiles: ReadonlySet<string>,
  ): void {
    const reported = new Set(
      book.reportLines.filter((line) => acceptedFiles.has(line.file)).flatMap((line) => line.deliveries),
    );
    for (const delivery of deliveries) {
      if (monthOf(delivery.deliveredOn) > scenario.lastMonth) continue;
      const [supplier, municipality, quarter] = [
        delivery.supplier.key,
        delivery.site.municipality.number,
        quarterOf(delivery.deliveredOn),
      ];
      const key = `${supplier}/${municipality}/${quarter}`;
      const row = this.rows.get(key) ?? {
        supplier,
        municipality,
        quarter,
        delivered: 0,
        reported: 0,
        bookedInTime: 0,
        bookedLater: 0,
        eInvoiced: 0,
      };
      const invoice = delivery.billed?.invoice;
      const voucher = invoice && voucherOf.get(invoice);
      row.delivered += delivery.amount;
      if (reported.has(delivery.id)) row.reported += delivery.amount;
      if (voucher && quarterOf(`${voucher.period}-01`) === quarter) row.bookedInTime += delivery.amount;
      else if (voucher) row.bookedLater += delivery.amount;
      if (invoice && eInvoices.has(invoice)) row.eInvoiced += delivery.amount;
      this.rows.set(key, row);
    }
  }

  result(): Reconciliation[] {
    return [...this.rows].sort(([a], [b]) => a.localeCompare(b)).map(([, row]) => row);
  }
}
