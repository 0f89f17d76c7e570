import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Problem } from '@tallgrunn/platform';
import { osloDate, withoutPersons, type Language } from '@tallgrunn/values';
import { QueueNotifications } from '../queue/queue-notifications.ts';
import { composeEmail } from '../send/compose-email.ts';
import { LoadContext } from '../send/load-context.ts';
import type { PendingNotification } from '../send/pending-notification.ts';
import { FindTemplate } from '../templates/find-template.ts';
import { LateObligations, type LateObligation } from './late-obligations.ts';

export interface ReminderResult {
  readonly obligationId: string;
  /** queued: goes out within a minute. reminded-today: all had it today. unreachable: nobody of the supplier can be told. not-late: delivered meanwhile, or exempt. */
  readonly state: 'queued' | 'reminded-today' | 'unreachable' | 'not-late';
  readonly recipientCount: number;
}

/** Reminds suppliers of reports that are late, on the word of a person, with a message of that person's own where one is written. */
@Injectable()
export class RemindLate {
  constructor(
    private readonly late: LateObligations,
    private readonly queue: QueueNotifications,
    private readonly context: LoadContext,
    private readonly templates: FindTemplate,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The e-mail as the first of the suppliers would get it. @throws Problem 'not-found' when none of them is late */
  async preview(
    obligationIds: readonly string[],
    message: string | null,
    language: Language,
  ): Promise<{ subject: string; text: string; html: string }> {
    const chosen = (await this.late.run()).find(({ obligationId }) => obligationIds.includes(obligationId));
    if (!chosen) throw new Problem(404, 'not-found', { kind: 'late-obligation' });
    const notification = this.#pending(chosen, readOwnWords(message), language);
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

  /** Nobody is reminded twice on one day, however often it is asked for. */
  async run(obligationIds: readonly string[], message: string | null): Promise<ReminderResult[]> {
    const words = readOwnWords(message);
    const late = new Map((await this.late.run()).map((each) => [each.obligationId, each]));
    const results: ReminderResult[] = [];
    for (const obligationId of new Set(obligationIds)) {
      const each = late.get(obligationId);
      results.push(each ? await this.#remind(each, words) : { obligationId, state: 'not-late', recipientCount: 0 });
    }
    const sent = results.filter(({ state }) => state === 'queued');
    if (sent.length > 0)
      await this.audit.record({
        act: 'supplier.reminded',
        subject: { kind: 'cooperative', id: this.database.actor().cooperativeId },
        details: { obligations: sent.map(({ obligationId }) => obligationId), ...(words && { reason: words }) },
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

/** A message as it is sent: without control characters, null when nothing is left. Links are refused, so that no e-mail of ours leads anywhere else. */
function readOwnWords(text: string | null): string | null {
  const message = (text ?? '').replaceAll(/[^\P{Cc}\n]/gu, '').trim();
  if (/:\/\/|\bwww\./i.test(message))
    throw new Problem(422, 'message-has-link', {}, [{ code: 'message-has-link', path: 'message', params: {} }]);
  return message === '' ? null : withoutPersons(message);
}
