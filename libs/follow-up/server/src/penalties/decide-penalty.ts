import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, DocumentNumbers, Problem } from '@tallgrunn/platform';
import { compare, limits, uuidv7, type Language } from '@tallgrunn/values';
import { FindLetterLanguage } from '../claims/find-letter-language.ts';
import { calculatePenalty, type Penalty } from './calculate-penalty.ts';
import type { PenaltyClause } from './penalty-clause.ts';
import { penaltyLetter } from './penalty-letter.ts';
import { ReadPenaltyFacts } from './read-penalty-facts.ts';

export interface PenaltyDecisionRequest {
  readonly decision: 'waive' | 'warn' | 'claim';
  readonly reason: string;
  /** A lower amount than the calculated one. Default: the calculated one. */
  readonly amount?: string;
  /** Language of the letter. Default: that of the supplier. */
  readonly language?: Language;
}

/**
 * Decides on a late report: waive, warn or claim. Stores the calculation with the decision. Publishes
 * 'follow-up.penalty-decided'.
 */
@Injectable()
export class DecidePenalty {
  constructor(
    private readonly read: ReadPenaltyFacts,
    private readonly letterLanguage: FindLetterLanguage,
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 'not-found' (404)
   * @throws Problem 'penalty-nothing-to-decide' (409) when no late day counts
   * @throws Problem 'penalty-without-amount' (409) for a claim under a clause without an amount
   * @throws Problem 'penalty-amount-too-high' (422) above the calculated amount
   */
  async run(obligationId: string, request: PenaltyDecisionRequest): Promise<{ id: string }> {
    const { decision, reason, amount, language } = request;
    const penaltyCase = await this.read.find(obligationId);
    if (!penaltyCase) throw notFound('obligation');
    const penalty = calculatePenalty(penaltyCase.clause, penaltyCase.facts);
    if (!penalty.isFailure) throw new Problem(409, 'penalty-nothing-to-decide');
    if (decision === 'claim' && penaltyCase.clause.amount === null) throw new Problem(409, 'penalty-without-amount');
    const claimed = decision === 'claim' ? (amount ?? penalty.amount) : '0';
    if (compare(claimed, penalty.amount) > 0)
      throw new Problem(422, 'penalty-amount-too-high', { amount: claimed, calculated: penalty.amount });
    const now = this.clock.now();
    const id = uuidv7(now);
    const number = await this.numbers.next('DM');
    const letter =
      decision === 'waive'
        ? null
        : penaltyLetter(language ?? (await this.letterLanguage.run(penaltyCase.supplier.id)), {
            ...penaltyCase,
            ...(await this.#sender()),
            number,
            decision,
            amount: claimed,
            penalty,
          });
    await this.database.query(
      `insert into follow_up.penalty_decision (id, number, obligation_id, agreement_id, supplier_id, decision, amount, currency, unit_count, calculation, reason, requires_second_approval,
         decided_by, decided_at, letter_language, letter_subject, letter_text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, platform.person(), $13, $14, $15, $16)`,
      [
        id,
        number,
        obligationId,
        penaltyCase.agreement.id,
        penaltyCase.supplier.id,
        decision,
        claimed,
        penaltyCase.clause.currency,
        penalty.unitCount,
        JSON.stringify(basisOf(penaltyCase.clause, penalty)),
        reason,
        compare(claimed, String(limits.secondApproval.amount)) >= 0,
        now,
        letter?.language ?? null,
        letter?.subject ?? null,
        letter?.text ?? null,
      ],
    );
    await this.audit.record({
      act: 'penalty.decided',
      subject: { kind: 'penalty-decision', id },
      details: { number, obligationId, decision, amount: claimed, currency: penaltyCase.clause.currency, reason },
    });
    await this.domainEvents.publish({
      name: 'follow-up.penalty-decided',
      subjectId: id,
      payload: { obligationId, agreementId: penaltyCase.agreement.id, supplierId: penaltyCase.supplier.id, decision },
    });
    return { id };
  }

  async #sender(): Promise<{ cooperative: string; sender: string }> {
    const row = await this.database.one<{ cooperative: string; sender: string | null }>(
      `select c.name as cooperative, (select p.name from identity.door_person p where p.id = platform.person() limit 1) as sender from identity.door_cooperative c limit 1`,
    );
    return { cooperative: row?.cooperative ?? '', sender: row?.sender ?? '' };
  }
}

/**
 * Returns the basis of a decision. Reasons written by people are omitted, because they are stored where they can be
 * erased.
 */
function basisOf(clause: PenaltyClause, { days, ...penalty }: Penalty) {
  return {
    clause,
    penalty,
    days: days.map(({ on, isCounted, reason, amount }) => ({ on, isCounted, reason, amount })),
  };
}
