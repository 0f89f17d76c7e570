import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { SHORT_NUMBER, type Batch } from './batch.ts';
import { COUNT_INVOICE_MONTHS_SQL } from './store/invoice-months.ts';
import { NET_TOTALS_SQL } from './store/net-totals.ts';

/** Advisory locks taken before lines are marked as duplicates. Imports take the same locks. */
const LOCKS = [
  `'spend.posting' || platform.cooperative() || coalesce($1::text, '')`,
  `'spend.invoice' || platform.cooperative() || left($1::text, 0)`,
  `'spend.despatch_advice' || platform.cooperative() || left($1::text, 0)`,
];

/**
 * SQL per batch kind: for lines that the batch counted, the earliest duplicate in a later batch counts instead. Returns
 * the ids of those batches.
 */
const COUNT_DUPLICATES_INSTEAD = {
  ledger: `
    with gone as (select line_key, buyer_id from spend.posting where batch_id = $1 and not repeated),
    next as (
      select distinct on (p.line_key, p.buyer_id) p.batch_id, p.line_no
      from gone g
      join spend.posting p on p.line_key = g.line_key and p.buyer_id is not distinct from g.buyer_id and p.repeated and p.batch_id <> $1
      join spend.batch b on b.cooperative_id = p.cooperative_id and b.id = p.batch_id and b.state = 'posted' and b.reversed_by_batch_id is null
      order by p.line_key, p.buyer_id, p.batch_id, p.line_no)
    update spend.posting p set repeated = false from next n where p.batch_id = n.batch_id and p.line_no = n.line_no returning p.batch_id as id`,
  invoices: `
    with next as (
      select distinct on (i.seller_key, i.invoice_key, i.type, i.issued_on, i.buyer_org_number, case when length(i.invoice_key) <= ${SHORT_NUMBER} then i.line_sum end) i.batch_id, i.document_no
      from spend.invoice g
      join spend.invoice i on i.seller_key = g.seller_key and i.invoice_key = g.invoice_key and i.type = g.type and i.issued_on is not distinct from g.issued_on
        and i.buyer_org_number is not distinct from g.buyer_org_number and i.repeated and i.batch_id <> $1
        and (length(i.invoice_key) > ${SHORT_NUMBER} or i.line_sum is not distinct from g.line_sum)
      join spend.batch b on b.cooperative_id = i.cooperative_id and b.id = i.batch_id and b.state = 'posted' and b.reversed_by_batch_id is null
      where g.batch_id = $1 and not g.repeated
      order by i.seller_key, i.invoice_key, i.type, i.issued_on, i.buyer_org_number, case when length(i.invoice_key) <= ${SHORT_NUMBER} then i.line_sum end, i.batch_id, i.document_no)
    update spend.invoice i set repeated = false from next n where i.batch_id = n.batch_id and i.document_no = n.document_no returning i.batch_id as id`,
  deliveries: `
    with next as (
      select distinct on (i.seller_org_number, i.number, i.issued_on, i.buyer_org_number) i.batch_id, i.document_no
      from spend.despatch_advice g
      join spend.despatch_advice i on i.seller_org_number is not distinct from g.seller_org_number and i.number = g.number and i.issued_on is not distinct from g.issued_on
        and i.buyer_org_number is not distinct from g.buyer_org_number and i.repeated and i.batch_id <> $1
      join spend.batch b on b.cooperative_id = i.cooperative_id and b.id = i.batch_id and b.state = 'posted' and b.reversed_by_batch_id is null
      where g.batch_id = $1 and not g.repeated
      order by i.seller_org_number, i.number, i.issued_on, i.buyer_org_number, i.batch_id, i.document_no)
    update spend.despatch_advice i set repeated = false from next n where i.batch_id = n.batch_id and i.document_no = n.document_no returning i.batch_id as id`,
} as const;

const MARK_AS_DUPLICATE = {
  ledger: 'update spend.posting set repeated = true where batch_id = $1 and not repeated',
  invoices: 'update spend.invoice set repeated = true where batch_id = $1 and not repeated',
  deliveries: 'update spend.despatch_advice set repeated = true where batch_id = $1 and not repeated',
} as const;

/** SQL per batch kind: recalculates duplicate count, totals and postings per month of the given batches. */
const RECOUNT = {
  ledger: `
    with months as (
      update spend.ledger_coverage c set postings = (select count(*) from spend.posting p where p.batch_id = c.batch_id and p.buyer_id = c.buyer_id and p.period = c.month and not p.repeated) where c.batch_id = any ($1)
    )
    update spend.batch b set repeated = (select count(*) from spend.posting p where p.batch_id = b.id and p.repeated),
      totals = coalesce((select jsonb_object_agg(currency, amount) from (select currency, sum(amount)::text as amount from spend.posting where batch_id = b.id and not repeated group by currency) t), '{}')
    where b.id = any ($1)`,
  invoices: `
    update spend.batch b set repeated = (select count(*) from spend.invoice i where i.batch_id = b.id and i.repeated),
      totals = coalesce((select jsonb_object_agg(coalesce(currency, ''), amount) from (
        select l.currency, sum(l.amount)::text as amount from spend.invoice_line l
        join spend.invoice i on i.cooperative_id = l.cooperative_id and i.batch_id = l.batch_id and i.document_no = l.document_no
        where l.batch_id = b.id and not i.repeated and l.amount is not null group by l.currency) t), '{}')
    where b.id = any ($1)`,
  deliveries: `update spend.batch b set repeated = (select count(*) from spend.despatch_advice d where d.batch_id = b.id and d.repeated) where b.id = any ($1)`,
} as const;

/** Moves counted lines from a reversed batch to the batches that contain duplicates of them. */
@Injectable()
export class MarkDuplicates {
  constructor(private readonly database: Database) {}

  /**
   * Marks the batch's lines as not counted. Takes advisory locks until the transaction ends. Returns the ids of the
   * batches whose duplicates count instead.
   */
  async markBatch({ id, kind, buyer_id }: Pick<Batch, 'id' | 'kind' | 'buyer_id'>): Promise<string[]> {
    for (const lock of LOCKS)
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`, [buyer_id]);
    const rows = await this.database.query<{ id: string }>(COUNT_DUPLICATES_INSTEAD[kind], [id]);
    await this.database.query(MARK_AS_DUPLICATE[kind], [id]);
    const others = [...new Set(rows.map((row) => row.id))].sort();
    if (kind === 'invoices')
      for (const sql of COUNT_INVOICE_MONTHS_SQL) await this.database.query(sql, [[id, ...others]]);
    if (others.length > 0) for (const sql of [RECOUNT[kind], NET_TOTALS_SQL]) await this.database.query(sql, [others]);
    return others;
  }
}
