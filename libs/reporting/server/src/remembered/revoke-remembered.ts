import { Injectable } from '@nestjs/common';
import { ForgetAnswer, type AnswerForgotten } from '@tallgrunn/agreements-server';
import { AuditTrail, notFound } from '@tallgrunn/platform';
import type { StandingPatch } from '@tallgrunn/checks';
import { DutyStore } from '../store/duty-store.ts';
import { ExcludedCustomerStore } from '../store/excluded-customer-store.ts';
import { RememberedAnswerStore } from '../store/remembered-answer-store.ts';

/**
 * Revokes a remembered answer, so that the next file raises the question. Rules learned from it when a report was
 * accepted are revoked too.
 */
@Injectable()
export class RevokeRemembered {
  constructor(
    private readonly duties: DutyStore,
    private readonly answers: RememberedAnswerStore,
    private readonly customers: ExcludedCustomerStore,
    private readonly forget: ForgetAnswer,
    private readonly audit: AuditTrail,
  ) {}

  async run(dutyId: string, answerId: string): Promise<void> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    const owner = { supplierId: duty.supplier_id, agreementId: duty.agreement_id };
    const given = await this.answers.find(answerId, owner);
    if (!given) throw notFound('remembered-answer');
    await this.answers.revoke(owner, given);
    if (given.kind === 'customer') await this.customers.save(owner, { included: [given.subject] });
    const learned = given.kind === 'change' ? learnedFrom(given.answer) : null;
    if (learned) await this.forget.run(owner.supplierId, owner.agreementId, learned);
    await this.audit.record({
      act: 'report.answer-revoked',
      subject: { kind: 'duty', id: dutyId },
      details: { answerId, kind: given.kind },
    });
  }
}

/**
 * Maps an answer to the rule that may have been learned from it; null when there is none. An item number link becomes
 * part of the price form once the report is accepted; the contract manager revokes it there.
 */
function learnedFrom(patch: StandingPatch): AnswerForgotten | null {
  if (patch.set === 'item' || patch.set === 'whole-table' || patch.set === 'measure') return null;
  if (patch.set === 'column') return { kind: 'column', about: patch.heading };
  return 'text' in patch ? { kind: patch.set, about: patch.text } : { kind: patch.set, about: patch.field };
}
