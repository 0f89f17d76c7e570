import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { lockDecision } from '../decision-concurrency.ts';
import { isNewestAnswer, isNewestDecision } from '../newest-answers.ts';

/** Revokes a bulk answer on all lines without a newer decision. One person may do so alone, as for one line. */
@Injectable()
export class RevokeBulkAnswer {
  constructor(
    private readonly database: Database,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Revokes the bulk answer.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'bulk-answer-already-revoked' (409) where none of it is in force
   */
  async run(id: string, reason: string): Promise<{ id: string; lineCount: number }> {
    await lockDecision(this.database, id);
    const decisions = await this.database.query<{ id: string; is_pair: boolean; in_force: boolean }>(
      BULK_ANSWER_DECISIONS,
      [id],
    );
    if (decisions.length === 0) throw notFound('bulk-answer');
    const inForce = decisions.filter(({ in_force }) => in_force);
    if (inForce.length === 0) throw new Problem(409, 'bulk-answer-already-revoked');
    const now = this.clock.now();
    const act = uuidv7(now);
    for (const [isPair, insert] of [
      [true, UNDECIDED],
      [false, TAKEN_BACK],
    ] as const) {
      const rows = inForce
        .filter(({ is_pair }) => is_pair === isPair)
        .map((each) => ({ said: each.id, id: uuidv7(now) }));
      if (rows.length > 0) await this.database.query(insert, [JSON.stringify(rows), reason, now, act]);
    }
    await this.audit.record({
      act: 'matching.resolutions-revoked',
      subject: { kind: 'bulk-answer', id },
      details: { lines: inForce.length },
    });
    await this.facts.publish({ name: 'matching.decided', subjectId: act, payload: {} });
    return { id: act, lineCount: inForce.length };
  }
}

/** SQL: the decisions and answers of a bulk answer, and whether each is in force. */
const BULK_ANSWER_DECISIONS = `
  select d.id, true as is_pair, d.verdict <> 'undecided' and ${isNewestDecision('d')} as in_force
  from matching.pair_decision d where d.bulk_id = $1
  union all
  select a.id, false, (a.cause is not null or a.agreement_id is not null) and ${isNewestAnswer('a')}
  from matching.line_resolution a where a.bulk_id = $1`;

const UNDECIDED = `
  insert into matching.pair_decision (id, supplier_id, buyer_id, report_line_key, spend_line_key, verdict, reason, requires_second_approval, decided_by, decided_at, amount, bulk_id)
  select x.id, d.supplier_id, d.buyer_id, d.report_line_key, d.spend_line_key, 'undecided', $2, false, platform.person(), $3, d.amount, $4
  from jsonb_to_recordset($1::jsonb) as x (said uuid, id uuid) join matching.pair_decision d on d.id = x.said`;

const TAKEN_BACK = `
  insert into matching.line_resolution (id, side, line_key, supplier_id, buyer_id, cause, reason, amount, requires_second_approval, decided_by, decided_at, bulk_id)
  select x.id, a.side, a.line_key, a.supplier_id, a.buyer_id, null, $2, a.amount, false, platform.person(), $3, $4
  from jsonb_to_recordset($1::jsonb) as x (said uuid, id uuid) join matching.line_resolution a on a.id = x.said`;
