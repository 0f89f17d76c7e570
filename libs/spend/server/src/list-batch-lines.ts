import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { negate } from '@tallgrunn/values';
import type { BatchKind } from './batch.ts';

/** One line of a batch as read, counted or not. */
export interface BatchLine {
  readonly lineNo: number;
  /** Entry of an archive, or sheet. */
  readonly part: string;
  readonly row: number;
  readonly seller: string | null;
  readonly sellerOrgNumber: string | null;
  readonly invoiceNumber: string | null;
  readonly date: string | null;
  readonly account: string | null;
  readonly itemNumber: string | null;
  readonly text: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly standing: 'counted' | 'repeated' | 'tied' | 'ledger-counts' | 'no-money' | 'reversed' | 'counter';
}

const PAGE = 200;

const queries: Record<BatchKind, string> = {
  invoices: `select l.line_no as "lineNo", i.name as part, l.position as row, i.seller_name as seller, i.seller_org_number as "sellerOrgNumber", i.number as "invoiceNumber", i.issued_on as date,
      null as account, l.item_number as "itemNumber", l.item_name as text, l.quantity::text as quantity, l.unit, l.amount::text as amount, l.currency,
      case when i.repeated then 'repeated'
        when exists (select 1 from spend.matched_invoice_line t where t.invoice_batch_id = l.batch_id and t.invoice_line_no = l.line_no) then 'tied'
        when exists (select 1 from spend.ledger_coverage c where c.buyer_id = i.buyer_id and c.month = to_char(i.issued_on, 'YYYY-MM')) then 'ledger-counts'
        else 'counted' end as standing
    from spend.invoice_line l
    join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no
    where l.batch_id = $1 and l.line_no > $2 order by l.line_no limit ${PAGE}`,
  ledger: `select p.line_no as "lineNo", p.sheet as part, p.row_no as row, p.seller_name as seller, p.seller_org_number as "sellerOrgNumber", p.invoice_number as "invoiceNumber",
      coalesce(p.invoiced_on, p.voucher_date) as date, p.account_code as account, null as "itemNumber", p.text, null as quantity, null as unit, p.amount::text as amount, p.currency,
      case when p.repeated then 'repeated'
        when exists (select 1 from spend.matched_posting t where t.batch_id = p.batch_id and t.line_no = p.line_no) then 'tied'
        else 'counted' end as standing
    from spend.posting p
    where p.batch_id = $1 and p.line_no > $2 order by p.line_no limit ${PAGE}`,
  deliveries: `select l.line_no as "lineNo", d.name as part, l.position as row, d.seller_name as seller, d.seller_org_number as "sellerOrgNumber", d.number as "invoiceNumber", l.delivered_on as date,
      null as account, l.item_number as "itemNumber", l.item_name as text, l.quantity::text as quantity, l.unit, null as amount, null as currency,
      case when d.repeated then 'repeated'
        when exists (select 1 from spend.invoice_line_delivery t where t.despatch_batch_id = l.batch_id and t.despatch_line_no = l.line_no) then 'tied'
        else 'no-money' end as standing
    from spend.despatch_line l
    join spend.despatch_advice d on d.cooperative_id = l.cooperative_id and d.batch_id = l.batch_id and d.document_no = l.document_no
    where l.batch_id = $1 and l.line_no > $2 order by l.line_no limit ${PAGE}`,
};

const negateOrNull = (number: string | null): string | null => (number === null ? null : negate(number));

/**
 * Returns a page of a batch's lines in file order, after a given line number. A reversal batch has the lines of the
 * reversed batch with the opposite sign.
 * @throws Problem 'not-found' (404)
 */
@Injectable()
export class ListBatchLines {
  constructor(private readonly database: Database) {}

  async run(batchId: string, after: number): Promise<BatchLine[]> {
    const batch = await this.database.one<{
      kind: BatchKind;
      reverses: string | null;
      reversed_by_batch_id: string | null;
    }>('select kind, reverses, reversed_by_batch_id from spend.batch where id = $1', [batchId]);
    if (!batch) throw notFound('spend-batch');
    const lines = await this.database.query<BatchLine & Record<string, unknown>>(queries[batch.kind], [
      batch.reverses ?? batchId,
      after,
    ]);
    if (batch.reverses !== null)
      return lines.map((line) => ({
        ...line,
        quantity: negateOrNull(line.quantity),
        amount: negateOrNull(line.amount),
        standing: 'counter',
      }));
    return batch.reversed_by_batch_id === null ? lines : lines.map((line) => ({ ...line, standing: 'reversed' }));
  }
}
