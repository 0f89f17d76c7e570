import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';

/** A nil return that awaits a decision or is in force. */
export interface NilReturn {
  readonly versionId: string;
  readonly obligationId: string;
  readonly supplierId: string;
  /** Amounts by buyer that the supplier explained with the nil return. */
  readonly explained: Readonly<Record<string, string>>;
}

/** Maximum days between the booking of an invoice and its deliveries, before or after. */
const BOOKING_DAYS_MAX = 62;

/** Questions about nil returns that purchases booked later may contradict. */
@Injectable()
export class NilQuestionStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Locks comparisons of the cooperative until the transaction ends, so that the last one has read all batches. */
  async lockForComparison(): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('reporting.nil-question' || platform.cooperative(), 0))`,
    );
  }

  /**
   * Lists nil returns under agreements of the batch's buyers, for periods near its days. A reversal has the days of the
   * batch it reverses.
   */
  nilReturnsNear(batchId: string): Promise<NilReturn[]> {
    return this.database.query<NilReturn & Record<string, unknown>>(
      `with batch as (
         select b.id from spend.door_batch b where b.id = $1
         union all
         select b.reverses from spend.door_batch b where b.id = $1 and b.reverses is not null
       ), dated as (
         select p.buyer_id, coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM')) as day
         from spend.door_posting p where p.batch_id in (select id from batch)
         union all
         select i.buyer_id, i.issued_on from spend.door_invoice i where i.batch_id in (select id from batch)
       ), reach as (
         select buyer_id, min(day) as first, max(day) as last from dated where buyer_id is not null and day is not null group by buyer_id
       )
       select v.id as "versionId", v.obligation_id as "obligationId", v.supplier_id as "supplierId",
         (select coalesce(jsonb_object_agg(g.each #>> '{example,cause}', g.each #>> '{example,expected}'), '{}')
          from reporting.check_result c cross join lateral jsonb_array_elements(c.groups) as g (each)
          where c.cooperative_id = v.cooperative_id and c.version_id = v.id and g.each ->> 'code' = 'nil-but-booked') as explained
       from reporting.report_version v
       where v.kind = 'nil' and v.state in ('submitted', 'accepted') and exists (
         select 1 from reach r
         join agreements.door_participation p
           on p.cooperative_id = v.cooperative_id and p.agreement_id = v.agreement_id and p.buyer_id = r.buyer_id
         where v.period_start <= r.last + ${BOOKING_DAYS_MAX} and v.period_end > r.first - ${BOOKING_DAYS_MAX})
       order by v.id`,
      [batchId],
    );
  }

  /** Opens the question, or updates its amount; the time it was first noticed is retained. */
  async open({ versionId, supplierId }: NilReturn, amount: string, invoices: number): Promise<void> {
    await this.database.query(
      `insert into reporting.nil_question (version_id, supplier_id, amount, invoices, noticed_at) values ($1, $2, $3, $4, $5)
       on conflict (cooperative_id, version_id) do update set amount = excluded.amount, invoices = excluded.invoices, closed_at = null`,
      [versionId, supplierId, amount, invoices, this.clock.now()],
    );
  }

  async close(versionId: string): Promise<void> {
    const close = 'update reporting.nil_question set closed_at = $2 where version_id = $1 and closed_at is null';
    await this.database.query(close, [versionId, this.clock.now()]);
  }

  /** Stores the supplier's explanation. Returns undefined when the obligation has no open question. */
  explain(obligationId: string, reason: string): Promise<{ versionId: string } | undefined> {
    return this.database.one<{ versionId: string }>(
      `update reporting.nil_question q set reason = $2, reason_amount = q.amount, given_by = $3, given_at = $4
       from reporting.report_version v
       where v.cooperative_id = q.cooperative_id and v.id = q.version_id and v.obligation_id = $1
         and v.state in ('submitted', 'accepted') and q.closed_at is null
       returning q.version_id as "versionId"`,
      [obligationId, reason, this.database.actor().personId, this.clock.now()],
    );
  }
}
