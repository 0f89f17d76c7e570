import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { kindRule, type Audience, type Cadence, type NotificationKind } from '../notification-kinds.ts';
import { FindRecipients, type Recipient } from './find-recipients.ts';
import { sendTime } from './send-times.ts';

/** A notification to queue for several recipients. */
export interface NewNotification {
  readonly kind: NotificationKind;
  /** Distinguishes repeated notifications of one kind about one subject, for example "due-7". */
  readonly stage?: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly audiences?: readonly Audience[];
  readonly agreementId?: string | null;
  readonly supplierId?: string | null;
  readonly obligationId?: string | null;
  /** Id of one organisation whose members are notified, instead of whole audiences. */
  readonly organisationId?: string;
  /** Values of template variables that are not looked up at sending. */
  readonly details?: Readonly<Record<string, string | number | null>>;
  /** Text written by a person: the reason of a return, or a message. */
  readonly requesterText?: string | null;
  /** Id of the person who requested it; it is then sent at once. */
  readonly requestedBy?: string | null;
  /** Ids of memberships to which it is limited. */
  readonly only?: readonly string[];
}

/** Result of one notification: number queued, recipients, and whether the supplier was unreachable. */
export interface QueueResult {
  readonly queued: number;
  readonly recipients: readonly Recipient[];
  readonly isSupplierUnreachable: boolean;
}

/**
 * Queues notifications, one row per person, in the current unit of work. A duplicate key is skipped, so nobody gets the
 * same notification twice. If nobody of a supplier is reachable, the contract managers are notified.
 */
@Injectable()
export class QueueNotifications {
  constructor(
    private readonly database: Database,
    private readonly find: FindRecipients,
    private readonly clock: Clock,
  ) {}

  async run(notification: NewNotification): Promise<QueueResult> {
    const { recipients, unreachable } = await this.#recipients(notification);
    let queued = 0;
    for (const recipient of recipients)
      if (!notification.only || notification.only.includes(recipient.membershipId ?? ''))
        queued += (await this.#add(notification, recipient)) ? 1 : 0;
    if (unreachable) await this.#notifyContractManagers(notification, unreachable);
    return { queued, recipients, isSupplierUnreachable: unreachable !== null };
  }

  async #recipients(
    notification: NewNotification,
  ): Promise<{ recipients: Recipient[]; unreachable: 'no-users' | 'bounced' | null }> {
    const { kind, supplierId, agreementId, organisationId } = notification;
    if (organisationId) return { recipients: await this.find.members(organisationId), unreachable: null };
    const audiences = notification.audiences ?? kindRule(kind).audiences;
    const recipients: Recipient[] = [];
    let unreachable: 'no-users' | 'bounced' | null = null;
    for (const audience of audiences) {
      if (audience === 'cooperative') recipients.push(...(await this.find.cooperative()));
      if (audience === 'buyer' && agreementId)
        recipients.push(...(await this.find.buyers(agreementId, osloDate(this.clock.now()))));
      if (audience === 'supplier' && supplierId) {
        const supplier = await this.find.supplier(supplierId, agreementId ?? null);
        recipients.push(...supplier.recipients);
        if (supplier.recipients.length === 0) unreachable = supplier.userCount === 0 ? 'no-users' : 'bounced';
      }
    }
    return { recipients: recipients.filter(({ isUnreachable }) => !isUnreachable), unreachable };
  }

  async #add(notification: NewNotification, recipient: Recipient): Promise<boolean> {
    const { kind, stage = '', subject, requestedBy = null } = notification;
    const now = this.clock.now();
    const cadence = await this.#cadence(notification, recipient);
    const isWanted = cadence !== 'never';
    const key = [kind, stage, subject.id, recipient.membershipId ?? recipient.email.toLowerCase()].join(':');
    const rows = await this.database.query(
      `insert into follow_up.notification
         (id, kind, stage, audience, organisation_id, membership_id, person_id, contact_email, subject_kind, subject_id, obligation_id, agreement_id, supplier_id, details, requester_text, cadence, dedupe_key, created_at, due_at, state, requested_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       on conflict (cooperative_id, dedupe_key) do nothing returning id`,
      [
        uuidv7(now),
        ...[kind, stage, recipient.audience, recipient.organisationId, recipient.membershipId, recipient.personId],
        recipient.personId === null ? recipient.email : null,
        ...[subject.kind, subject.id, notification.obligationId ?? null, notification.agreementId ?? null],
        notification.supplierId ?? null,
        JSON.stringify(notification.details ?? {}),
        notification.requesterText ?? null,
        ...[isWanted ? cadence : 'daily', key, now, isWanted ? sendTime(cadence, now) : now],
        ...[isWanted ? 'waiting' : 'not-wanted', requestedBy],
      ],
    );
    return rows.length > 0 && isWanted;
  }

  async #cadence({ kind, requestedBy }: NewNotification, { membershipId }: Recipient): Promise<Cadence> {
    const { cadence, mayTurnOff } = kindRule(kind);
    if (!mayTurnOff || requestedBy) return 'at-once';
    const chosen = await this.database.one<{ cadence: Cadence }>(
      'select cadence from follow_up.notification_preference where membership_id = $1 and kind = $2',
      [membershipId, kind],
    );
    return chosen?.cadence ?? cadence;
  }

  /** Notifies the contract managers, once a month per supplier and reason, to avoid daily repetition. */
  async #notifyContractManagers(
    { kind, supplierId, agreementId, obligationId }: NewNotification,
    reason: 'no-users' | 'bounced',
  ): Promise<void> {
    if (!supplierId || kind === 'supplier-unreachable') return;
    const month = osloDate(this.clock.now()).slice(0, 7);
    await this.run({
      kind: 'supplier-unreachable',
      stage: `${reason}-${month}`,
      subject: { kind: 'supplier', id: supplierId },
      supplierId,
      agreementId: agreementId ?? null,
      obligationId: obligationId ?? null,
      details: { reason },
    });
  }
}
