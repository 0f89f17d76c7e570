import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { countsInTotalsSql } from '@tallgrunn/reporting-server';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import { stageOfShare } from './stage-of-days.ts';

const SHARES = [0.7, 0.85, 1];
/** Share of the maximum value from which buyers are notified, because orders may soon have to stop. */
const BUYER_SHARE = 0.85;

interface Row {
  readonly id: string;
  readonly maximum: string;
  readonly currency: string;
  readonly amount: string;
  readonly share: number;
}

/**
 * SQL: the used amount of each running agreement with a maximum value: accepted reports plus stated opening amounts.
 */
const USED_AMOUNTS = `
  select a.id, trim_scale(a.maximum_value)::text as maximum, a.currency, trim_scale(u.amount)::text as amount, (u.amount / a.maximum_value)::float8 as share
  from agreements.door_agreement a
  cross join lateral (
    select coalesce((select sum(r.amount) from reporting.door_report_line_sum r where r.cooperative_id = a.cooperative_id and r.agreement_id = a.id and ${countsInTotalsSql('r', 'a.currency')}), 0)
      + coalesce((select sum(o.amount) from agreements.door_opening_amount o where o.cooperative_id = a.cooperative_id and o.agreement_id = a.id), 0) as amount
  ) u
  where a.maximum_value > 0 and a.starts_on <= $1::date and coalesce(a.ends_on, 'infinity') >= $1::date and u.amount / a.maximum_value >= ${SHARES[0]}
  order by a.id`;

/**
 * Queues notifications that reports have used 70, 85 or 100 % of an agreement's maximum value. Runs in a unit of the
 * system. Returns how many.
 */
@Injectable()
export class CollectMaximumValues {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueNotifications,
  ) {}

  async run(today: string): Promise<number> {
    const rows = await this.database.query<Row & Record<string, unknown>>(USED_AMOUNTS, [today]);
    let count = 0;
    for (const { id, maximum, currency, amount, share } of rows) {
      const stage = stageOfShare(share, SHARES);
      if (stage === null) continue;
      const { queued } = await this.queue.run({
        kind: 'maximum-value-near',
        stage: `${stage}/${maximum}`,
        subject: { kind: 'agreement', id },
        audiences: stage >= BUYER_SHARE ? ['cooperative', 'buyer'] : ['cooperative'],
        agreementId: id,
        details: { share, amount, maximum, currency },
      });
      count += queued;
    }
    return count;
  }
}
