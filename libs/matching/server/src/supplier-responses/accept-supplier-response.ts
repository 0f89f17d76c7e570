import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { ResolveLine } from '../resolve-line.ts';
import { causeOfResponse, type SupplierResponseKind } from './supplier-response-kinds.ts';

interface ResponseRow {
  readonly kind: SupplierResponseKind | null;
  readonly batch_id: string | null;
  readonly line_no: number | null;
  readonly newer: boolean;
}

/**
 * Accepts a supplier response to a booked line as the answer. From then on it is an ordinary decision, with second
 * approval for a large amount.
 */
@Injectable()
export class AcceptSupplierResponse {
  constructor(
    private readonly database: Database,
    private readonly answer: ResolveLine,
  ) {}

  async run(statementId: string, reason: string): Promise<{ id: string; needsSecond: boolean }> {
    const response = await this.database.one<ResponseRow & Record<string, unknown>>(
      `select s.kind, l.batch_id, l.line_no, exists (select 1 from matching.supplier_response n where n.supplier_id = s.supplier_id and n.line_key = s.line_key and n.id > s.id) as newer
       from matching.supplier_response s
       left join lateral (
         select d.batch_id, d.line_no from spend.door_spend_line d where d.supplier_id = s.supplier_id and d.buyer_id = s.buyer_id and d.line_key = s.line_key order by d.batch_id desc limit 1
       ) l on true
       where s.id = $1`,
      [statementId],
    );
    if (!response || response.batch_id === null || response.line_no === null) throw notFound('statement');
    const cause = response.kind && causeOfResponse[response.kind];
    if (cause === null) throw new Problem(409, 'supplier-response-has-no-cause', { kind: response.kind ?? '' });
    if (response.newer) throw new Problem(409, 'supplier-response-superseded');
    return this.answer.run({
      side: 'booked',
      documentId: response.batch_id,
      lineNo: response.line_no,
      cause,
      agreementId: null,
      reason,
      statementId,
    });
  }
}
