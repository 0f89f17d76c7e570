import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { compare } from '@tallgrunn/values';
import { ClaimStore } from './claim-store.ts';

export const claimOutcomes = ['agreed', 'partly-agreed', 'rejected', 'settled'] as const;
export type ClaimOutcome = (typeof claimOutcomes)[number];

const actByOutcome = {
  agreed: 'agree',
  'partly-agreed': 'agree-partly',
  rejected: 'reject',
  settled: 'settle',
} as const;

export interface OutcomeRequest {
  readonly outcome: ClaimOutcome;
  /** Amount agreed in part, or paid in another way than by a credit line. */
  readonly amount?: string;
  readonly reason: string;
}

/** Records the outcome of a claim. */
@Injectable()
export class RecordClaimOutcome {
  constructor(
    private readonly claims: ClaimStore,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'claim-amount-invalid' (422) when the amount is missing for a partial agreement, or higher than the
   * claim
   */
  async run(id: string, { outcome, amount, reason }: OutcomeRequest): Promise<void> {
    const claim = await this.claims.lockForUpdate(id);
    const state = this.claims.requireState(claim, actByOutcome[outcome]);
    if ((outcome === 'partly-agreed' && !amount) || (amount && compare(amount, claim.amount) > 0))
      throw new Problem(422, 'claim-amount-invalid', { max: claim.amount });
    const agreed = outcome === 'agreed' ? claim.amount : outcome === 'partly-agreed' ? amount : claim.agreed_amount;
    const isClosed = outcome === 'rejected' || outcome === 'settled';
    await this.database.query(
      'update follow_up.claim set state = $2, agreed_amount = $3, outcome_reason = $4, closed_at = $5 where id = $1',
      [id, state, agreed ?? null, reason, isClosed ? this.clock.now() : null],
    );
    await this.claims.addEvent(claim, { kind: outcome, ...(amount && { amount }), text: reason });
    await this.audit.record({
      act: 'claim.outcome-recorded',
      subject: { kind: 'claim', id },
      details: { number: claim.number, outcome, amount: amount ?? null, reason },
    });
  }
}

/** Withdraws a claim. Its lines become open. */
@Injectable()
export class WithdrawClaim {
  constructor(
    private readonly claims: ClaimStore,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(id: string, reason: string): Promise<void> {
    const claim = await this.claims.lockForUpdate(id);
    const state = this.claims.requireState(claim, 'withdraw');
    await this.database.query(
      'update follow_up.claim set state = $2, outcome_reason = $3, closed_at = $4 where id = $1',
      [id, state, reason, this.clock.now()],
    );
    await this.claims.addEvent(claim, { kind: 'withdrawn', text: reason });
    await this.audit.record({
      act: 'claim.withdrawn',
      subject: { kind: 'claim', id },
      details: { number: claim.number, reason },
    });
  }
}

/** Responds to a claim as the supplier: accepts it in full, or disputes it with a text. */
@Injectable()
export class RespondToClaim {
  constructor(
    private readonly claims: ClaimStore,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
  ) {}

  /**
   * Publishes 'follow-up.claim-answered'.
   * @throws Problem 'claim-state-changed' (409), or 'claim-response-text-required' (422) for a dispute without text
   */
  async run(id: string, answer: 'accept' | 'dispute', text: string): Promise<void> {
    const claim = await this.claims.lockForUpdate(id);
    if (claim.state !== 'sent' && claim.state !== 'agreed')
      throw new Problem(409, 'claim-state-changed', { state: claim.state });
    if (answer === 'dispute' && text.trim() === '') throw new Problem(422, 'claim-response-text-required');
    await this.claims.addEvent(claim, {
      kind: answer === 'accept' ? 'accepted-by-supplier' : 'disputed-by-supplier',
      ...(text.trim() !== '' && { text }),
    });
    await this.audit.record({
      act: 'claim.answered',
      subject: { kind: 'claim', id },
      details: { number: claim.number, answer, text },
    });
    await this.domainEvents.publish({
      name: 'follow-up.claim-answered',
      subjectId: id,
      payload: { agreementId: claim.agreement_id, supplierId: claim.supplier_id, answer },
    });
  }
}

/** Stores the edited letter of a draft claim. */
@Injectable()
export class EditClaimLetter {
  constructor(
    private readonly claims: ClaimStore,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run(id: string, { subject, text }: { readonly subject: string; readonly text: string }): Promise<void> {
    const claim = await this.claims.lockForUpdate(id);
    this.claims.requireState(claim, 'send');
    const edited = await this.database.query(
      'update follow_up.claim set letter_subject = $2, letter_text = $3 where id = $1 returning id',
      [id, subject, text],
    );
    if (edited.length === 0) throw notFound('claim');
    await this.audit.record({
      act: 'claim.letter-edited',
      subject: { kind: 'claim', id },
      details: { number: claim.number },
    });
  }
}
