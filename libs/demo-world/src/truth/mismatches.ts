import type { Chapter } from '../latent/history.ts';
import type { Delivery } from '../latent/deliveries.ts';
import { ledgerMunicipality } from '../setting/municipalities.ts';
import { monthOf, quarterOf } from '../values/calendar.ts';
import type { TruthBook } from './truth-book.ts';

/** A cause of differences between ledgers and reports, with the number of lines or postings and the amount in øre. */
export interface Mismatch {
  cause:
    | 'booked-later'
    | 'not-reported'
    | 'booked-by-host'
    | 'no-ledger'
    | 'ledger-missing'
    | 'paid-to-another'
    | 'fee'
    | 'off-agreement'
    | 'misposted'
    | 'outside-assortment'
    | 'price-above-agreed';
  supplier: string;
  /** Number or key of the buyer. */
  municipality: string;
  /** Quarter of delivery; quarter of booking for amounts that are only in the ledger. */
  quarter: string;
  count: number;
  amount: number;
}

/** Sums the true causes by supplier, buyer and quarter. */
export class Mismatches {
  private readonly rows = new Map<string, Mismatch>();

  add(chapter: Chapter, book: TruthBook, acceptedFiles: ReadonlySet<string>): void {
    const reported = new Set(
      book.reportLines.filter((line) => acceptedFiles.has(line.file)).flatMap((line) => line.deliveries),
    );
    for (const delivery of chapter.deliveries)
      if (monthOf(delivery.deliveredOn) <= chapter.scenario.lastMonth)
        this.addDelivery(chapter, delivery, reported.has(delivery.id));
    for (const { municipality, period, invoice, postings } of chapter.vouchers) {
      for (const { kind, art, rightArt, amount } of postings) {
        const place = {
          supplier: invoice?.supplier.key ?? '',
          municipality: municipality.number,
          quarter: quarterOf(`${period}-01`),
          amount,
        };
        if (kind === 'fee' || kind === 'off-agreement') this.count({ ...place, cause: kind });
        if (kind === 'goods' && art !== rightArt) this.count({ ...place, cause: 'misposted' });
      }
    }
  }

  private addDelivery({ scenario, voucherOf }: Chapter, delivery: Delivery, isReported: boolean): void {
    const { supplier, site, deliveredOn, amount, item, price, agreedPrice, quantity, billed } = delivery;
    const [quarter, buyer] = [quarterOf(deliveredOn), site.municipality];
    const countCause = (cause: Mismatch['cause'], ore = amount) =>
      this.count({ cause, supplier: supplier.key, municipality: buyer.number, quarter, amount: ore });
    const voucher = billed ? voucherOf.get(billed.invoice) : undefined;
    const bookedIn = voucher && quarterOf(`${voucher.period}-01`);
    if (!isReported) countCause('not-reported');
    if (ledgerMunicipality(buyer) === null) countCause('no-ledger');
    else if (ledgerMunicipality(buyer) !== buyer.number) countCause('booked-by-host');
    if (bookedIn && bookedIn !== quarter) countCause('booked-later');
    if (voucher && scenario.story.isLedgerMissing(voucher.municipality.number, bookedIn as string))
      countCause('ledger-missing');
    if (supplier.payee && billed && billed.invoice.issuedOn >= supplier.payee.from) countCause('paid-to-another');
    if (!item.onAssortment) countCause('outside-assortment');
    else if (price > agreedPrice)
      countCause('price-above-agreed', Math.round(((price - agreedPrice) * quantity) / 1000));
  }

  private count({ amount, ...place }: Omit<Mismatch, 'count'>): void {
    const key = `${place.cause}/${place.supplier}/${place.municipality}/${place.quarter}`;
    const row = this.rows.get(key) ?? { ...place, count: 0, amount: 0 };
    row.count += 1;
    row.amount += amount;
    this.rows.set(key, row);
  }

  result(): Mismatch[] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}
