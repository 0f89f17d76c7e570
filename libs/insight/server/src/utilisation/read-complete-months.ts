import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { participatesSql } from '@tallgrunn/agreements-server';

/** Months (YYYY-MM) with complete data. */
export interface CompleteMonths {
  /** All reports due under the agreement are accepted or exempt. */
  readonly reported: ReadonlySet<string>;
  /** The ledgers of all participating buyers are complete. */
  readonly booked: ReadonlySet<string>;
}

const REPORTED = `
  with obligation as (
    select to_char(month, 'YYYY-MM') as month,
      d.exemption_reason is not null or exists (select 1 from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state = 'accepted') as is_in
    from agreements.door_reporting_obligation d, generate_series(date_trunc('month', d.period_start), d.period_end - interval '1 day', interval '1 month') month
    where d.agreement_id = $1
  )
  select month from obligation group by month having bool_and(is_in)`;

/** $2: buyer id; null = all. */
const BOOKED = `
  with complete as materialized (
    select m.buyer_id, m.month from spend.door_ledger_month m where m.is_complete
  ), participation as (
    select p.buyer_id, p.valid_from, p.valid_to from agreements.door_participation p where p.agreement_id = $1 and ($2::uuid is null or p.buyer_id = $2::uuid)
  )
  select m.month from (select distinct month from complete) m
  where exists (select 1 from participation)
    and not exists (select 1 from participation p where ${participatesSql('p', `to_date(m.month, 'YYYY-MM')`, `to_date(m.month, 'YYYY-MM') + interval '1 month'`)} and not exists (select 1 from complete c where c.buyer_id = p.buyer_id and c.month = m.month))`;

/** Returns the complete months of an agreement, by report and by ledger. */
@Injectable()
export class ReadCompleteMonths {
  constructor(private readonly database: Database) {}

  async run(agreementId: string): Promise<CompleteMonths> {
    const { side, organisationId } = this.database.actor();
    const monthsOf = (rows: readonly { month: string }[]) => new Set(rows.map(({ month }) => month));
    const reported = await this.database.query<{ month: string }>(REPORTED, [agreementId]);
    return {
      reported: monthsOf(reported),
      booked: monthsOf(
        await this.database.query<{ month: string }>(BOOKED, [agreementId, side === 'buyer' ? organisationId : null]),
      ),
    };
  }
}
