import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { ReviewLine } from './list-unmatched.ts';
import {
  supplierResponseJoin,
  comparedAmount,
  reviewColumns,
  reviewSource,
  SUPPLIER_RESPONSES,
  supplierResponseJson,
  type Side,
} from './review-lines.ts';

/** A line of the other side that may be the same purchase, with the evidence for it. */
export interface Candidate extends ReviewLine {
  readonly sameInvoice: boolean;
  readonly sameItem: boolean;
  /** This line's amount minus the candidate's, decimal text. */
  readonly difference: string;
  /** Days between their dates; null unless both have one. */
  readonly days: number | null;
  /** True if the last run linked the two. */
  readonly linked: boolean;
  readonly verdict: 'same' | 'not-same' | 'undecided' | null;
  /** Id of the newest decision on the two. */
  readonly decisionId: string | null;
}

/** The first of the report rows with the same key: a row reported twice, or a second equal sale. */
export interface DuplicatedLine {
  readonly documentId: string;
  readonly lineNo: number;
  /** Number and version of the report, "R-2026-00012/1". */
  readonly version: string;
  readonly fileName: string | null;
  readonly sheet: string | null;
  readonly rowNo: number | null;
  readonly date: string | null;
  /** Decimal text. */
  readonly amount: string;
  readonly state: string;
}

export interface LineWithCandidates {
  /** `answerId`: the newest answer on it; `answeredCause`: the cause of the answer in force. */
  readonly line: ReviewLine & {
    readonly state: string;
    readonly answerId: string | null;
    readonly answeredCause: string | null;
  };
  readonly candidates: readonly Candidate[];
  /** Set where the line's cause is a duplicate report. */
  readonly repeats: DuplicatedLine | null;
}

const CANDIDATES_MAX = 20;
/** A quarter: invoices rarely come later after the delivery. */
const NEAR_DAYS = 92;

const otherSide: Record<Side, Side> = { reported: 'booked', booked: 'reported' };
const doorView: Record<Side, string> = { reported: 'reporting.door_report_line', booked: 'spend.door_spend_line' };
const lineKeyColumn: Record<Side, string> = { reported: 'report_line_key', booked: 'spend_line_key' };
const documentColumn: Record<Side, string> = { reported: 'version_id', booked: 'batch_id' };
const lineNumberColumn: Record<Side, string> = { reported: 'report_line_no', booked: 'spend_line_no' };
/**
 * Buyers whose lines on the other side are candidates: the buyer itself, the municipality that runs its ledger, and
 * buyers whose ledger it runs.
 */
const host: Record<Side, string> = { reported: 'host_municipality_id', booked: 'buyer_id' };
const hosted: Record<Side, string> = { reported: 'buyer_id', booked: 'host_municipality_id' };
const date: Record<Side, string> = { reported: 'r.told_on', booked: 'r.purchased_on' };
const invoice = `nullif(ltrim(r.invoice_number, '0 '), '')`;
const parties =
  'join identity.door_organisation b on b.id = r.buyer_id left join identity.door_organisation s on s.id = r.supplier_id';

/** SQL: a line key is the line's hash plus its sequence number among lines with that hash, from 1. */
const FIRST_WITH_SAME_KEY = `
  select r.version_id as "documentId", r.line_no as "lineNo", v.number as version, r.file_name as "fileName", r.sheet, r.row_no as "rowNo", ${date.reported} as date, r.amount::text as amount, r.state
  from matching.door_report_state r
  join reporting.door_report_version v on v.id = r.version_id
  where r.version_id = $1 and r.line_no <> $2 and r.line_key = (select split_part(l.line_key, '-', 1) || '-1' from reporting.door_report_line l where l.version_id = $1 and l.line_no = $2)`;

type OpenedLine = LineWithCandidates['line'] & { readonly supplierId: string | null; readonly buyerId: string };

/**
 * Returns one line of either side with its candidates: linked and unmatched lines of the same supplier, and of the
 * buyer or the buyer that runs its ledger. Most likely first.
 */
@Injectable()
export class ListCandidates {
  constructor(private readonly database: Database) {}

  async run(side: Side, documentId: string, lineNo: number): Promise<LineWithCandidates> {
    const opened = await this.database.one<OpenedLine>(
      `with ${SUPPLIER_RESPONSES} select ${reviewColumns[side]}, r.state, ${supplierResponseJson} as statement, (select a.id from matching.line_resolution a where a.side = '${side}' and a.line_key = r.line_key order by a.id desc limit 1) as "answerId",
         (select a.cause from matching.line_resolution a where a.side = '${side}' and a.line_key = r.line_key and (not a.requires_second_approval or exists (select 1 from matching.second_approval c where c.decision_id = a.id)) order by a.id desc limit 1) as "answeredCause", r.supplier_id as "supplierId", r.buyer_id as "buyerId" from ${reviewSource[side]} ${parties} ${supplierResponseJoin[side]} where r.${documentColumn[side]} = $1 and r.line_no = $2`,
      [documentId, lineNo],
    );
    if (!opened) throw notFound('matching-line');
    const { supplierId, buyerId, ...line } = opened;
    const repeats =
      side === 'reported' && line.cause === 'reported-twice'
        ? await this.database.one<DuplicatedLine & Record<string, unknown>>(FIRST_WITH_SAME_KEY, [documentId, lineNo])
        : null;
    return {
      line,
      repeats: repeats ?? null,
      candidates:
        supplierId === null
          ? []
          : await this.#candidates(side, otherSide[side], [documentId, lineNo, supplierId, buyerId]),
    };
  }

  /** Each set is read once per supplier and buyer: single lookups under row-level security are slow. */
  #candidates(side: Side, across: Side, params: readonly unknown[]): Promise<Candidate[]> {
    return this.database.query<Candidate>(
      `with ${SUPPLIER_RESPONSES}, mine as materialized (
         select r.line_key, ${comparedAmount[side]} as amount, r.item_number, ${invoice} as invoice, ${date[side]} as date from ${doorView[side]} r where r.${documentColumn[side]} = $1 and r.line_no = $2
       ), whose as materialized (
         select $4::uuid as id union select ${host[side]} from agreements.door_buyer_type where ${hosted[side]} = $4 and host_municipality_id is not null
       ), taken as materialized (
         select l.${documentColumn[across]} as document_id, l.${lineNumberColumn[across]} as line_no, bool_or(l.${documentColumn[side]} = $1 and l.${lineNumberColumn[side]} = $2) as mine
         from matching.link l where l.closed_by_run is null and l.supplier_id = $3 and l.buyer_id in (select id from whose) group by 1, 2
       ), verdict as materialized (
         select distinct on (d.${lineKeyColumn[across]}) d.${lineKeyColumn[across]} as line_key, d.verdict, d.id from matching.pair_decision d
         where d.${lineKeyColumn[side]} = (select line_key from mine) order by d.${lineKeyColumn[across]}, d.id desc
       ), line as materialized (
         select r.* from ${reviewSource[across]} where r.supplier_id = $3 and r.buyer_id = any (array(select id from whose))
       ), likely as (
         select ${reviewColumns[across]}, ${supplierResponseJson} as statement, coalesce(t.mine, false) as linked,
           coalesce(${invoice} = m.invoice, false) as "sameInvoice", coalesce(r.item_number = m.item_number, false) as "sameItem",
           (m.amount - ${comparedAmount[across]})::text as difference, abs(${date[across]} - m.date) as days, v.verdict, v.id as "decisionId"
         from mine m
         cross join line r
         ${parties}
         left join taken t on t.document_id = r.${documentColumn[across]} and t.line_no = r.line_no
         left join verdict v on v.line_key = r.line_key
         ${supplierResponseJoin[across]}
         where t.document_id is null or t.mine
       )
       select * from likely
       order by linked desc, "sameInvoice" desc, "sameItem" and coalesce(days, 999) <= ${NEAR_DAYS} desc, coalesce(days, 999) <= ${NEAR_DAYS} desc, abs(difference::numeric), days nulls last, key limit ${CANDIDATES_MAX}`,
      params,
    );
  }
}
