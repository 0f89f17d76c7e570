import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { ReviewLine } from './list-unmatched.ts';
import { reviewColumns, reviewSource, type Side } from './review-lines.ts';

/** A line of the other side that may be the same purchase, with what speaks for it. */
export interface Candidate extends ReviewLine {
  readonly sameInvoice: boolean;
  readonly sameItem: boolean;
  /** This line's amount less the candidate's, decimal text. */
  readonly difference: string;
  /** Days between their dates, when both have one. */
  readonly days: number | null;
  readonly verdict: 'same' | 'not-same' | 'undecided' | null;
}

const CANDIDATES_MAX = 20;

const other: Record<Side, Side> = { reported: 'booked', booked: 'reported' };
const unmatched: Record<Side, string> = { reported: `st.state <> 'matched'`, booked: `st.state = 'booked-not-reported'` };
const key: Record<Side, string> = { reported: 'report_line_key', booked: 'spend_line_key' };

/** Lines of the other side that no link holds, of the same supplier and buyer, the likeliest first. */
@Injectable()
export class ListCandidates {
  constructor(private readonly database: Database) {}

  async run(side: Side, documentId: string, lineNo: number): Promise<Candidate[]> {
    const across = other[side];
    const [line] = await this.database.query<{ found: boolean }>(`select true as found from ${reviewSource[side]} where ${side === 'reported' ? 'r.version_id' : 'r.batch_id'} = $1 and r.line_no = $2`, [documentId, lineNo]);
    if (!line) throw notFound('matching-line');
    return this.database.query<Candidate>(
      `with mine as (
         select r.supplier_id, r.buyer_id, r.line_key, r.amount, r.item_number, nullif(ltrim(r.invoice_number, '0 '), '') as invoice, ${dateOf(side)} as date
         from ${reviewSource[side]} where ${side === 'reported' ? 'r.version_id' : 'r.batch_id'} = $1 and r.line_no = $2
       ), likely as (
         select ${reviewColumns[across]},
           coalesce(nullif(ltrim(r.invoice_number, '0 '), '') = m.invoice, false) as "sameInvoice", coalesce(r.item_number = m.item_number, false) as "sameItem",
           (m.amount - r.amount)::text as difference, abs(${dateOf(across)} - m.date) as days,
           (select d.verdict from matching.decision d where d.${key[side]} = m.line_key and d.${key[across]} = r.line_key order by d.id desc limit 1) as verdict
         from mine m
         join ${reviewSource[across]} on r.supplier_id = m.supplier_id and r.buyer_id = m.buyer_id
         join identity.door_organisation b on b.id = r.buyer_id
         left join identity.door_organisation s on s.id = r.supplier_id
         where ${unmatched[across]}
       )
       select * from likely
       order by "sameInvoice" desc, "sameItem" desc, abs(difference::numeric), days nulls last, key limit ${CANDIDATES_MAX}`,
      [documentId, lineNo],
    );
  }
}

const dateOf = (side: Side) => (side === 'reported' ? 'coalesce(r.delivered_on, r.invoiced_on, r.ordered_on)' : 'r.spent_on');
