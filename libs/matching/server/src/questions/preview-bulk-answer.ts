import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { RESOLVED_LINES_MAX } from '../resolve-lines-by-cause.ts';
import type { ResolutionCause } from '../resolve-line.ts';
import { ApprovalLimit } from '../approval-limit.ts';
import { basisOf } from './basis.ts';
import type { QuestionLine } from './list-questions.ts';
import { MEMBER_JSON, MEMBERS, AMBIGUOUS_PAIRS, TEXT_JOINS, type Regularity } from './members.ts';

/** One answer to all lines of a question: whether pairs are the same purchase, or why lines are unmatched. */
export interface BulkAnswer {
  readonly supplierId: string;
  readonly key: string;
  /** Decision on pairs. */
  readonly verdict: 'same' | 'not-same' | null;
  /** Cause of lines. */
  readonly cause: ResolutionCause | null;
}

/**
 * Effects of an answer on a line: linked as it is or with a difference, explained by a cause, or left open. It is left
 * open because the user said so, or because several lines fit equally.
 */
export const effects = ['tied', 'tied-with-difference', 'named', 'stays-open', 'several-fit'] as const;
export type Effect = (typeof effects)[number];

export interface PreviewLine extends QuestionLine {
  readonly effect: Effect;
}

export interface BulkPreview {
  /** Hash of the lines that the answer covers. An answer states it, so that it never covers lines added since. */
  readonly basis: string;
  readonly counts: Readonly<Record<Effect, number>>;
  readonly lineCount: number;
  /** Number of further lines of the question, beyond the maximum of one answer. They remain in the question. */
  readonly leftCount: number;
  /** Amount of the answered lines, NOK excl. VAT, without sign. */
  readonly amount: string;
  /** True if the sum, with the user's earlier decisions that day, requires second approval. */
  readonly needsSecond: boolean;
  /** Largest amounts first; limited where there are many. */
  readonly lines: readonly PreviewLine[];
}

/** A pair or line of the question, by its keys. */
export interface Member {
  readonly is_pairs: boolean;
  readonly supplier_id: string;
  readonly buyer_id: string;
  readonly side: 'reported' | 'booked' | null;
  readonly regularity: Regularity;
  readonly ratio: string | null;
  readonly days: number | null;
  readonly report_line_key: string | null;
  readonly spend_line_key: string | null;
  readonly amount: string;
  readonly effect: Effect;
  readonly line: QuestionLine;
  /** Number of lines in the question; may exceed the maximum of one answer. */
  readonly asked: number;
}

const PREVIEW_LINES_MAX = 200;

/** Finds the lines of a question and the effect of an answer on each. Stores nothing. */
@Injectable()
export class PreviewBulkAnswer {
  constructor(
    private readonly database: Database,
    private readonly limit: ApprovalLimit,
  ) {}

  async run(answer: BulkAnswer): Promise<BulkPreview> {
    const members = await this.membersOf(answer);
    const [first] = members;
    const several =
      first?.is_pairs === true && answer.verdict === 'same' ? await this.#several(answer.supplierId, first) : [];
    const lines = [
      ...members.map(({ effect, line }) => ({ ...line, effect })),
      ...several.map(({ line }) => ({ ...line, effect: 'several-fit' as const })),
    ];
    const counts = Object.fromEntries(
      effects.map((effect) => [effect, lines.filter((each) => each.effect === effect).length]),
    ) as Record<Effect, number>;
    return {
      basis: basisOf(members),
      counts,
      lineCount: members.length,
      leftCount: (first?.asked ?? 0) - members.length,
      amount: sumOf(members).toFixed(2),
      needsSecond: await this.needsSecond(members),
      lines: lines.slice(0, PREVIEW_LINES_MAX),
    };
  }

  /**
   * Returns the lines that one answer covers: those with the largest amounts.
   * @throws Problem 'not-found' (404) where there is no such question any more, or it has another kind of answer
   */
  async membersOf({ supplierId, key, verdict, cause }: BulkAnswer): Promise<readonly Member[]> {
    const members = await this.database.query<Member & Record<string, unknown>>(
      `with ${MEMBERS}
       select m.is_pairs, m.supplier_id, m.buyer_id, m.side, m.regularity, m.ratio::text as ratio, m.days, m.report_line_key, m.spend_line_key, m.amount::text as amount, ${MEMBER_JSON} as line, m.asked,
         case when not m.is_pairs then 'named' when $3 = 'not-same' then 'stays-open' when abs(m.reported - m.booked) <= greatest(1, 0.005 * abs(m.booked)) then 'tied' else 'tied-with-difference' end as effect
       from (
         select m.*, count(*) over ()::int as asked from member m where m.key = $2 order by m.amount desc, m.version_id, m.report_line_no, m.batch_id, m.spend_line_no limit ${RESOLVED_LINES_MAX}
       ) m ${TEXT_JOINS}
       order by m.amount desc, m.version_id, m.report_line_no, m.batch_id, m.spend_line_no`,
      [supplierId, key, verdict],
    );
    const isAnswered = members[0]?.is_pairs === true ? verdict !== null : cause !== null;
    if (members.length === 0 || !isAnswered) throw notFound('matching-question');
    return members;
  }

  /**
   * Locks decisions on the supplier's open lines until the transaction ends. Call it before reading the lines of an
   * answer.
   */
  async lock(supplierId: string): Promise<void> {
    const buyers = await this.database.query<{ buyer_id: string }>(
      `select buyer_id from matching.standalone_report_line where supplier_id = $1 and state = 'reported-not-booked' and buyer_id is not null
       union select buyer_id from matching.standalone_spend_line where supplier_id = $1 and state = 'booked-not-reported' and buyer_id is not null`,
      [supplierId],
    );
    await this.limit.lock(buyers.map(({ buyer_id }) => buyer_id));
  }

  /**
   * Returns true if second approval is required: for the sum of all buyers, or for one buyer together with earlier
   * decisions that day.
   */
  async needsSecond(members: readonly Member[]): Promise<boolean> {
    const byBuyer = Map.groupBy(members, ({ buyer_id }) => buyer_id);
    await this.limit.lock([...byBuyer.keys()]);
    if (this.limit.isReached(sumOf(members))) return true;
    for (const [buyerId, own] of byBuyer) {
      const side = own[0]?.side ?? 'booked';
      const lineKeys = own.flatMap((each) =>
        each.is_pairs ? [] : [(side === 'reported' ? each.report_line_key : each.spend_line_key) ?? ''],
      );
      if (await this.limit.requiresSecondApproval({ buyerId, amount: sumOf(own), replaces: { side, lineKeys } }))
        return true;
    }
    return false;
  }

  #several(supplierId: string, { regularity, ratio, days }: Member): Promise<{ line: QuestionLine }[]> {
    return this.database.query<{ line: QuestionLine }>(
      `with ${MEMBERS}, ${AMBIGUOUS_PAIRS} select ${MEMBER_JSON} as line from several m ${TEXT_JOINS} order by abs(m.booked) desc, m.version_id, m.report_line_no, m.batch_id, m.spend_line_no limit ${PREVIEW_LINES_MAX}`,
      [supplierId, regularity, ratio, days],
    );
  }
}

const sumOf = (members: readonly Member[]): number =>
  members.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) / 100;
