import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { addDays, osloDate } from '@tallgrunn/values';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import { obligationNotices } from './obligation-notices.ts';

interface Row {
  readonly id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly period_end: string;
  readonly due_on: string;
  readonly opened_at: Date;
  readonly starts_after: number | null;
  readonly checked_id: string | null;
  readonly checked_at: Date | null;
  readonly returned_id: string | null;
  readonly returned_at: Date | null;
}

/** Calendar days after the due date for which an obligation is checked; longer than any stage of lateness. */
const PAST_DAYS = 45;
const AHEAD_DAYS = 60;

/**
 * SQL: obligations that are neither exempt nor delivered, with the newest checked file and the newest returned report.
 */
const OPEN = `
  select d.id, d.agreement_id, d.supplier_id, d.period_end, d.due_on, d.opened_at,
    (t.document #>> '{sanction,startsAfter}')::int as starts_after,
    c.id as checked_id, c.received_at as checked_at, r.id as returned_id, r.returned_at
  from agreements.door_reporting_obligation d
  left join agreements.door_terms_version t on t.cooperative_id = d.cooperative_id and t.id = d.terms_version_id
  left join lateral (
    select v.id, v.received_at from reporting.door_report_version v
    where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state = 'checked' order by v.received_at desc limit 1
  ) c on true
  left join lateral (
    select v.id, v.returned_at from reporting.door_report_version v
    where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state = 'returned' order by v.sequence desc limit 1
  ) r on true
  where d.exemption_reason is null and d.due_on between $1::date and $2::date
    and not exists (select from reporting.door_report_version v where v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state in ('submitted', 'accepted'))
  order by d.due_on, d.id`;

/**
 * Queues today's notifications of obligations for suppliers and contract managers. Runs in a unit of the system.
 * Returns how many.
 */
@Injectable()
export class CollectObligations {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueNotifications,
  ) {}

  async run(today: string): Promise<number> {
    const rows = await this.database.query<Row & Record<string, unknown>>(OPEN, [
      addDays(today, -PAST_DAYS),
      addDays(today, AHEAD_DAYS),
    ]);
    let count = 0;
    for (const row of rows)
      for (const notice of obligationNotices(openOf(row), today)) {
        const subject = { kind: 'obligation', id: row.id };
        const about = { agreementId: row.agreement_id, supplierId: row.supplier_id, obligationId: row.id };
        count += (await this.queue.run({ ...notice, ...about, subject })).queued;
      }
    return count;
  }
}

const openOf = (row: Row) => ({
  periodEnd: row.period_end,
  dueOn: row.due_on,
  openedOn: osloDate(row.opened_at),
  sanctionStartsAfter: row.starts_after,
  checked: row.checked_id && row.checked_at ? { versionId: row.checked_id, on: osloDate(row.checked_at) } : null,
  returned: row.returned_id && row.returned_at ? { versionId: row.returned_id, on: osloDate(row.returned_at) } : null,
});
