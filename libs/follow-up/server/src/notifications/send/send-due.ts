import { Injectable } from '@nestjs/common';
import { Clock, Database, Mail } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import { nextSummary } from '../queue/send-times.ts';
import { QueueForNextContact } from '../delivery/queue-for-next-contact.ts';
import { UnsubscribeTokens } from '../preferences/unsubscribe-tokens.ts';
import { FindTemplate } from '../templates/find-template.ts';
import { composeEmail, type EmailItem } from './compose-email.ts';
import { LoadContext } from './load-context.ts';
import { PENDING, type PendingNotification } from './pending-notification.ts';
import { StillApplies } from './still-applies.ts';

/** Maximum notifications per unit of work. The next run sends the rest. */
const BATCH_SIZE = 500;

/**
 * Sends the notifications that are due. Each person gets one e-mail per urgent kind, and one summary of all others, at
 * most once a day. Notifications that no longer apply are skipped. E-mail and state are stored in one transaction, so
 * that none is lost or sent twice. Runs in a unit of the system.
 */
@Injectable()
export class SendDue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mail: Mail,
    private readonly applies: StillApplies,
    private readonly context: LoadContext,
    private readonly templates: FindTemplate,
    private readonly next: QueueForNextContact,
    private readonly unsubscribe: UnsubscribeTokens,
  ) {}

  /** Returns how many e-mails were queued. */
  async run(): Promise<number> {
    const due = await this.database.query<PendingNotification & Record<string, unknown>>(PENDING, [
      this.clock.now(),
      BATCH_SIZE,
    ]);
    let count = 0;
    for (const ownNotifications of Map.groupBy(
      due,
      ({ membershipId, email, id }) => membershipId ?? email ?? id,
    ).values())
      count += await this.#sendTo(ownNotifications);
    return count;
  }

  async #sendTo(all: readonly PendingNotification[]): Promise<number> {
    const current = await this.#current(all);
    const urgent = current.filter(({ cadence }) => cadence === 'at-once');
    let count = 0;
    for (const same of Map.groupBy(urgent, ({ kind }) => kind).values()) count += await this.#send(same);
    const rest = current.filter(({ cadence }) => cadence !== 'at-once');
    if (rest.length > 0 && (await this.#hadSummaryToday(rest[0]!))) await this.#postpone(rest);
    else count += await this.#send(rest);
    return count;
  }

  /** Returns those that still apply and can be delivered; ends the others. */
  async #current(all: readonly PendingNotification[]): Promise<PendingNotification[]> {
    const current: PendingNotification[] = [];
    for (const notification of all) {
      if (!(await this.applies.run(notification)) || notification.email === null)
        await this.#end(notification, 'superseded');
      else if (notification.isUnreachable) {
        await this.#end(notification, 'unreachable');
        if (notification.audience === 'supplier') await this.next.run(notification);
      } else current.push(notification);
    }
    return current;
  }

  async #send(notifications: readonly PendingNotification[]): Promise<number> {
    const [first] = notifications;
    if (!first?.email) return 0;
    const items: EmailItem[] = [];
    for (const notification of notifications)
      items.push({
        notification,
        context: await this.context.run(notification),
        template: await this.templates.run(notification.kind, first.language),
      });
    const today = osloDate(this.clock.now());
    const email = composeEmail(items, {
      language: first.language,
      today,
      preferencesLink: this.context.preferencesLink,
      unsubscribeLink: this.#unsubscribeLink(notifications),
    });
    const messageId = await this.mail.send({ to: first.email, ...email, recipientId: first.membershipId ?? first.id });
    await this.database.query(
      `update follow_up.notification set state = 'queued', message_id = $2, queued_at = $3 where id = any ($1)`,
      [notifications.map(({ id }) => id), messageId, this.clock.now()],
    );
    return 1;
  }

  #unsubscribeLink(notifications: readonly PendingNotification[]): string | null {
    const membershipId = notifications[0]?.membershipId;
    if (!membershipId) return null;
    const kinds = [...new Set(notifications.map(({ kind }) => kind))];
    return this.unsubscribe.link({ cooperativeId: this.database.actor().cooperativeId, membershipId, kinds });
  }

  async #hadSummaryToday({ membershipId }: PendingNotification): Promise<boolean> {
    const last = await this.database.one<{ queued_at: Date }>(
      `select queued_at from follow_up.notification where membership_id = $1 and cadence <> 'at-once' and queued_at is not null order by queued_at desc limit 1`,
      [membershipId],
    );
    return last !== undefined && osloDate(last.queued_at) === osloDate(this.clock.now());
  }

  async #postpone(notifications: readonly PendingNotification[]): Promise<void> {
    await this.database.query('update follow_up.notification set due_at = $2 where id = any ($1)', [
      notifications.map(({ id }) => id),
      nextSummary(this.clock.now()),
    ]);
  }

  async #end({ id }: PendingNotification, state: 'superseded' | 'unreachable'): Promise<void> {
    await this.database.query('update follow_up.notification set state = $2 where id = $1', [id, state]);
  }
}
