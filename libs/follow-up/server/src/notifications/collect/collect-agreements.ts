import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { addDays, daysBetween } from '@tallgrunn/values';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import { stageOfDays } from './stage-of-days.ts';

const NOTICE_DAYS = [90, 30, 7];
const ENDING_DAYS = [180, 90, 30];

interface OptionRow {
  readonly agreement_id: string;
  readonly number: number;
  readonly notice_by: string;
}

interface EndingRow {
  readonly id: string;
  readonly ends_on: string;
}

/**
 * Queues notifications of agreement dates: notice dates of options, and end dates. Runs in a unit of the system.
 * Returns how many.
 */
@Injectable()
export class CollectAgreements {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueNotifications,
  ) {}

  async run(today: string): Promise<number> {
    return (await this.#options(today)) + (await this.#endings(today));
  }

  async #options(today: string): Promise<number> {
    const rows = await this.database.query<OptionRow & Record<string, unknown>>(
      'select t.agreement_id, t.number, t.notice_by from agreements.door_agreement_option t where t.decided is null and t.notice_by between $1::date and $2::date order by t.notice_by, t.agreement_id, t.number',
      [today, addDays(today, Math.max(...NOTICE_DAYS))],
    );
    let count = 0;
    for (const { agreement_id, number, notice_by } of rows) {
      const days = stageOfDays(daysBetween(today, notice_by), NOTICE_DAYS);
      if (days === null) continue;
      const { queued } = await this.queue.run({
        kind: 'option-notice',
        stage: `${number}/${days}/${notice_by}`,
        subject: { kind: 'agreement', id: agreement_id },
        agreementId: agreement_id,
        details: { date: notice_by, count: number },
      });
      count += queued;
    }
    return count;
  }

  /** Notifies all participants of an agreement end: the cooperative, the suppliers in force today, and the buyers. */
  async #endings(today: string): Promise<number> {
    const rows = await this.database.query<EndingRow & Record<string, unknown>>(
      'select a.id, a.ends_on from agreements.door_agreement a where a.ends_on between $1::date and $2::date order by a.ends_on, a.id',
      [today, addDays(today, Math.max(...ENDING_DAYS))],
    );
    let count = 0;
    for (const { id, ends_on } of rows) {
      const days = stageOfDays(daysBetween(today, ends_on), ENDING_DAYS);
      if (days === null) continue;
      const about = {
        kind: 'agreement-ending' as const,
        stage: `${days}/${ends_on}`,
        subject: { kind: 'agreement', id },
        agreementId: id,
        details: { date: ends_on },
      };
      count += (await this.queue.run({ ...about, audiences: ['cooperative', 'buyer'] })).queued;
      for (const supplierId of await this.#suppliers(id, today))
        count += (await this.queue.run({ ...about, audiences: ['supplier'], supplierId })).queued;
    }
    return count;
  }

  async #suppliers(agreementId: string, today: string): Promise<string[]> {
    const rows = await this.database.query<{ supplier_id: string }>(
      `select distinct s.supplier_id from agreements.door_agreement_supplier s
       where s.agreement_id = $1 and coalesce(s.valid_from, '-infinity') <= $2::date and coalesce(s.valid_to, 'infinity') >= $2::date
         and exists (select from identity.door_recipient r where r.cooperative_id = s.cooperative_id and r.organisation_id = s.supplier_id and r.ended_at is null)
       order by 1`,
      [agreementId, today],
    );
    return rows.map(({ supplier_id }) => supplier_id);
  }
}
