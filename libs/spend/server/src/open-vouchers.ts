import type { Database } from '@tallgrunn/platform';
import { scaled } from '@tallgrunn/values';
import type { PostedAmount } from './allocate-lines.ts';
import type { OpenCollectivePosting } from './collect-invoices.ts';
import type { InvoiceKey, MatchedInvoice } from './store-invoice-matches.ts';
import type { OpenInvoice, OpenVoucher } from './pair-by-amount.ts';

/** An unmatched invoice of a seller and buyer affected by a batch. */
export interface UnmatchedInvoice extends OpenInvoice, MatchedInvoice {
  /** Whether a posting states its number. */
  readonly isNamed: boolean;
}

export interface UnmatchedPosting extends PostedAmount {
  readonly voucher: string | null;
  readonly number: string | null;
  /** Whether it states the number of an invoice that is imported. */
  readonly namesOne: boolean;
  readonly day: number;
  /**
   * Day of its voucher, and first and last day of its accounting period, as day numbers; null when not in the ledger.
   */
  readonly bookedDay: number | null;
  readonly monthFrom: number | null;
  readonly monthTo: number | null;
  readonly isNet: boolean;
}

/** Unmatched invoices and postings of one seller and buyer in one currency, after matching by number. */
export interface UnmatchedParty {
  readonly invoices: readonly UnmatchedInvoice[];
  readonly postings: readonly UnmatchedPosting[];
}

const normalisedNameSql = (name: string) =>
  `nullif(regexp_replace(regexp_replace(lower(${name}), '\\m(as|asa|sa|ba|da|ans|enk|nuf|ab|aps|oy|gmbh|ltd)\\M', '', 'g'), '[^[:alnum:]]', '', 'g'), '')`;

/**
 * SQL: sellers and buyers affected by a batch, as temporary tables. All numbers of one supplier are one seller. A
 * seller without a number in the ledger is identified by the name on an invoice.
 */
const AFFECTED_SELLERS: readonly string[] = [
  'create temporary table number_of_seller on commit drop as select s.number, min(s.supplier_id::text) as seller from spend.door_seller_identifier s group by s.number',
  `create temporary table told_seller on commit drop as
    select distinct x.buyer_id, x.seller_org_number, case when x.seller_org_number is null then ${normalisedNameSql('x.seller_name')} end as name
    from (
      select p.buyer_id, p.seller_org_number, p.seller_name from spend.posting p where p.batch_id = $1 and (not p.repeated or $2)
      union all select i.buyer_id, i.seller_org_number, i.seller_name from spend.invoice i where i.batch_id = $1 and (not i.repeated or $2)
    ) x where x.buyer_id is not null`,
  `create temporary table name_of_seller on commit drop as
    select i.buyer_id, ${normalisedNameSql('i.seller_name')} as name, min(coalesce(n.seller, i.seller_org_number)) as seller
    from spend.invoice i left join number_of_seller n on n.number = i.seller_org_number
    where i.buyer_id in (select t.buyer_id from told_seller t) and i.buyer_id in (select p.buyer_id from spend.posting p where p.seller_org_number is null and not p.repeated) and i.seller_org_number is not null and not i.repeated
    group by 1, 2 having count(distinct coalesce(n.seller, i.seller_org_number)) = 1`,
  `create temporary table touched_seller on commit drop as
    select distinct t.buyer_id, coalesce(n.seller, t.seller_org_number, m.seller) as seller
    from told_seller t left join number_of_seller n on n.number = t.seller_org_number left join name_of_seller m on m.buyer_id = t.buyer_id and m.name = t.name
    where coalesce(n.seller, t.seller_org_number, m.seller) is not null`,
  `create temporary table touched_number on commit drop as
    select t.buyer_id, t.seller, n.number from touched_seller t join number_of_seller n on n.seller = t.seller
    union select t.buyer_id, t.seller, t.seller from touched_seller t where not exists (select 1 from number_of_seller n where n.seller = t.seller)`,
  'analyze touched_number, name_of_seller',
];

export const DROP_AFFECTED_SELLERS =
  'drop table number_of_seller, told_seller, name_of_seller, touched_seller, touched_number';

/**
 * SQL: matches of the affected sellers that are based on amounts only, or on numbers with slightly different amounts.
 * New data may change them.
 */
const AMOUNT_MATCHES = `
  select e.invoice_batch_id, e.document_no from spend.invoice_match e
  join spend.invoice i on i.batch_id = e.invoice_batch_id and i.document_no = e.document_no
  join touched_number t on t.buyer_id = i.buyer_id and t.number = i.seller_org_number
  where e.told_by = 'amount' or e.basis = 'difference'`;

const IS_MATCHED =
  'exists (select 1 from spend.invoice_match e where e.invoice_batch_id = i.batch_id and e.document_no = i.document_no)';
const DAY = "date '2000-01-01'";

const INVOICES = `
  select t.buyer_id || ' ' || t.seller || ' ' || i.currency as party, i.batch_id as invoice_batch_id, i.document_no, i.buyer_id, i.net_amount::text as net_amount, i.gross_amount::text as gross_amount,
    i.invoice_key as number, i.issued_on - ${DAY} as day, (i.net_amount * 100)::bigint::float8 as net, (i.gross_amount * 100)::bigint::float8 as gross,
    (select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'amount', l.amount::text) order by l.line_no)
     from spend.invoice_line l where l.batch_id = i.batch_id and l.document_no = i.document_no and l.amount is not null) as lines,
    exists (select 1 from spend.posting p where p.buyer_id = i.buyer_id and p.seller_org_number = i.seller_org_number and p.invoice_key = i.invoice_key and not p.repeated) as "isNamed"
  from touched_number t
  join spend.invoice i on i.buyer_id = t.buyer_id and i.seller_org_number = t.number
  where not i.repeated and i.net_amount <> 0 and i.issued_on is not null and not ${IS_MATCHED}
  order by i.issued_on, i.batch_id, i.document_no`;

const POSTINGS = `
  select t.buyer_id || ' ' || t.seller || ' ' || p.currency as party, p.batch_id as "batchId", p.line_no as "lineNo", p.amount::text as amount, p.batch_id || ' ' || p.voucher_number as voucher, p.invoice_key as number,
    coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM')) - ${DAY} as day, p.voucher_date - ${DAY} as "bookedDay", to_date(p.period, 'YYYY-MM') - ${DAY} as "monthFrom", (to_date(p.period, 'YYYY-MM') + interval '1 month')::date - 1 - ${DAY} as "monthTo",
    p.net_basis = 'as-stated' as "isNet",
    exists (select 1 from spend.invoice o join touched_number n on n.buyer_id = t.buyer_id and n.seller = t.seller and n.number = o.seller_org_number where o.buyer_id = p.buyer_id and o.invoice_key = p.invoice_key and not o.repeated) as "namesOne"
  from (
    select buyer_id, seller, number, null::text as name from touched_number where buyer_id || ' ' || seller = any ($1)
    union all select m.buyer_id, m.seller, null, m.name from name_of_seller m where m.buyer_id || ' ' || m.seller = any ($1)
  ) t
  join spend.posting p on p.buyer_id = t.buyer_id and (p.seller_org_number = t.number or (t.name is not null and p.seller_org_number is null and ${normalisedNameSql('p.seller_name')} = t.name))
  where not p.repeated and p.amount <> 0 and coalesce(p.invoiced_on, p.voucher_date, to_date(p.period, 'YYYY-MM')) is not null
    and not exists (select 1 from spend.matched_posting d where d.batch_id = p.batch_id and d.line_no = p.line_no)
  order by day, p.batch_id, p.line_no`;

/**
 * Determines the sellers and buyers affected by a batch. Creates temporary tables, to be removed with `DROP_TOUCHED`.
 * Returns their matches that are based on amounts only or have a difference. @param rows 'counted' = counted lines of
 * the batch; 'all' = also duplicates
 */
export async function createAffectedSellers(
  database: Database,
  batchId: string,
  rows: 'counted' | 'all' = 'counted',
): Promise<readonly InvoiceKey[]> {
  for (const sql of AFFECTED_SELLERS) await database.query(sql, sql.includes('$1') ? [batchId, rows === 'all'] : []);
  return database.query(AMOUNT_MATCHES);
}

/**
 * Returns the unmatched invoices and postings of the affected sellers and buyers, grouped by seller, buyer and
 * currency.
 */
export async function unmatchedParties(database: Database): Promise<UnmatchedParty[]> {
  const invoices = Map.groupBy(
    await database.query<UnmatchedInvoice & { party: string } & Record<string, unknown>>(INVOICES),
    ({ party }) => party,
  );
  if (invoices.size === 0) return [];
  const postings = Map.groupBy(
    await database.query<UnmatchedPosting & { party: string } & Record<string, unknown>>(POSTINGS, [
      [...new Set([...invoices.keys()].map((party) => party.slice(0, party.lastIndexOf(' '))))],
    ]),
    ({ party }) => party,
  );
  return [...invoices].flatMap(([party, own]) => {
    const posted = postings.get(party);
    return posted ? [{ invoices: own, postings: posted }] : [];
  });
}

/** Postings treated as one document: a voucher, a single posting, or the postings of one day. */
export interface Voucher extends OpenVoucher {
  readonly postings: readonly UnmatchedPosting[];
}

/** Returns the tolerance for rounding in øre: 2, or half a krone per posting in a ledger of whole kroner. */
const roundingTolerance = (postings: readonly UnmatchedPosting[]): number =>
  postings.every(({ amount }) => scaled(amount, 2) % 100n === 0n) ? 50 * (postings.length + 1) : 2;

const voucherOf = (postings: readonly UnmatchedPosting[]): Voucher => ({
  postings,
  day: Math.min(...postings.map(({ day }) => day)),
  ore: Number(postings.reduce((sum, { amount }) => sum + scaled(amount, 2), 0n)),
  room: roundingTolerance(postings),
  number: postings.every(({ number }) => number === postings[0]?.number) ? (postings[0]?.number ?? null) : null,
});

/** Groupings of postings into documents, most reliable first: by voucher, single, by day. */
export const documentGroupings: readonly ((postings: readonly UnmatchedPosting[]) => Voucher[])[] = [
  (postings) =>
    [...Map.groupBy(postings, ({ voucher, batchId, lineNo }) => voucher ?? `${batchId} ${lineNo}`).values()].map(
      voucherOf,
    ),
  (postings) => postings.map((posting) => voucherOf([posting])),
  (postings) => [...Map.groupBy(postings, ({ day }) => day).values()].filter(({ length }) => length > 1).map(voucherOf),
];

/** Postings that may book several invoices together. */
export interface CollectivePosting extends OpenCollectivePosting {
  readonly postings: readonly UnmatchedPosting[];
}

/** Builds a group of postings. The numbers of imported invoices that they state must be part of the match. */
function buildCollectivePosting(postings: readonly UnmatchedPosting[], range: 'day' | 'month'): CollectivePosting {
  const days = postings.flatMap(({ bookedDay, monthFrom, monthTo, day }) =>
    range === 'day'
      ? [bookedDay ?? day]
      : [bookedDay ?? day, monthFrom ?? bookedDay ?? day, monthTo ?? bookedDay ?? day],
  );
  return {
    postings,
    ore: Number(postings.reduce((sum, { amount }) => sum + scaled(amount, 2), 0n)),
    room: postings.every(({ amount }) => scaled(amount, 2) % 100n === 0n) ? 50 * (postings.length + 1) : 0,
    from: Math.min(...days),
    to: Math.max(...days),
    isNet: postings.every(({ isNet }) => isNet),
    numbers: [...new Set(postings.flatMap(({ namesOne, number }) => (namesOne && number !== null ? [number] : [])))],
  };
}

const buildCollectivePostings = (
  groups: Iterable<readonly UnmatchedPosting[]>,
  range: 'day' | 'month',
): CollectivePosting[] => [...groups].map((postings) => buildCollectivePosting(postings, range));
const groupsOfSeveral = (groups: Map<unknown, UnmatchedPosting[]>): UnmatchedPosting[][] =>
  [...groups.values()].filter(({ length }) => length > 1);

/**
 * Groupings by which a ledger books several invoices together: postings of a day, of a voucher, single postings,
 * postings of a month.
 */
export const collectiveGroupings: readonly ((postings: readonly UnmatchedPosting[]) => CollectivePosting[])[] = [
  (postings) =>
    buildCollectivePostings(
      Map.groupBy(
        postings.filter(({ bookedDay }) => bookedDay !== null),
        ({ bookedDay }) => bookedDay,
      ).values(),
      'day',
    ),
  (postings) =>
    buildCollectivePostings(
      groupsOfSeveral(
        Map.groupBy(
          postings.filter(({ voucher }) => voucher !== null),
          ({ voucher }) => voucher,
        ),
      ),
      'month',
    ),
  (postings) =>
    buildCollectivePostings(
      postings.map((posting) => [posting]),
      'month',
    ),
  (postings) =>
    buildCollectivePostings(
      groupsOfSeveral(
        Map.groupBy(
          postings.filter(({ monthFrom }) => monthFrom !== null),
          ({ monthFrom }) => monthFrom,
        ),
      ),
      'month',
    ),
];
