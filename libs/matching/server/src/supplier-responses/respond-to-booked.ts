import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { BOOKED_LINES, scopeParams } from './list-unreported-lines.ts';
import type { ObligationScope } from './obligation-scope.ts';
import { ListUnreportedSpend } from './list-unreported-spend.ts';
import { kindsWithReason, type SupplierResponseKind } from './supplier-response-kinds.ts';

export interface SupplierResponseInput {
  readonly buyerId: string;
  /** key of the invoice */
  readonly invoice: string;
  /** keys of some of its lines; all open lines when omitted */
  readonly lines?: readonly string[];
  /** null withdraws the response */
  readonly kind: SupplierResponseKind | null;
  readonly reason: string;
}

interface Line {
  readonly line_key: string;
  readonly invoice_number: string | null;
  readonly amount: string;
}

const OPEN_LINES = `with ${BOOKED_LINES}
  select l.line_key, l.invoice_number, l.amount::text as amount from line l where l.open and l.buyer_id = $6 and l.invoice_key = $7 and ($8::text[] is null or l.line_key = any ($8)) order by l.line_no`;

/**
 * Stores a supplier's response to an invoice booked by its buyer, or to lines of it: why no report contains them. The
 * reviewer sees it with the lines; it links nothing.
 */
@Injectable()
export class RespondToBooked {
  constructor(
    private readonly booked: ListUnreportedSpend,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(obligationId: string, response: SupplierResponseInput): Promise<{ lines: number }> {
    const scope = await this.booked.scope(obligationId);
    const reason = response.reason.trim();
    if (response.kind !== null && kindsWithReason.includes(response.kind) && reason === '')
      throw new Problem(422, 'supplier-response-reason-missing', { kind: response.kind });
    const lines = scope.tellable
      ? await this.booked.runAsReader(() =>
          this.database.query<Line & Record<string, unknown>>(OPEN_LINES, [
            ...scopeParams(scope),
            response.buyerId,
            response.invoice,
            response.lines ?? null,
          ]),
        )
      : [];
    if (lines.length === 0) throw notFound('booked-invoice');
    await this.#store(scope, { ...response, reason }, lines);
    return { lines: lines.length };
  }

  async #store(
    { obligationId, supplierId }: ObligationScope,
    { buyerId, kind, reason }: SupplierResponseInput,
    lines: readonly Line[],
  ): Promise<void> {
    const givenId = uuidv7(this.clock.now());
    await this.database.query(
      `insert into matching.supplier_response (id, bulk_id, obligation_id, supplier_id, buyer_id, line_key, invoice_number, kind, reason, amount, said_by, said_at)
       select w.id, $1, $2, $3, $4, w.line_key, w.invoice_number, $5, $6, w.amount, platform.person(), $7 from jsonb_to_recordset($8::jsonb) as w (id uuid, line_key text, invoice_number text, amount numeric)`,
      [
        givenId,
        obligationId,
        supplierId,
        buyerId,
        kind,
        reason,
        this.clock.now(),
        JSON.stringify(lines.map((line) => ({ ...line, id: uuidv7(this.clock.now()) }))),
      ],
    );
    await this.audit.record({
      act: 'matching.supplier-responded',
      subject: { kind: 'statement', id: givenId },
      details: { obligationId, kind, lines: lines.length },
    });
  }
}
