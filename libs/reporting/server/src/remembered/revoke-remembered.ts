import { Injectable } from '@nestjs/common';
import { RevokeLearnedAnswer, type RevokedAnswer } from '@tallgrunn/agreements-server';
import { AuditLog, notFound } from '@tallgrunn/platform';
import type { LastingPatch } from '@tallgrunn/checks';
import { ObligationStore } from '../store/obligation-store.ts';
import { ExcludedCustomerStore } from '../store/excluded-customer-store.ts';
import { RememberedAnswerStore } from '../store/remembered-answer-store.ts';

/**
 * Revokes a remembered answer, so that the next file raises the question. Rules learned from it when a report was
 * accepted are revoked too.
 */
@Injectable()
export class RevokeRememberedAnswer {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly answers: RememberedAnswerStore,
    private readonly customers: ExcludedCustomerStore,
    private readonly forget: RevokeLearnedAnswer,
    private readonly audit: AuditLog,
  ) {}

  async run(obligationId: string, answerId: string): Promise<void> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    const owner = { supplierId: obligation.supplier_id, agreementId: obligation.agreement_id };
    const answer = await this.answers.find(answerId, owner);
    if (!answer) throw notFound('remembered-answer');
    await this.answers.revoke(owner, answer);
    if (answer.kind === 'customer') await this.customers.save(owner, { included: [answer.subject] });
    const learned = answer.kind === 'change' ? learnedFrom(answer.answer) : null;
    if (learned) await this.forget.run(owner.supplierId, owner.agreementId, learned);
    await this.audit.record({
      act: 'report.answer-revoked',
      subject: { kind: 'obligation', id: obligationId },
      details: { answerId, kind: answer.kind },
    });
  }
}

/**
 * Maps an answer to the rule that may have been learned from it; null when there is none. An item number link becomes
 * part of the price form once the report is accepted; the contract manager revokes it there.
 */
function learnedFrom(patch: LastingPatch): RevokedAnswer | null {
  if (patch.set === 'item' || patch.set === 'whole-table' || patch.set === 'measure') return null;
  if (patch.set === 'column') return { kind: 'column', about: patch.heading };
  return 'text' in patch ? { kind: patch.set, about: patch.text } : { kind: patch.set, about: patch.field };
}
