import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent } from '@tallgrunn/platform';
import { QueueNotifications } from '../queue/queue-notifications.ts';

/** Minimum amount that is worth a notification, in the agreement's currency. */
const AMOUNT_MIN = 1_000;

interface Row {
  readonly obligation_id: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly amount: string;
  readonly currency: string;
  readonly lines: number;
}

/** SQL: amounts booked on an agreement in the months of an accepted report, but missing from the report. */
const BOOKED_NOT_REPORTED = `
  select d.id as obligation_id, d.agreement_id, d.supplier_id, trim_scale(sum(c.amount - c.linked))::text as amount, a.currency, sum(c.lines)::int as lines
  from agreements.door_reporting_obligation d
  join agreements.door_agreement a on a.cooperative_id = d.cooperative_id and a.id = d.agreement_id
  join reporting.door_report_version v on v.cooperative_id = d.cooperative_id and v.obligation_id = d.id and v.state = 'accepted'
  join matching.door_matching_total c on c.cooperative_id = d.cooperative_id and c.side = 'booked' and c.state = 'booked-not-reported'
    and c.agreement_id = d.agreement_id and c.supplier_id = d.supplier_id
    and c.month >= to_char(d.period_start, 'YYYY-MM') and c.month < to_char(d.period_end, 'YYYY-MM')
  where d.branch_id is null
  group by d.id, d.agreement_id, d.supplier_id, a.currency
  having sum(c.amount - c.linked) >= ${AMOUNT_MIN}`;

/** Notifies contract managers after a match run, once per report, that purchases missing from the report are listed. */
@Injectable()
@OnDomainEvent('matching.run-finished', { waiting: 'one', yieldsSeconds: 300 })
export class CollectBooked {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueNotifications,
  ) {}

  async run(): Promise<void> {
    for (const row of await this.database.query<Row & Record<string, unknown>>(BOOKED_NOT_REPORTED))
      await this.queue.run({
        kind: 'booked-not-reported',
        subject: { kind: 'obligation', id: row.obligation_id },
        obligationId: row.obligation_id,
        agreementId: row.agreement_id,
        supplierId: row.supplier_id,
        details: { amount: row.amount, currency: row.currency, lineCount: row.lines },
      });
  }
}
