import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { lockDecision } from '../decision-concurrency.ts';
import { basisOf } from './basis.ts';
import { PreviewBulkAnswer, type BulkAnswer } from './preview-bulk-answer.ts';

export interface ConfirmedBulkAnswer extends BulkAnswer {
  readonly reason: string;
  /** Hash of the preview that the user saw. */
  readonly basis: string;
}

/**
 * Answers all lines of a question at once: each line gets its decision or answer with a common id. If the total amount
 * requires second approval, one approval covers all of them.
 */
@Injectable()
export class GiveBulkAnswer {
  constructor(
    private readonly database: Database,
    private readonly preview: PreviewBulkAnswer,
    private readonly facts: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the answers of all lines.
   * @throws Problem 'question-changed' (409) if the lines differ from the preview
   */
  async run({
    reason,
    basis,
    ...answer
  }: ConfirmedBulkAnswer): Promise<{ id: string; lineCount: number; needsSecond: boolean }> {
    // A parallel answer to the question or decision on one of its lines waits here, and then finds the new decision.
    await lockDecision(this.database, `question${answer.supplierId}`);
    await this.preview.lock(answer.supplierId);
    const members = await this.preview.membersOf(answer);
    if (basisOf(members) !== basis) throw new Problem(409, 'question-changed');
    const needsSecond = await this.preview.needsSecond(members);
    const now = this.clock.now();
    const id = uuidv7(now);
    const row = ({
      report_line_key,
      spend_line_key,
      supplier_id,
      buyer_id,
      side,
      amount,
      line,
    }: (typeof members)[number]) => ({
      id: uuidv7(now),
      report_line_key,
      spend_line_key,
      supplier_id,
      buyer_id,
      side,
      line_key: side === 'reported' ? report_line_key : spend_line_key,
      amount: side === null ? amount : (line[side]?.amount ?? amount),
    });
    const rows = JSON.stringify(members.map(row));
    if (members[0]?.is_pairs) {
      await this.database.query(
        `insert into matching.pair_decision (id, supplier_id, buyer_id, report_line_key, spend_line_key, verdict, reason, requires_second_approval, decided_by, decided_at, amount, bulk_id)
         select x.id, x.supplier_id, x.buyer_id, x.report_line_key, x.spend_line_key, $2, $3, $4, platform.person(), $5, x.amount, $6
         from jsonb_to_recordset($1::jsonb) as x (id uuid, supplier_id uuid, buyer_id uuid, report_line_key text, spend_line_key text, amount numeric)`,
        [rows, answer.verdict, reason, needsSecond, now, id],
      );
    } else {
      await this.database.query(
        `insert into matching.line_resolution (id, side, line_key, supplier_id, buyer_id, cause, reason, amount, requires_second_approval, decided_by, decided_at, bulk_id)
         select x.id, x.side, x.line_key, x.supplier_id, x.buyer_id, $2, $3, x.amount, $4, platform.person(), $5, $6
         from jsonb_to_recordset($1::jsonb) as x (id uuid, side text, line_key text, supplier_id uuid, buyer_id uuid, amount numeric)`,
        [rows, answer.cause, reason, needsSecond, now, id],
      );
    }
    await this.audit.record({
      act: 'matching.lines-resolved',
      subject: { kind: 'bulk-answer', id },
      details: { lines: members.length, verdict: answer.verdict, cause: answer.cause },
    });
    await this.facts.publish({ name: 'matching.decided', subjectId: id, payload: {} });
    return { id, lineCount: members.length, needsSecond };
  }
}
