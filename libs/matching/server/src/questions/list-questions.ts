import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { Side } from '../review-lines.ts';
import { MEMBER_JSON, MEMBERS, TEXT_JOINS, type Regularity } from './members.ts';

/** Both lines of a pair, or one line. */
export interface QuestionLine {
  readonly buyer: string;
  readonly reported: SideLine | null;
  readonly booked: SideLine | null;
}

export interface SideLine {
  readonly documentId: string;
  readonly lineNo: number;
  readonly itemName: string | null;
  readonly invoiceNumber: string | null;
  readonly date: string | null;
  readonly amount: string;
}

/** One question about many open lines. */
export interface Question {
  readonly key: string;
  /** True for pairs of lines; false for unmatched lines. */
  readonly isPairs: boolean;
  readonly regularity: Regularity;
  readonly supplierId: string;
  readonly supplier: string | null;
  /** Set if all lines are of one buyer; null for several. */
  readonly buyer: string | null;
  readonly side: Side | null;
  readonly state: string | null;
  /** Cause of the lines in the last run; 'none' without a cause. */
  readonly cause: string | null;
  /** Reported / booked amount, decimal text. */
  readonly ratio: string | null;
  /** Days from report to ledger. */
  readonly days: number | null;
  /** The common text or account of the lines. */
  readonly value: string | null;
  readonly lineCount: number;
  readonly buyerCount: number;
  /** NOK excl. VAT, without sign; for a pair the larger amount. */
  readonly amount: string;
  readonly samples: readonly QuestionLine[];
}

const QUESTIONS_MAX = 60;
const SAMPLES = 3;

/** Lists bulk questions, largest amounts first. */
@Injectable()
export class ListQuestions {
  constructor(private readonly database: Database) {}

  /** @param supplierId null for all suppliers */
  run(supplierId: string | null): Promise<Question[]> {
    return this.database.query<Question>(
      `with ${MEMBERS}, ordered as (
         select m.*, row_number() over (partition by m.key order by m.amount desc, m.version_id, m.report_line_no, m.batch_id, m.spend_line_no) as nth from member m
       ), question as materialized (
         select m.key, bool_or(m.is_pairs) as is_pairs, min(m.regularity) as regularity, any_value(m.supplier_id) as supplier_id, any_value(m.of_buyer_id) as of_buyer_id, min(m.side) as side, min(m.state) as state, min(m.cause) as cause,
           min(m.ratio) as ratio, min(m.days) as days, min(m.value) as value, count(*)::int as lines, count(distinct m.buyer_id)::int as buyers, sum(m.amount) as amount
         from member m group by m.key order by sum(m.amount) desc, m.key limit ${QUESTIONS_MAX}
       )
       select q.key, q.is_pairs as "isPairs", q.regularity, q.supplier_id as "supplierId", s.name as supplier, b.name as buyer, q.side, q.state, q.cause, trim_scale(q.ratio)::text as ratio, q.days, q.value,
         q.lines as "lineCount", q.buyers as "buyerCount", q.amount::text as amount,
         (select jsonb_agg(${MEMBER_JSON} order by m.nth) from ordered m ${TEXT_JOINS} where m.key = q.key and m.nth <= ${SAMPLES}) as samples
       from question q
       left join identity.door_organisation s on s.id = q.supplier_id
       left join identity.door_organisation b on b.id = q.of_buyer_id
       order by q.amount desc, q.key`,
      [supplierId],
    );
  }
}
