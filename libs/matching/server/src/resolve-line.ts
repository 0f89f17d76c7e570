import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ApprovalLimit } from './approval-limit.ts';
import { ApproveDecision } from './approve-decision.ts';
import { lockDecision, isSecondApproval, existingDecision, type CurrentDecision } from './decision-concurrency.ts';

/** Causes that a user may assign to an unmatched line. */
export const resolutionCauses = [
  'timing',
  'freight-fees',
  'vat',
  'off-assortment',
  'missing-alias',
  'buyer-without-books',
  'period-13',
  'purchasing-card',
  'internal-invoice',
  'report-missing',
  'books-missing',
  'reported-twice',
  'credited',
  'off-agreement',
  'no-agreement',
  'other-seller',
  'not-reported',
  'not-booked',
] as const;
export type ResolutionCause = (typeof resolutionCauses)[number];

export interface ResolveLineInput {
  readonly side: 'reported' | 'booked';
  readonly documentId: string;
  readonly lineNo: number;
  /** Null (with no agreement either) revokes the answer. */
  readonly cause: ResolutionCause | null;
  /** Agreement of a booked line. */
  readonly agreementId: string | null;
  readonly reason: string;
  /** Newest answer on the line that the user saw; null for none. Omitted by callers without this check. */
  readonly seen?: string | null;
  /** Id of the supplier response that is accepted as the answer. */
  readonly statementId?: string;
  /**
   * Set for one of several simultaneous answers: their common id, and whether they require second approval together.
   */
  readonly together?: { readonly givenId: string; readonly needsSecond: boolean };
}

interface ResolvedLine extends Record<string, unknown> {
  readonly line_key: string;
  readonly supplier_id: string | null;
  readonly buyer_id: string;
  readonly amount: string;
}

const LINE = {
  reported:
    'select line_key, supplier_id, buyer_id, amount from reporting.door_report_line where version_id = $1 and line_no = $2 and buyer_id is not null',
  booked:
    'select line_key, supplier_id, buyer_id, compared_amount as amount from spend.door_spend_line where batch_id = $1 and line_no = $2 and buyer_id is not null',
} as const;

/**
 * Stores why a line is unmatched, or which agreement it belongs to. Answers are stored by line key and never changed; a
 * newer one replaces them.
 */
@Injectable()
export class ResolveLine {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly confirm: ApproveDecision,
    private readonly limit: ApprovalLimit,
  ) {}

  async run({
    side,
    documentId,
    lineNo,
    cause,
    agreementId,
    reason,
    seen: viewedId,
    statementId,
    together: bulk,
  }: ResolveLineInput): Promise<{ id: string; needsSecond: boolean }> {
    const line = await this.database.one<ResolvedLine>(LINE[side], [documentId, lineNo]);
    if (!line) throw notFound('matching-line');
    if (agreementId !== null) await this.#requireAgreement(agreementId);
    if (!bulk) {
      await lockDecision(this.database, side + line.line_key);
      // A bulk answer has already locked the buyers of all its lines.
      await this.limit.lock([line.buyer_id]);
      const newest = await this.#newest(side, line.line_key, cause, agreementId);
      if (isSecondApproval(newest)) return { ...(await this.confirm.run(newest.id)), needsSecond: false };
      const existing = existingDecision(newest, viewedId);
      if (existing) return existing;
    }
    const id = uuidv7(this.clock.now());
    const needsSecond =
      (cause !== null || agreementId !== null) && (bulk?.needsSecond ?? (await this.#exceedsLimit(side, line)));
    await this.database.query(
      `insert into matching.line_resolution (id, side, line_key, supplier_id, buyer_id, cause, agreement_id, reason, amount, requires_second_approval, decided_by, decided_at, statement_id, bulk_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, platform.person(), $11, $12, $13)`,
      [
        id,
        side,
        line.line_key,
        line.supplier_id,
        line.buyer_id,
        cause,
        agreementId,
        reason,
        line.amount,
        needsSecond,
        this.clock.now(),
        statementId ?? null,
        bulk?.givenId ?? null,
      ],
    );
    await this.audit.record({
      act: 'matching.line-resolved',
      subject: { kind: 'answer', id },
      details: { cause, agreementId },
    });
    await this.facts.publish({ name: 'matching.decided', subjectId: id, payload: { buyerId: line.buyer_id } });
    return { id, needsSecond };
  }

  async #requireAgreement(id: string): Promise<void> {
    if (!(await this.database.one('select 1 from agreements.door_agreement where id = $1', [id])))
      throw notFound('agreement');
  }

  #exceedsLimit(side: ResolveLineInput['side'], line: ResolvedLine): Promise<boolean> {
    return this.limit.requiresSecondApproval({
      buyerId: line.buyer_id,
      amount: Math.abs(Number(line.amount)),
      replaces: { side, lineKeys: [line.line_key] },
    });
  }

  #newest(side: ResolveLineInput['side'], lineKey: string, cause: string | null, agreementId: string | null) {
    return this.database.one<CurrentDecision & Record<string, unknown>>(
      `select a.id, a.decided_by is not distinct from platform.person() as own, a.cause is not distinct from $3 and a.agreement_id is not distinct from $4::uuid as alike, a.requires_second_approval,
         a.requires_second_approval and a.bulk_id is null and not exists (select 1 from matching.second_approval c where c.decision_id = a.id) as waits from matching.line_resolution a
       where a.side = $1 and a.line_key = $2 order by a.id desc limit 1`,
      [side, lineKey, cause, agreementId],
    );
  }
}
