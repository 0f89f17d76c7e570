import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { AnswerLine } from '../answer-line.ts';
import { causeOfStatement, type StatementKind } from './statement-kinds.ts';

interface Found {
  readonly kind: StatementKind | null;
  readonly batch_id: string | null;
  readonly line_no: number | null;
  readonly newer: boolean;
}

/**
 * Accepts a supplier response to a booked line as the answer. From then on it is an ordinary decision, with second
 * approval for a large amount.
 */
@Injectable()
export class AcceptStatement {
  constructor(
    private readonly database: Database,
    private readonly answer: AnswerLine,
  ) {}

  async run(statementId: string, reason: string): Promise<{ id: string; needsSecond: boolean }> {
    const said = await this.database.one<Found & Record<string, unknown>>(
      `select s.kind, l.batch_id, l.line_no, exists (select 1 from matching.statement n where n.supplier_id = s.supplier_id and n.line_key = s.line_key and n.id > s.id) as newer
       from matching.statement s
       left join lateral (
         select d.batch_id, d.line_no from spend.door_line d where d.supplier_id = s.supplier_id and d.buyer_id = s.buyer_id and d.line_key = s.line_key order by d.batch_id desc limit 1
       ) l on true
       where s.id = $1`,
      [statementId],
    );
    if (!said || said.batch_id === null || said.line_no === null) throw notFound('statement');
    const cause = said.kind && causeOfStatement[said.kind];
    if (cause === null) throw new Problem(409, 'statement-says-no-cause', { kind: said.kind ?? '' });
    if (said.newer) throw new Problem(409, 'statement-replaced');
    return this.answer.run({
      side: 'booked',
      documentId: said.batch_id,
      lineNo: said.line_no,
      cause,
      agreementId: null,
      reason,
      statementId,
    });
  }
}
