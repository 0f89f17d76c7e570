import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { calculatePenalty, type Penalty } from './calculate-penalty.ts';
import { countFailures, type FailureWindow } from './count-failures.ts';
import { PENALTY_CASES_MAX, ReadPenaltyFacts, type PenaltyCase, type PenaltyFilter } from './read-penalty-facts.ts';

/** A decision as shown on a page. */
export interface PenaltyDecisionView {
  readonly id: string;
  readonly number: string;
  readonly decision: 'waive' | 'warn' | 'claim';
  readonly amount: string;
  readonly currency: string;
  readonly unitCount: number;
  readonly reason: string;
  readonly decidedAt: string;
  readonly decidedBy: string | null;
  readonly isOwn: boolean;
  readonly requiresSecondApproval: boolean;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly withdrawnAt: string | null;
  readonly letter: { readonly language: string; readonly subject: string; readonly text: string } | null;
}

export interface PenaltySummary {
  readonly obligationId: string;
  readonly periodKey: string;
  readonly report: string;
  readonly partName: string | null;
  readonly isRunOff: boolean;
  readonly agreement: PenaltyCase['agreement'];
  readonly supplier: PenaltyCase['supplier'];
  readonly kind: PenaltyCase['clause']['kind'];
  readonly per: PenaltyCase['clause']['per'];
  readonly dueOn: string;
  readonly deliveredOn: string | null;
  /** Days after the due date, counted or not. */
  readonly lateDayCount: number;
  readonly countedDayCount: number;
  readonly unitCount: number;
  /** Null when the clause states no amount. */
  readonly amount: string | null;
  readonly currency: string;
  readonly isFailure: boolean;
  readonly decision: Pick<PenaltyDecisionView, 'id' | 'number' | 'decision' | 'amount' | 'decidedAt'> | null;
}

export interface PenaltyDetail extends PenaltySummary {
  readonly clause: PenaltyCase['clause'];
  readonly clauseReference: string | null;
  readonly caseNumber: string | null;
  readonly originalDueOn: string;
  readonly extension: PenaltyCase['facts']['extension'];
  readonly uncappedAmount: string;
  readonly days: Penalty['days'];
  readonly failures: FailureWindow | null;
  readonly decisions: readonly PenaltyDecisionView[];
}

const DECISIONS = `
  select d.id, d.obligation_id as "obligationId", d.number, d.decision, d.amount::text as amount, d.currency, d.unit_count as "unitCount", d.reason, d.decided_at as "decidedAt", p.name as "decidedBy",
    d.decided_by is not distinct from platform.person() as "isOwn", d.requires_second_approval as "requiresSecondApproval", d.approved_at as "approvedAt", q.name as "approvedBy",
    d.withdrawn_at as "withdrawnAt",
    case when d.letter_text is null then null else json_build_object('language', d.letter_language, 'subject', d.letter_subject, 'text', d.letter_text) end as letter
  from follow_up.penalty_decision d
  left join identity.door_person p on p.cooperative_id = d.cooperative_id and p.id = d.decided_by
  left join identity.door_person q on q.cooperative_id = d.cooperative_id and q.id = d.approved_by`;

type DecisionRow = Omit<PenaltyDecisionView, 'decidedAt' | 'approvedAt' | 'withdrawnAt'> & {
  readonly obligationId: string;
  readonly decidedAt: Date;
  readonly approvedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** Calculates the penalties of late reports, and of one report day by day. Decides nothing. */
@Injectable()
export class ShowPenalties {
  constructor(
    private readonly read: ReadPenaltyFacts,
    private readonly database: Database,
  ) {}

  async list(filter: PenaltyFilter): Promise<{ items: PenaltySummary[]; isTruncated: boolean }> {
    const cases = await this.read.late(filter);
    const decisions = await this.#decisions(cases.map(({ obligationId }) => obligationId));
    return {
      items: cases.map((each) => summaryOf(each, decisions.get(each.obligationId) ?? [])),
      isTruncated: cases.length >= PENALTY_CASES_MAX,
    };
  }

  async one(obligationId: string): Promise<PenaltyDetail> {
    const penaltyCase = await this.read.find(obligationId);
    if (!penaltyCase) throw notFound('obligation');
    const { clause, facts } = penaltyCase;
    const penalty = calculatePenalty(clause, facts);
    const decisions = (await this.#decisions([obligationId])).get(obligationId) ?? [];
    return {
      ...summaryOf(penaltyCase, decisions),
      clause,
      clauseReference: penaltyCase.clauseReference,
      caseNumber: penaltyCase.caseNumber,
      originalDueOn: facts.dueOn,
      extension: facts.extension,
      uncappedAmount: penalty.uncappedAmount,
      days: penalty.days,
      failures: await this.#failures(penaltyCase, penalty),
      decisions,
    };
  }

  /**
   * Counts late reports of the same supplier and agreement in the window that ends with this one; null when it does not
   * apply.
   */
  async #failures({ clause, supplier, agreement }: PenaltyCase, { dueOn, isFailure }: Penalty) {
    if (!clause.failures || !isFailure) return null;
    const late = await this.read.late({ supplierId: supplier.id, agreementId: agreement.id });
    const failures = late
      .map((each) => ({ obligationId: each.obligationId, penalty: calculatePenalty(each.clause, each.facts) }))
      .filter(({ penalty }) => penalty.isFailure)
      .map(({ obligationId, penalty }) => ({ obligationId, dueOn: penalty.dueOn }));
    return countFailures(clause.failures, failures, dueOn);
  }

  async #decisions(obligationIds: readonly string[]): Promise<Map<string, PenaltyDecisionView[]>> {
    const rows = await this.database.query<DecisionRow>(
      `${DECISIONS} where d.obligation_id = any ($1::uuid[]) order by d.decided_at desc, d.id desc`,
      [obligationIds],
    );
    return Map.groupBy(rows.map(viewOf), ({ obligationId }) => obligationId);
  }
}

function viewOf({
  decidedAt,
  approvedAt,
  withdrawnAt,
  ...row
}: DecisionRow): PenaltyDecisionView & { obligationId: string } {
  return {
    ...row,
    decidedAt: decidedAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

function summaryOf(penaltyCase: PenaltyCase, decisions: readonly PenaltyDecisionView[]): PenaltySummary {
  const { clause, facts, obligationId, periodKey, report, partName, isRunOff, agreement, supplier } = penaltyCase;
  const penalty = calculatePenalty(clause, facts);
  const last = decisions.find(({ withdrawnAt }) => withdrawnAt === null);
  return {
    ...{ obligationId, periodKey, report, partName, isRunOff, agreement, supplier },
    kind: clause.kind,
    per: clause.per,
    dueOn: penalty.dueOn,
    deliveredOn: penalty.deliveredOn,
    lateDayCount: penalty.days.length,
    countedDayCount: penalty.countedDayCount,
    unitCount: penalty.unitCount,
    amount: clause.amount === null ? null : penalty.amount,
    currency: clause.currency,
    isFailure: penalty.isFailure,
    decision: last
      ? {
          id: last.id,
          number: last.number,
          decision: last.decision,
          amount: last.amount,
          decidedAt: last.decidedAt,
        }
      : null,
  };
}
