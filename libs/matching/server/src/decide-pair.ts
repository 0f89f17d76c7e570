import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, Facts, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ApprovalLimit } from './approval-limit.ts';
import { ConfirmDecision } from './confirm-decision.ts';
import { holdDecision, isSecondTo, standingOf, type Newest } from './held-decisions.ts';

export interface PairDecision {
  readonly versionId: string;
  readonly reportLineNo: number;
  readonly batchId: string;
  readonly spendLineNo: number;
  readonly verdict: 'same' | 'not-same' | 'undecided';
  readonly reason: string;
  /** Newest decision on the two lines that the user saw; null for none. Omitted by callers without this check. */
  readonly seen?: string | null;
}

/**
 * Stores whether two lines are the same purchase. Decisions are stored by line keys and never changed; a newer one
 * replaces them.
 */
@Injectable()
export class DecidePair {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly confirm: ConfirmDecision,
    private readonly limit: ApprovalLimit,
  ) {}

  async run({
    versionId,
    reportLineNo,
    batchId,
    spendLineNo,
    verdict,
    reason,
    seen,
  }: PairDecision): Promise<{ id: string; needsSecond: boolean }> {
    const pair = await this.database.one<{
      supplier_id: string;
      buyer_id: string;
      report_line_key: string;
      spend_line_key: string;
      amount: string;
    }>(
      `select s.supplier_id, s.buyer_id, r.line_key as report_line_key, s.line_key as spend_line_key, greatest(abs(r.amount), abs(s.compared_amount))::text as amount
       from reporting.door_line r
       join spend.door_line s on s.cooperative_id = r.cooperative_id and s.supplier_id = r.supplier_id
       left join agreements.door_buyer_body b on b.cooperative_id = r.cooperative_id and b.buyer_id = r.buyer_id
       where r.version_id = $1 and r.line_no = $2 and s.batch_id = $3 and s.line_no = $4 and (s.buyer_id = r.buyer_id or s.buyer_id = b.host_id)`,
      [versionId, reportLineNo, batchId, spendLineNo],
    );
    if (!pair) throw notFound('line-pair');
    await holdDecision(this.database, pair.report_line_key + pair.spend_line_key);
    // A bulk answer has already locked the buyers of all its lines.
    await this.limit.lock([pair.buyer_id]);
    const newest = await this.#newest(pair, verdict);
    if (isSecondTo(newest)) return { ...(await this.confirm.run(newest.id)), needsSecond: false };
    const standing = standingOf(newest, seen);
    if (standing) return standing;
    const replaces = { reportLineKey: pair.report_line_key, spendLineKey: pair.spend_line_key };
    const needsSecond =
      verdict !== 'undecided' &&
      (await this.limit.requiresSecondApproval({ buyerId: pair.buyer_id, amount: Number(pair.amount), replaces }));
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into matching.decision (id, supplier_id, buyer_id, report_line_key, spend_line_key, verdict, reason, needs_second, decided_by, decided_at, amount)
       values ($1, $2, $3, $4, $5, $6, $7, $8, platform.person(), $9, $10)`,
      [
        id,
        pair.supplier_id,
        pair.buyer_id,
        pair.report_line_key,
        pair.spend_line_key,
        verdict,
        reason,
        needsSecond,
        this.clock.now(),
        pair.amount,
      ],
    );
    await this.audit.record({ act: 'matching.decided', subject: { kind: 'decision', id }, details: { verdict } });
    await this.facts.announce({ name: 'matching.decided', subjectId: id, payload: { buyerId: pair.buyer_id } });
    return { id, needsSecond };
  }

  #newest(
    { report_line_key, spend_line_key }: { report_line_key: string; spend_line_key: string },
    verdict: PairDecision['verdict'],
  ) {
    return this.database.one<Newest & Record<string, unknown>>(
      `select d.id, d.decided_by is not distinct from platform.person() as own, d.verdict = $3 as alike, d.needs_second, d.needs_second and d.given_id is null and not exists (select 1 from matching.confirmation c where c.decision_id = d.id) as waits from matching.decision d
       where d.report_line_key = $1 and d.spend_line_key = $2 order by d.id desc limit 1`,
      [report_line_key, spend_line_key, verdict],
    );
  }
}
