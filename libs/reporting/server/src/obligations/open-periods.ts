import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { CheckContext } from '@tallgrunn/checks';

const PERIODS_MAX = 60;

/**
 * Returns the earlier periods of an obligation's report for which nothing is submitted. A line dated in one of them
 * belongs there; it is not a late line.
 */
@Injectable()
export class ListOpenPeriods {
  constructor(private readonly database: Database) {}

  async run(obligationId: string): Promise<NonNullable<CheckContext['openPeriods']>> {
    const rows = await this.database.query<{ key: string; start: string; end: string }>(
      `select e.period_key as key, e.period_start as start, e.period_end as "end"
       from agreements.door_reporting_obligation d
       join agreements.door_reporting_obligation e on e.cooperative_id = d.cooperative_id and e.agreement_id = d.agreement_id and e.supplier_id = d.supplier_id
         and e.report = d.report and e.branch_id is not distinct from d.branch_id and e.period_start < d.period_start and e.exemption_reason is null
       where d.id = $1 and not exists (
         select 1 from reporting.report_version v where v.cooperative_id = e.cooperative_id and v.obligation_id = e.id and v.state in ('submitted', 'accepted'))
       order by e.period_start desc limit ${PERIODS_MAX}`,
      [obligationId],
    );
    rows.reverse();
    return { key: rows.map(({ key }) => key), start: rows.map(({ start }) => start), end: rows.map(({ end }) => end) };
  }
}
