import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ApprovalLimit } from './approval-limit.ts';
import { ApproveDecision } from './approve-decision.ts';
import { lockDecision, isSecondApproval, existingDecision, type CurrentDecision } from './decision-concurrency.ts';

export interface DecidePairInput {
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
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly confirm: ApproveDecision,
    private readonly limit: ApprovalLimit,
  ) {}

  async run({
    versionId,
    reportLineNo,
    batchId,
    spendLineNo,
    verdict,
    reason,
    seen: viewedId,
  }: DecidePairInput): Promise<{ id: string; needsSecond: boolean }> {
    const linePair = await this.database.one<{
      supplier_id: string;
      buyer_id: string;
      report_line_key: string;
      spend_line_key: string;
      amount: string;
    }>(
      `select s.supplier_id, s.buyer_id, r.line_key as report_line_key, s.line_key as spend_line_key, greatest(abs(r.amount), abs(s.compared_amount))::text as amount
       from reporting.door_report_line r
       join spend.door_spend_line s on s.cooperative_id = r.cooperative_id and s.supplier_id = r.supplier_id
       left join agreements.door_buyer_type b on b.cooperative_id = r.cooperative_id and b.buyer_id = r.buyer_id
       where r.version_id = $1 and r.line_no = $2 and s.batch_id = $3 and s.line_no = $4 and (s.buyer_id = r.buyer_id or s.buyer_id = b.host_municipality_id)`,
      [versionId, reportLineNo, batchId, spendLineNo],
    );
    if (!linePair) throw notFound('line-pair');
    await lockDecision(this.database, linePair.report_line_key + linePair.spend_line_key);
    // A bulk answer has already locked the buyers of all its lines.
    await this.limit.lock([linePair.buyer_id]);
    const newest = await this.#newest(linePair, verdict);
    if (isSecondApproval(newest)) return { ...(await this.confirm.run(newest.id)), needsSecond: false };
    const existing = existingDecision(newest, viewedId);
    if (existing) return existing;
    const replaces = { reportLineKey: linePair.report_line_key, spendLineKey: linePair.spend_line_key };
    const needsSecond =
      verdict !== 'undecided' &&
      (await this.limit.requiresSecondApproval({
        buyerId: linePair.buyer_id,
        amount: Number(linePair.amount),
        replaces,
      }));
    const id = uuidv7(this.clock.now());
    await this.database.query(
      `insert into matching.pair_decision (id, supplier_id, buyer_id, report_line_key, spend_line_key, verdict, reason, requires_second_approval, decided_by, decided_at, amount)
       values ($1, $2, $3, $4, $5, $6, $7, $8, platform.person(), $9, $10)`,
      [
        id,
        linePair.supplier_id,
        linePair.buyer_id,
        linePair.report_line_key,
        linePair.spend_line_key,
        verdict,
        reason,
        needsSecond,
        this.clock.now(),
        linePair.amount,
      ],
    );
    await this.audit.record({ act: 'matching.pair-decided', subject: { kind: 'decision', id }, details: { verdict } });
    await this.facts.publish({ name: 'matching.decided', subjectId: id, payload: { buyerId: linePair.buyer_id } });
    return { id, needsSecond };
  }

  #newest(
    { report_line_key, spend_line_key }: { report_line_key: string; spend_line_key: string },
    verdict: DecidePairInput['verdict'],
  ) {
    return this.database.one<CurrentDecision & Record<string, unknown>>(
      `select d.id, d.decided_by is not distinct from platform.person() as own, d.verdict = $3 as alike, d.requires_second_approval, d.requires_second_approval and d.bulk_id is null and not exists (select 1 from matching.second_approval c where c.decision_id = d.id) as waits from matching.pair_decision d
       where d.report_line_key = $1 and d.spend_line_key = $2 order by d.id desc limit 1`,
      [report_line_key, spend_line_key, verdict],
    );
  }
}
