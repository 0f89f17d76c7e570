import { Injectable } from '@nestjs/common';
import { Database, OnDomainEvent, type DomainEvent } from '@tallgrunn/platform';
import { QueueNotifications } from '../queue/queue-notifications.ts';

interface Answer {
  readonly id: string;
  readonly kind: string;
  readonly text: string | null;
  readonly number: string;
  readonly amount: string;
  readonly currency: string;
  readonly agreement_id: string;
  readonly supplier_id: string;
}

/** Notifies the contract managers of a supplier's newest answer to a claim. */
@Injectable()
@OnDomainEvent('follow-up.claim-answered')
export class NotifyOfClaimAnswer {
  constructor(
    private readonly queue: QueueNotifications,
    private readonly database: Database,
  ) {}

  async run({ subjectId }: DomainEvent): Promise<void> {
    const answer = await this.database.one<Answer & Record<string, unknown>>(
      `select e.id, e.kind, e.text, c.number, c.amount::text as amount, c.currency, c.agreement_id, c.supplier_id
       from follow_up.claim c join follow_up.claim_event e on e.cooperative_id = c.cooperative_id and e.claim_id = c.id
       where c.id = $1 and e.kind in ('accepted-by-supplier', 'disputed-by-supplier') order by e.id desc limit 1`,
      [subjectId],
    );
    if (!answer) return;
    await this.queue.run({
      kind: 'claim-answered',
      stage: answer.id, // a supplier may change its answer
      subject: { kind: 'claim', id: subjectId },
      agreementId: answer.agreement_id,
      supplierId: answer.supplier_id,
      details: {
        claimNumber: answer.number,
        amount: answer.amount,
        currency: answer.currency,
        decision: answer.kind === 'accepted-by-supplier' ? 'accepted' : 'disputed',
      },
      requesterText: answer.text,
    });
  }
}
