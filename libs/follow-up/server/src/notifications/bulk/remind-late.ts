import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { osloDate, withoutPersons, type Language } from '@tallgrunn/values';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import { composeEmail } from '../send/compose-email.ts';
import { LoadContext } from '../send/load-context.ts';
import type { PendingNotification } from '../send/pending-notification.ts';
import { FindTemplate } from '../templates/find-template.ts';
import { LateObligations, type LateObligation } from './late-obligations.ts';

export interface ReminderResult {
  readonly obligationId: string;
  /**
   * queued: sent within a minute. reminded-today: all recipients have had it today. unreachable: nobody of the supplier
   * can be notified. not-late: delivered meanwhile, or exempt.
   */
  readonly state: 'queued' | 'reminded-today' | 'unreachable' | 'not-late';
  readonly recipientCount: number;
}

/** Sends reminders of late reports on request of a person, optionally with a message. */
@Injectable()
export class RemindLate {
  constructor(
    private readonly late: LateObligations,
    private readonly queue: QueueNotifications,
    private readonly context: LoadContext,
    private readonly templates: FindTemplate,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the e-mail as the first of the suppliers would get it.
   * @throws Problem 'not-found' (404) when none of the reports is late
   */
  async preview(
    obligationIds: readonly string[],
    message: string | null,
    language: Language,
  ): Promise<{ subject: string; text: string; html: string }> {
    const chosen = (await this.late.run()).find(({ obligationId }) => obligationIds.includes(obligationId));
    if (!chosen) throw new Problem(404, 'not-found', { kind: 'late-obligation' });
    const notification = this.#pending(chosen, readMessage(message), language);
    const today = osloDate(this.clock.now());
    const {
      subject,
      text,
      html = '',
    } = composeEmail(
      [
        {
          notification,
          context: await this.context.run(notification),
          template: await this.templates.run('obligation-late', language),
        },
      ],
      { language, today, preferencesLink: this.context.preferencesLink },
    );
    return { subject, text, html };
  }

  /** Queues the reminders. Each person gets at most one reminder of an obligation per day. */
  async run(obligationIds: readonly string[], message: string | null): Promise<ReminderResult[]> {
    const requesterText = readMessage(message);
    const late = new Map(
      (await this.late.run()).map((lateObligation) => [lateObligation.obligationId, lateObligation]),
    );
    const results: ReminderResult[] = [];
    for (const obligationId of new Set(obligationIds)) {
      const lateObligation = late.get(obligationId);
      results.push(
        lateObligation
          ? await this.#remind(lateObligation, requesterText)
          : { obligationId, state: 'not-late', recipientCount: 0 },
      );
    }
    const sent = results.filter(({ state }) => state === 'queued');
    if (sent.length > 0)
      await this.audit.record({
        act: 'supplier.reminded',
        subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
        details: {
          obligations: sent.map(({ obligationId }) => obligationId),
          ...(requesterText && { reason: requesterText }),
        },
      });
    return results;
  }

  async #remind(
    { obligationId, supplier, agreement, dueOn }: LateObligation,
    message: string | null,
  ): Promise<ReminderResult> {
    const { queued, recipients, isSupplierUnreachable } = await this.queue.run({
      kind: 'obligation-late',
      stage: `asked/${osloDate(this.clock.now())}/${dueOn}`,
      subject: { kind: 'obligation', id: obligationId },
      audiences: ['supplier'],
      obligationId,
      agreementId: agreement.id,
      supplierId: supplier.id,
      requesterText: message,
      requestedBy: this.database.actor().personId,
    });
    const state = isSupplierUnreachable ? 'unreachable' : queued > 0 ? 'queued' : 'reminded-today';
    return { obligationId, state, recipientCount: recipients.length };
  }

  #pending(
    { obligationId, supplier, agreement }: LateObligation,
    message: string | null,
    language: Language,
  ): PendingNotification {
    return {
      ...{
        id: obligationId,
        kind: 'obligation-late',
        stage: '',
        audience: 'supplier',
        organisationId: supplier.id,
        membershipId: supplier.id,
      },
      ...{
        subjectKind: 'obligation',
        subjectId: obligationId,
        obligationId,
        agreementId: agreement.id,
        supplierId: supplier.id,
      },
      ...{
        details: {},
        requesterText: message,
        cadence: 'at-once',
        email: null,
        name: '',
        language,
        isUnreachable: false,
      },
    };
  }
}

/**
 * Returns the message without control characters; null when it is empty. Links are rejected, because our e-mails must
 * contain only our own.
 * @throws Problem 'message-has-link' (422)
 */
function readMessage(text: string | null): string | null {
  const message = (text ?? '').replaceAll(/[^\P{Cc}\n]/gu, '').trim();
  if (/:\/\/|\bwww\./i.test(message))
    throw new Problem(422, 'message-has-link', {}, [{ code: 'message-has-link', path: 'message', params: {} }]);
  return message === '' ? null : withoutPersons(message);
}
