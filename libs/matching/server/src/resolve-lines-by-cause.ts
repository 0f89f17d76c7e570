import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { ResolveLine, type ResolutionCause } from './resolve-line.ts';
import { ApprovalLimit } from './approval-limit.ts';
import { isNewestAnswer } from './newest-answers.ts';
import { SUPPLIER_RESPONSES, type Side } from './review-lines.ts';

export interface ResolveByCauseInput {
  readonly side: Side;
  readonly state: 'reported-not-booked' | 'booked-not-reported' | 'books-not-loaded' | 'outside-agreements';
  /** Cause that the run has given the lines; 'none' for lines without a cause. */
  readonly said: string;
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** First and last month, inclusive, '2026-01'; all months when omitted. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Only lines with a supplier response. */
  readonly saidOnly: boolean;
  /** Null revokes the manual answers on the lines. */
  readonly cause: ResolutionCause | null;
  readonly reason: string;
}

/** Maximum number of lines answered at once, largest amounts first. */
export const RESOLVED_LINES_MAX = 500;

const LINES = {
  reported: 'select version_id as id, line_no, line_key, buyer_id, amount from matching.standalone_report_line l',
  booked: 'select batch_id as id, line_no, line_key, buyer_id, amount from matching.standalone_spend_line l',
} as const;

interface Line {
  readonly id: string;
  readonly line_no: number;
  readonly line_key: string;
  readonly buyer_id: string;
  readonly amount: string;
}

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount }) => sum + Math.abs(Number(amount)), 0);

/**
 * Gives all lines with the same cause one manual answer. If the total amount requires second approval, one approval
 * covers all of them.
 */
@Injectable()
export class ResolveLinesByCause {
  constructor(
    private readonly database: Database,
    private readonly answer: ResolveLine,
    private readonly limit: ApprovalLimit,
    private readonly clock: Clock,
  ) {}

  async run({
    side,
    state,
    said: currentCause,
    supplierId,
    buyerId,
    from,
    to,
    saidOnly: withResponseOnly,
    cause,
    reason,
  }: ResolveByCauseInput): Promise<{ answered: number; needsSecond: boolean }> {
    const lines = await this.database.query<Line & Record<string, unknown>>(
      `with ${SUPPLIER_RESPONSES} ${LINES[side]} where l.state = $1 and l.cause is not distinct from nullif($2, 'none') and ($3::uuid is null or l.supplier_id = $3) and ($4::uuid is null or l.buyer_id = $4) and l.buyer_id is not null
         and ($8::text is null or l.month >= matching.month_index(($8 || '-01')::date)) and ($9::text is null or l.month <= matching.month_index(($9 || '-01')::date))
         and ($5::boolean or exists (
           select 1 from matching.line_resolution a where a.side = $6 and a.line_key = l.line_key and a.cause is not null
             and ${isNewestAnswer('a')}))
         and (not $7::boolean or exists (select 1 from said q where q.supplier_id = l.supplier_id and q.line_key = l.line_key and q.kind is not null))
       order by abs(l.amount) desc, id, l.line_no limit ${RESOLVED_LINES_MAX}`,
      [state, currentCause, supplierId, buyerId, cause !== null, side, withResponseOnly, from ?? null, to ?? null],
    );
    const together = {
      givenId: uuidv7(this.clock.now()),
      needsSecond: cause !== null && (await this.#exceedLimit(side, lines)),
    };
    let needsSecond = false;
    for (const { id, line_no } of lines)
      ({ needsSecond } = await this.answer.run({
        side,
        documentId: id,
        lineNo: line_no,
        cause,
        agreementId: null,
        reason,
        together,
      }));
    return { answered: lines.length, needsSecond };
  }

  /**
   * Returns true if the lines require second approval: in total, or for one buyer together with earlier decisions that
   * day.
   */
  async #exceedLimit(side: Side, lines: readonly Line[]): Promise<boolean> {
    const byBuyer = Map.groupBy(lines, ({ buyer_id }) => buyer_id);
    await this.limit.lock([...byBuyer.keys()]);
    if (this.limit.isReached(sumOf(lines))) return true;
    for (const [buyerId, own] of byBuyer) {
      const replaces = { side, lineKeys: own.map(({ line_key }) => line_key) };
      if (await this.limit.requiresSecondApproval({ buyerId, amount: sumOf(own), replaces })) return true;
    }
    return false;
  }
}
