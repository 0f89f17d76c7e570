import { Injectable } from '@nestjs/common';
import { systemActor } from '../actor.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database.ts';
import { DomainEvents } from '../domain-events.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/**
 * Delivery state of an e-mail. retrying: not accepted yet. stored: written to the outbox folder, because no mail server
 * is set.
 */
export type MailState = 'retrying' | 'sent' | 'stored' | 'failed' | 'bounced';

const UNDELIVERED_STATES: readonly MailState[] = ['failed', 'bounced'];

/**
 * Stores the delivery state of a cooperative's e-mails. Publishes `platform.mail-failed` and `platform.mail-bounced`.
 */
@Injectable()
export class MailDeliveries {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns whether an earlier attempt was final, so that a repeated job does not send the e-mail twice. */
  isDone(cooperativeId: string, id: string): Promise<boolean> {
    return this.units.run(systemActor(cooperativeId), async () => {
      const row = await this.database.one<{ state: MailState }>(
        'select state from platform.mail_delivery where id = $1',
        [id],
      );
      return row !== undefined && row.state !== 'retrying';
    });
  }

  /** Records an attempt. A `retrying` e-mail becomes `failed` at the last of `attemptsMax` attempts. */
  async recordAttempt(
    cooperativeId: string,
    id: string,
    outcome: { readonly state: MailState; readonly reason?: string | null; readonly attemptsMax?: number },
  ): Promise<void> {
    await this.units.run(systemActor(cooperativeId), async () => {
      const row = await this.database.one<{ state: MailState }>(
        `insert into platform.mail_delivery as d (id, state, attempt_count, reason, updated_at) values ($1, $2, 1, $3, $4)
         on conflict (cooperative_id, id) do update set attempt_count = d.attempt_count + 1, reason = excluded.reason, updated_at = excluded.updated_at,
           state = case when excluded.state = 'retrying' and d.attempt_count + 1 >= $5 then 'failed' else excluded.state end
         returning state`,
        [id, outcome.state, outcome.reason ?? null, this.clock.now(), outcome.attemptsMax ?? 1],
      );
      if (row && UNDELIVERED_STATES.includes(row.state)) await this.#publish(id, row.state, outcome.reason ?? null);
    });
  }

  /**
   * Records a bounce of an e-mail of the current unit's cooperative. Returns false when the cooperative sent no such
   * e-mail, or the bounce is already recorded.
   */
  async recordBounce(id: string, reason: string): Promise<boolean> {
    const row = await this.database.one(
      `update platform.mail_delivery set state = 'bounced', reason = $2, updated_at = $3 where id = $1 and state <> 'bounced' returning id`,
      [id, reason, this.clock.now()],
    );
    if (row) await this.#publish(id, 'bounced', reason);
    return row !== undefined;
  }

  /**
   * Marks e-mails as failed that wait for another attempt although the queue has none: the worker was killed at the last
   * one. Returns their ids.
   */
  failLost(cooperativeId: string, queue: string, before: Date): Promise<string[]> {
    return this.units.run(systemActor(cooperativeId), async () => {
      const lost = await this.database.query<{ id: string; reason: string | null }>(
        `update platform.mail_delivery d set state = 'failed', updated_at = $2
         where d.state = 'retrying' and d.updated_at < $1 and not exists (
           select 1 from pgboss.job j where j.name = $3 and j.state <= 'active' and j.data -> 'payload' ->> 'messageId' = d.id::text)
         returning d.id, d.reason`,
        [before, this.clock.now(), queue],
      );
      for (const { id, reason } of lost) await this.#publish(id, 'failed', reason);
      return lost.map(({ id }) => id);
    });
  }

  #publish(id: string, state: MailState, reason: string | null): Promise<void> {
    return this.domainEvents.publish({ name: `platform.mail-${state}`, subjectId: id, payload: { reason } });
  }
}
