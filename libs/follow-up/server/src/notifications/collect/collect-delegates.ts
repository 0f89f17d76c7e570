import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { addDays, endOfOsloDay, osloDate } from '@tallgrunn/values';
import { QueueNotifications } from '../queue/queue-notifications.ts';

/** Days before the end of an access at which a successor is requested. */
const AHEAD_DAYS = 14;

interface Row {
  readonly organisation_id: string;
  readonly kind: 'cooperative' | 'supplier' | 'buyer';
  readonly membership_id: string;
  readonly name: string;
  readonly ends_at: Date;
}

/**
 * SQL: memberships that end soon and are the last active ones of their organisation. In the cooperative only contract
 * managers count, elsewhere all members.
 */
const ENDING = `
  select r.organisation_id, r.kind, r.membership_id, r.name, r.ends_at
  from identity.door_recipient r
  where r.ended_at is null and r.ends_at > $1 and r.ends_at <= $2 and r.role <> 'auditor' and (r.kind <> 'cooperative' or r.role = 'contract-manager')
    and not exists (
      select from identity.door_recipient o
      where o.cooperative_id = r.cooperative_id and o.organisation_id = r.organisation_id and o.ended_at is null and o.membership_id <> r.membership_id
        and (o.ends_at is null or o.ends_at > r.ends_at or (o.ends_at = r.ends_at and o.membership_id > r.membership_id))
        and (r.kind <> 'cooperative' or o.role = 'contract-manager'))
  order by r.organisation_id`;

/**
 * Queues notifications that an organisation will soon have no active member. Runs in a unit of the system. Returns how
 * many.
 */
@Injectable()
export class CollectDelegates {
  constructor(
    private readonly database: Database,
    private readonly queue: QueueNotifications,
    private readonly clock: Clock,
  ) {}

  async run(today: string): Promise<number> {
    const rows = await this.database.query<Row & Record<string, unknown>>(ENDING, [
      this.clock.now(),
      endOfOsloDay(addDays(today, AHEAD_DAYS)),
    ]);
    let count = 0;
    for (const { organisation_id, kind, membership_id, name, ends_at } of rows) {
      const about = {
        kind: 'delegate-needed' as const,
        stage: osloDate(ends_at),
        subject: { kind: 'membership', id: membership_id },
        supplierId: kind === 'supplier' ? organisation_id : null,
        details: { person: name, date: osloDate(new Date(ends_at.getTime() - 1)) },
      };
      count += (await this.queue.run({ ...about, organisationId: organisation_id })).queued;
      if (kind !== 'cooperative') count += (await this.queue.run({ ...about, audiences: ['cooperative'] })).queued;
    }
    return count;
  }
}
