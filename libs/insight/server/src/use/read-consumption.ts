import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { PURCHASE } from '../combined-filter.ts';
import { lineLots } from './line-lot.ts';

/** What one side knows of one month in one lot. */
export interface Consumed {
  readonly lotId: string | null;
  readonly month: string;
  /** reported: accepted lines. matched: booked, and found again in a report. by-supplier: booked with a supplier that holds no other agreement. */
  readonly how: 'reported' | 'matched' | 'by-supplier';
  readonly amount: string;
  readonly lines: number;
}

/** Lines that are not added up: another currency, or VAT included. */
export interface Beside {
  readonly currency: string;
  readonly vat: 'excluded' | 'included';
  readonly amount: string;
  readonly lines: number;
}

const DAY = 'coalesce(r.delivered_on, r.invoiced_on, r.ordered_on, r.period_start)';

const REPORTED = `
  with ${lineLots.tables}
  select ${lineLots.lot('r')} as "lotId", to_char(${DAY}, 'YYYY-MM') as month, 'reported' as how, sum(r.amount)::text as amount, count(*)::int as lines
  from reporting.door_line r ${lineLots.join('r')}
  where r.agreement_id = $1 and r.currency = $2 and r.vat = 'excluded' and r.amount is not null
  group by 1, 2 order by 2, 1`;

const BESIDE = `
  select r.currency, r.vat, sum(r.amount)::text as amount, count(*)::int as lines
  from reporting.door_line r
  where r.agreement_id = $1 and not (r.currency = $2 and r.vat = 'excluded') and r.amount is not null
  group by 1, 2 order by 1, 2`;

/** A booked line is the agreement's when a report says so; or when its seller could not have sold it under another. */
const BOOKED = `
  with ${lineLots.tables},
  holder as (
    select s.supplier_id,
      not exists (select 1 from agreements.door_agreement_supplier o where o.cooperative_id = s.cooperative_id and o.supplier_id = s.supplier_id and o.agreement_id <> $1) as sole
    from agreements.door_agreement_supplier s where s.agreement_id = $1 group by s.cooperative_id, s.supplier_id
  ),
  linked as materialized (
    select k.batch_id, k.spend_line_no, bool_or(r.agreement_id = $1) as ours
    from matching.door_link k
    join reporting.door_line r on r.cooperative_id = k.cooperative_id and r.version_id = k.version_id and r.line_no = k.report_line_no
    where k.supplier_id in (select supplier_id from holder)
    group by k.batch_id, k.spend_line_no
  ),
  line as (
    select coalesce(p.lot_id, item_lot.lot_id, sole_lot.lot_id) as lot_id, l.month, l.booked_amount,
      case
        when l.agreement_id = $1 or k.ours then 'matched'
        when l.agreement_id is null and k.batch_id is null and h.sole and l.spent_on >= a.starts_on and (a.ends_on is null or l.spent_on <= a.ends_on) then 'by-supplier'
      end as how
    from insight.combined_line l
    join holder h on h.supplier_id = l.supplier_id
    join agreements.door_agreement a on a.cooperative_id = l.cooperative_id and a.id = $1
    left join linked k on k.batch_id = l.batch_id and k.spend_line_no = l.spend_line_no
    left join reporting.door_line p on p.cooperative_id = l.cooperative_id and p.version_id = l.version_id and p.line_no = l.report_line_no and p.agreement_id = $1
    left join item_lot on item_lot.id = p.item_id
    left join sole_lot on sole_lot.supplier_id = l.supplier_id
    where l.side <> 'reported' and l.currency = $2 and l.month is not null and ${PURCHASE}
  )
  select lot_id as "lotId", month, how, sum(booked_amount)::text as amount, count(*)::int as lines
  from line where how is not null group by lot_id, month, how order by month, lot_id`;

const MISSING = `
  select count(*)::int as missing
  from agreements.door_duty d
  where d.agreement_id = $1 and d.due_on < $2 and d.exempt_reason is null
    and not exists (select 1 from reporting.door_version v where v.cooperative_id = d.cooperative_id and v.duty_id = d.id and v.state = 'accepted')`;

/** What has been called off an agreement, month by month, as suppliers report it and as the books have it. */
@Injectable()
export class ReadConsumption {
  constructor(private readonly database: Database) {}

  async run(agreementId: string, currency: string): Promise<Consumed[]> {
    const reported = await this.database.query<Consumed>(REPORTED, [agreementId, currency]);
    return [...reported, ...(await this.database.query<Consumed>(BOOKED, [agreementId, currency]))];
  }

  beside(agreementId: string, currency: string): Promise<Beside[]> {
    return this.database.query<Beside>(BESIDE, [agreementId, currency]);
  }

  /** Reports past their due date that are not in force: what the reported figures lack. */
  async missingReports(agreementId: string, today: string): Promise<number> {
    return (await this.database.one<{ missing: number }>(MISSING, [agreementId, today]))?.missing ?? 0;
  }
}
