import { Injectable } from '@nestjs/common';
import { Clock, Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { PendingNotification } from '../send/pending-notification.ts';
import { QueueForNextContact } from './queue-for-next-contact.ts';

type Row = Pick<
  PendingNotification,
  | 'kind'
  | 'stage'
  | 'audience'
  | 'organisationId'
  | 'subjectKind'
  | 'subjectId'
  | 'obligationId'
  | 'agreementId'
  | 'supplierId'
  | 'details'
  | 'requesterText'
  | 'email'
>;

/**
 * Handles a bounced e-mail. Its address gets no more e-mails until a user clears it. A supplier's notification goes to
 * its next contact; without one, the contract managers are notified. E-mails that failed for other reasons can be
 * resent manually.
 */
@Injectable()
@OnDomainEvent('platform.mail-bounced')
export class NotifyNextContact {
  constructor(
    private readonly next: QueueForNextContact,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ subjectId, payload }: DomainEvent): Promise<void> {
    const rows = await this.database.query<Row & Record<string, unknown>>(
      `select n.kind, n.stage, n.audience, n.organisation_id as "organisationId", n.subject_kind as "subjectKind", n.subject_id as "subjectId",
         n.obligation_id as "obligationId", n.agreement_id as "agreementId", n.supplier_id as "supplierId", n.details, n.requester_text as "requesterText",
         coalesce(n.contact_email, (select r.email from identity.door_recipient r where r.cooperative_id = n.cooperative_id and r.membership_id = n.membership_id)) as email
       from follow_up.notification n where n.message_id = $1 and n.state = 'queued'`,
      [subjectId],
    );
    const [first] = rows;
    if (!first) return;
    await this.#markUnreachable(first, subjectId, String(payload['reason'] ?? ''));
    for (const row of rows.filter(({ audience }) => audience === 'supplier')) await this.next.run(row);
  }

  async #markUnreachable({ email, organisationId }: Row, messageId: string, reason: string): Promise<void> {
    await this.database.query(`update follow_up.notification set state = 'unreachable' where message_id = $1`, [
      messageId,
    ]);
    if (!email) return;
    await this.database.query(
      `insert into follow_up.unreachable_address (id, organisation_id, email, reason, message_id, noticed_at) values ($1, $2, lower($3), $4, $5, $6)
       on conflict do nothing`,
      [uuidv7(this.clock.now()), organisationId, email, reason, messageId, this.clock.now()],
    );
  }
}
