import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { CheckContext, Terms } from '@tallgrunn/checks';
import { invoiceKey, SumBookedSpend } from '@tallgrunn/spend-server';
import { ObligationStore } from '../store/obligation-store.ts';

type BookedTables = Pick<CheckContext, 'booked' | 'bookedInvoices'>;

/** Maximum days between delivery and invoice, used to find the earlier periods to look up. */
const BEFORE_DAYS = 62;
const INVOICES_MAX = 50_000;

/**
 * Reads the spend that buyers have booked with a supplier in the period of an obligation, in the form that the checks
 * use.
 */
@Injectable()
export class BookedSpend {
  constructor(
    private readonly database: Database,
    private readonly read: SumBookedSpend,
    private readonly obligations: ObligationStore,
  ) {}

  /**
   * Returns an empty object when it is undecidable which purchases this report should contain: several reports cover
   * the same days, or a branch has no organisation number of its own.
   */
  async run(
    obligationId: string,
    { agreement, supplier, period, buyers }: CheckContext,
    { currency }: Pick<Terms, 'currency'>,
  ): Promise<BookedTables> {
    const books = await this.obligations.ledgerScope(obligationId);
    if (!agreement || !supplier || !period || !buyers || !books) return {};
    const booked = await this.read.run({
      supplierId: supplier.key,
      agreementId: agreement.id,
      start: period.start,
      end: period.end,
      currency,
      sellerNumber: books.sellerNumber,
      reportedKeys: await this.#reportedBefore(supplier.key, period.start),
    });
    if (!booked) return {};
    const buyerIndex = new Map(buyers.key.map((key, index) => [key, index]));
    const sums = booked.sums.filter(({ buyerId }) => buyerIndex.has(buyerId));
    const invoices = booked.invoices.filter(({ buyerId }) => buyerIndex.has(buyerId));
    const hosted = await this.#hosted(buyerIndex);
    return {
      booked: {
        buyer: sums.map(({ buyerId }) => buyerIndex.get(buyerId)!),
        amount: sums.map(({ amount }) => amount),
        invoices: sums.map((row) => row.invoices),
        early: sums.map(({ early }) => early),
        earlyInvoices: sums.map((row) => row.earlyInvoices),
        until: sums.map(({ until }) => until),
        also: sums.map(({ buyerId }) => hosted.get(buyerId) ?? []),
      },
      bookedInvoices: {
        buyer: invoices.map(({ buyerId }) => buyerIndex.get(buyerId)!),
        number: invoices.map(({ number }) => number),
        on: invoices.map(({ on }) => on),
        amount: invoices.map(({ amount }) => amount),
        early: invoices.map(({ early }) => early),
      },
    };
  }

  /**
   * Returns the invoice keys the supplier has reported for earlier months: deliveries of those months that are invoiced
   * in this period are already reported.
   */
  async #reportedBefore(supplierId: string, start: string): Promise<string[]> {
    const rows = await this.database.query<{ number: string }>(
      `select distinct l.invoice_number as number from reporting.report_version v join reporting.report_line l on l.cooperative_id = v.cooperative_id and l.version_id = v.id
       where v.supplier_id = $1 and v.state in ('submitted', 'accepted') and v.period_start < $2::date and v.period_end > $2::date - ${BEFORE_DAYS} and coalesce(l.invoice_number, '') <> ''
       limit ${INVOICES_MAX}`,
      [supplierId, start],
    );
    return [...new Set(rows.flatMap(({ number }) => invoiceKey(number) ?? []))];
  }

  /**
   * Returns the buyers hosted by each host municipality, which keeps their ledger. Keys and values are indexes in the
   * buyer table.
   */
  async #hosted(buyerIndex: ReadonlyMap<string, number>): Promise<Map<string, number[]>> {
    const rows = await this.database.query<{ host: string; body: string }>(
      'select host_municipality_id as host, buyer_id as body from agreements.door_buyer_type where host_municipality_id = any ($1) and buyer_id = any ($1) order by buyer_id',
      [[...buyerIndex.keys()]],
    );
    const byHost = new Map<string, number[]>();
    for (const { host, body } of rows) byHost.set(host, [...(byHost.get(host) ?? []), buyerIndex.get(body)!]);
    return byHost;
  }
}
