import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import {
  supplierResponseJoin,
  reviewColumns,
  SUPPLIER_RESPONSES,
  supplierResponseJson,
  type Side,
} from './review-lines.ts';
import type { SupplierResponseKind } from './supplier-responses/supplier-response-kinds.ts';
import { AssessVariances, type BookedLineKeys, type ToleranceResult } from './variances/assess-variances.ts';

export const REVIEW_PAGE = 100;

export interface ReviewQuery {
  readonly side: Side;
  readonly state: string;
  /** A cause, or 'none' for lines without a cause; null for all. */
  readonly cause: string | null;
  readonly supplierId: string | null;
  readonly buyerId: string | null;
  /** First and last month, inclusive, '2026-01'; all months when omitted. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Only lines with a supplier response. */
  readonly said?: boolean;
  /** Only booked lines that differ from their links, and are on this side of the tolerance limits. */
  readonly tolerance?: ToleranceResult | null;
  /** Keyset: amount and key of the last row of the previous page. */
  readonly after: { readonly amount: string; readonly key: string } | null;
}

/** A supplier's response to a booked line. `accepted`: a reviewer has accepted it as the answer. */
export interface LineSupplierResponse {
  readonly id: string;
  readonly kind: SupplierResponseKind;
  readonly reason: string;
  readonly saidAt: string;
  readonly saidBy: string | null;
  readonly accepted: boolean;
}

/** One line of either side for review: its content, and its location in the file. */
export interface ReviewLine {
  readonly key: string;
  readonly documentId: string;
  readonly lineNo: number;
  readonly supplier: string | null;
  readonly buyer: string;
  readonly date: string | null;
  readonly invoiceNumber: string | null;
  readonly itemNumber: string | null;
  readonly itemName: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: string;
  readonly fileName: string | null;
  readonly sheet: string | null;
  readonly rowNo: number | null;
  /** Why the line is unmatched, or how it differs from its linked line; null without a cause. */
  readonly cause: string | null;
  readonly also: readonly string[];
  readonly statement: LineSupplierResponse | null;
  /** Set for a linked booked line that differs: its result by the tolerance limits. */
  readonly tolerance?: ToleranceResult | null;
}

/**
 * Lines may disappear from ledger or reports before the next run. So many more are read, so that a page is complete.
 */
const SPARE_ROWS = 50;

interface LineSource {
  /** View with the results of the last run. */
  readonly said: string;
  /** Tables behind it: lines stored in full, and lines of one-to-one links. */
  readonly stored: readonly [standalone: string, inline: string];
  readonly document: string;
  /** View of the lines themselves. */
  readonly door: string;
  /** Amount that is compared with the other side. */
  readonly amount: string;
  /** Documents `d` that may be unread. */
  readonly documents: string;
  /** State of a line that no run has read yet. */
  readonly state: string;
}

const lineSources: Record<Side, LineSource> = {
  reported: {
    said: 'matching.report_line',
    stored: ['matching.standalone_report_line', 'matching.inline_report_line'],
    document: 'version_id',
    door: 'reporting.door_report_line',
    amount: 'l.amount',
    documents: `reporting.door_report_version d where d.state = 'accepted'`,
    state: `'reported-not-booked'`,
  },
  booked: {
    said: 'matching.spend_line',
    stored: ['matching.standalone_spend_line', 'matching.inline_spend_line'],
    document: 'batch_id',
    door: 'spend.door_spend_line',
    amount: 'l.compared_amount',
    documents: `spend.door_batch d where d.state = 'posted'`,
    state: `case when l.supplier_id is null then 'outside-agreements' else 'booked-not-reported' end`,
  },
};

/**
 * SQL: documents that no run has read. Every line of a read document is standalone or on a link. Each document is
 * looked up separately, so that no table is scanned.
 */
const unreadOf = ({ stored, document, documents }: LineSource): string => {
  const none = stored.map((table) => `(select 1 from ${table} k where k.${document} = d.id limit 1) is null`);
  return `array(select d.id from ${documents} and ${none.join(' and ')})`;
};

const pageOf = (place: LineSource, withResponseOnly: boolean): string => {
  const { said, document, door, amount, state } = place;
  const line = (kroner: string) =>
    `l.${document} as document_id, l.line_no, abs(round(${kroner}, 2)) as kroner, l.${document} || ':' || l.line_no as key`;
  const responseJoin = withResponseOnly
    ? 'join said q on q.supplier_id = l.supplier_id and q.line_key = l.line_key and q.kind is not null'
    : '';
  const wanted =
    '($2::uuid is null or l.supplier_id = $2) and ($3::uuid is null or l.buyer_id = $3) and l.buyer_id is not null';
  return `page as materialized (
    select * from (
      select ${line('l.amount')}, l.cause, l.also from ${said} l ${responseJoin}
      where l.state = $1 and ${wanted} and ($6::text is null or l.cause is not distinct from nullif($6, 'none'))
        and ($7::text is null or l.month >= matching.month_index(($7 || '-01')::date)) and ($8::text is null or l.month <= matching.month_index(($8 || '-01')::date))
        and ($9::uuid[] is null or (l.${document}, l.line_no) in (select k.id, k.line_no from unnest($9::uuid[], $10::int[]) as k (id, line_no)))
      union all
      select ${line(amount)}, null, '{}'::text[] from ${door} l ${responseJoin}
      where l.${document} = any (${unreadOf(place)}) and ${state} = $1 and ${wanted} and coalesce($6, 'none') = 'none' and $7::text is null and $8::text is null and $9::uuid[] is null
    ) l
    where $4::numeric is null or (l.kroner, l.key) < (abs(round($4::numeric, 2)), $5)
    order by l.kroner desc, l.key desc limit ${REVIEW_PAGE + SPARE_ROWS}
  )`;
};

/**
 * Lists the lines of one side in one state, largest amounts first. Searches the results of the last run, and only reads
 * the lines of the page.
 */
@Injectable()
export class ListUnmatched {
  constructor(
    private readonly database: Database,
    private readonly assess: AssessVariances,
  ) {}

  async run(query: ReviewQuery): Promise<ReviewLine[]> {
    if (query.side !== 'booked' || query.state !== 'matched') return this.#page(query, null);
    const page = await this.#page(query, query.tolerance ? await this.assess.linesWith(query.tolerance, query) : null);
    const results = await this.assess.run({
      batchIds: page.map(({ documentId }) => documentId),
      lineNos: page.map(({ lineNo }) => lineNo),
    });
    return page.map((line) => ({ ...line, tolerance: results.get(line.key) ?? null }));
  }

  #page(
    { side, state, cause, supplierId, buyerId, from, to, said, after }: ReviewQuery,
    only: BookedLineKeys | null,
  ): Promise<ReviewLine[]> {
    const { document, door } = lineSources[side];
    return this.database.query<ReviewLine>(
      `with ${SUPPLIER_RESPONSES}, ${pageOf(lineSources[side], said ?? false)}
       select ${reviewColumns[side]}, ${supplierResponseJson} as statement
       from page p
       join lateral (select d.*, p.cause, p.also from ${door} d where d.${document} = p.document_id and d.line_no = p.line_no offset 0) r on true
       join identity.door_organisation b on b.id = r.buyer_id
       left join identity.door_organisation s on s.id = r.supplier_id
       ${supplierResponseJoin[side]}
       order by p.kroner desc, p.key desc limit ${REVIEW_PAGE}`,
      [
        state,
        supplierId,
        buyerId,
        after?.amount ?? null,
        after?.key ?? null,
        cause,
        from ?? null,
        to ?? null,
        only?.batchIds ?? null,
        only?.lineNos ?? null,
      ],
    );
  }
}
