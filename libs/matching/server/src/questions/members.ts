import { isNewestAnswer, isNewestDecision } from '../newest-answers.ts';
import type { Side } from '../review-lines.ts';

/**
 * Groups of open lines of a supplier with a common regularity, asked about in one question.
 * Pairs: a report line and a booked line with the same invoice, the same item or the same number of days between them.
 * One amount is the same multiple of the other, to the øre.
 * Lines: unmatched lines with the same cause and text; or of one buyer on one account; or of one buyer.
 * A line is in at most one question: that of its strongest regularity.
 */

/** Regularities of a question, strongest first. */
export const pairRegularities = ['invoice', 'item', 'days'] as const;
export const lineRegularities = ['text', 'account', 'buyer'] as const;
export type Regularity = (typeof pairRegularities)[number] | (typeof lineRegularities)[number];

/**
 * Minimum lines per question; fewer are reviewed one by one. For amounts with only equal days between them the minimum
 * is higher, because they may agree by chance.
 */
const PAIRS_MIN = 3;
const DAYS_MIN = 5;
const LINES_MIN = 5;

/** Days that a booked line may be before or after a report line, where no invoice number identifies it. */
const QUESTION_DAYS_BEFORE = 45;
const QUESTION_DAYS_AFTER = 100;

/**
 * Maximum product of the lines on both sides, per buyer and supplier, with the same number or amount. With more, it is
 * unclear which belong together, and they are not compared.
 */
const EQUAL_LINES_MAX = 400;

/**
 * SQL: ratios tried where only days suggest a pair: equal, or with or without VAT. With a common invoice or item, any
 * ratio from 0.5 to 2 is allowed.
 */
const RATIOS = `(values (1.0), (1.25), (1.15), (1.12), (0.8))`;

/**
 * SQL: causes that are unknown to a run, or that a user may know better. Lines whose sums agree are on both sides, so
 * no question is raised.
 */
const QUESTIONED_CAUSES = `('none', 'not-known', 'other-unit', 'missing-alias')`;

/** SQL condition: a user has answered the line and not revoked the answer. An answer pending second approval counts. */
const isAnsweredSql = (side: Side): string => `exists (
  select 1 from matching.line_resolution a where a.side = '${side}' and a.line_key = l.line_key and (a.cause is not null or a.agreement_id is not null)
    and ${isNewestAnswer('a')})`;

/** SQL condition: a user has decided on the two lines and not revoked it. */
const IS_DECIDED_SQL = `exists (
  select 1 from matching.pair_decision d where d.report_line_key = r.line_key and d.spend_line_key = b.line_key and d.verdict <> 'undecided'
    and ${isNewestDecision('d')})`;

/**
 * SQL condition: a user has decided that the line is the same as another. It is in no other question, even before the
 * next run.
 */
const isDecidedSameSql = (key: 'report_line_key' | 'spend_line_key'): string => `exists (
  select 1 from matching.pair_decision d where d.${key} = l.line_key and d.verdict = 'same'
    and ${isNewestDecision('d')})`;

const OPEN_LINES = `r as materialized (
  select l.version_id, l.line_no, l.line_key, l.supplier_id, l.buyer_id, l.ledger_buyer_id, l.day, l.invoice, l.item, l.amount, l.state, l.cause
  from matching.standalone_report_line l
  where l.state = 'reported-not-booked' and l.buyer_id is not null and l.amount <> 0 and ($1::uuid is null or l.supplier_id = $1) and not ${isAnsweredSql('reported')} and not ${isDecidedSameSql('report_line_key')}
), b as materialized (
  select l.batch_id, l.line_no, l.line_key, l.supplier_id, l.buyer_id, l.day, l.invoice, l.item, l.account, l.amount, l.state, l.cause, l.nature
  from matching.standalone_spend_line l
  where l.state = 'booked-not-reported' and l.supplier_id is not null and l.buyer_id is not null and l.amount <> 0 and ($1::uuid is null or l.supplier_id = $1) and not ${isAnsweredSql('booked')} and not ${isDecidedSameSql('spend_line_key')}
)`;

const PAIR_COLUMNS = `r.supplier_id, b.buyer_id, r.version_id, r.line_no as report_line_no, r.line_key as report_line_key, r.amount as reported,
    b.batch_id, b.line_no as spend_line_no, b.line_key as spend_line_key, b.amount as booked`;
const IS_SAME_PARTIES = `b.supplier_id = r.supplier_id and b.buyer_id = r.ledger_buyer_id and sign(b.amount) = sign(r.amount)`;
const IS_IN_WINDOW = `b.day between r.day - ${QUESTION_DAYS_BEFORE} and r.day + ${QUESTION_DAYS_AFTER}`;

/** CTE: lines of `r` that share a key with few lines of the other side; `other` is the key. */
const fewMatchesCte = (name: string, key: string, columns: string, more = ''): string => `${name} as materialized (
  with reported as (select r.*, ${columns} from r ${more}), few as (
    select supplier_id, ledger_buyer_id, other from (select supplier_id, ledger_buyer_id, other, count(*) as n from reported group by supplier_id, ledger_buyer_id, other) x
    join (select supplier_id, buyer_id as ledger_buyer_id, ${key} as other, count(*) as n from b where nature is null and ${key} is not null group by supplier_id, buyer_id, ${key}) y using (supplier_id, ledger_buyer_id, other)
    where x.n * y.n <= ${EQUAL_LINES_MAX}
  ) select * from reported join few using (supplier_id, ledger_buyer_id, other)
)`;

/**
 * CTEs: pairs of open lines by their strongest regularity. `is_alone`: neither line has another partner by the same
 * regularity.
 */
const PAIRS = `${fewMatchesCte('by_invoice', 'invoice', 'r.invoice as other')}, ${fewMatchesCte('by_item', 'item', 'r.item as other')}, ${fewMatchesCte('by_amount', 'amount', 'v.ratio, round(r.amount / v.ratio, 2) as other', `cross join ${RATIOS} as v (ratio)`)}, met as (
  select 1 as place, 'invoice' as regularity, round(r.amount / b.amount, 3) as ratio, null::int as days, ${PAIR_COLUMNS} from by_invoice r join b on ${IS_SAME_PARTIES} and b.invoice = r.other where b.nature is null and not ${IS_DECIDED_SQL}
  union all
  select 2, 'item', round(r.amount / b.amount, 3), null, ${PAIR_COLUMNS} from by_item r join b on ${IS_SAME_PARTIES} and b.item = r.other and ${IS_IN_WINDOW} where b.nature is null and not ${IS_DECIDED_SQL}
  union all
  select 3, 'days', r.ratio, b.day - r.day, ${PAIR_COLUMNS} from by_amount r join b on ${IS_SAME_PARTIES} and b.amount = r.other and ${IS_IN_WINDOW} where b.nature is null and not ${IS_DECIDED_SQL}
), fitting as (
  select m.*, count(*) over (partition by m.place, m.ratio, m.days, m.version_id, m.report_line_no) = 1 and count(*) over (partition by m.place, m.ratio, m.days, m.batch_id, m.spend_line_no) = 1 as is_alone
  from met m where m.ratio between 0.5 and 2 and abs(m.reported - m.booked * m.ratio) <= 0.01
), common as (
  select f.*, count(*) filter (where f.is_alone) over (partition by f.supplier_id, f.place, f.ratio, f.days) as lines from fitting f
), by_report as (
  select distinct on (version_id, report_line_no) * from common where is_alone and lines >= ${PAIRS_MIN} and (place < 3 or lines >= ${DAYS_MIN}) order by version_id, report_line_no, place, lines desc, ratio, days
), by_both as (
  select distinct on (batch_id, spend_line_no) * from by_report order by batch_id, spend_line_no, place, lines desc, ratio, days, version_id, report_line_no
), pairs as (
  select * from (select p.*, count(*) over (partition by p.supplier_id, p.place, p.ratio, p.days) as asked from by_both p) p where asked >= ${PAIRS_MIN} and (place < 3 or asked >= ${DAYS_MIN})
)`;

/** SQL: normalises a text: without digits, punctuation and case. */
const normalisedTextSql = (text: string): string =>
  `nullif(btrim(regexp_replace(lower(${text}), '[^[:alpha:]&]+', ' ', 'g')), '')`;

const UNMATCHED_LINES = `loose as (
  select 'reported' as side, r.version_id as document_id, r.line_no, r.line_key, r.supplier_id, r.buyer_id, r.state, coalesce(r.cause, 'none') as cause, null::text as account, r.amount,
    (select ${normalisedTextSql('w.item_name')} from reporting.door_report_line_words w where w.version_id = r.version_id and w.line_no = r.line_no) as text
  from r where coalesce(r.cause, 'none') in ${QUESTIONED_CAUSES} and (r.version_id, r.line_no) not in (select version_id, report_line_no from pairs)
  union all
  select 'booked', b.batch_id, b.line_no, b.line_key, b.supplier_id, b.buyer_id, b.state, coalesce(b.cause, 'none'), b.account, b.amount,
    coalesce((select ${normalisedTextSql('w.item_name')} from spend.door_spend_line_words w where w.batch_id = b.batch_id and w.line_no = b.line_no), (select ${normalisedTextSql('t.text')} from spend.door_posting t where t.batch_id = b.batch_id and t.line_no = b.line_no))
  from b where coalesce(b.cause, 'none') in ${QUESTIONED_CAUSES} and (b.batch_id, b.line_no) not in (select batch_id, spend_line_no from pairs)
), counted as (
  select l.*, case when l.text is not null then count(*) over (partition by l.side, l.supplier_id, l.state, l.cause, l.text) end as of_text from loose l
), texted as (
  select c.*, coalesce(c.of_text >= ${LINES_MIN}, false) as is_text,
    case when c.account is not null then count(*) over (partition by c.side, c.supplier_id, c.state, c.cause, c.buyer_id, c.account, coalesce(c.of_text >= ${LINES_MIN}, false)) end as of_account from counted c
), placed as (
  select t.*, not t.is_text and coalesce(t.of_account >= ${LINES_MIN}, false) as is_account,
    count(*) over (partition by t.side, t.supplier_id, t.state, t.cause, t.buyer_id, t.is_text, not t.is_text and coalesce(t.of_account >= ${LINES_MIN}, false)) as of_buyer from texted t
), lines as (
  select p.*, case when p.is_text then 'text' when p.is_account then 'account' else 'buyer' end as regularity, case when p.is_text then p.text when p.is_account then p.account end as value, case when not p.is_text then p.buyer_id end as of_buyer_id
  from placed p where p.is_text or p.is_account or p.of_buyer >= ${LINES_MIN}
)`;

/**
 * CTEs ending in `member`: one row per pair or line of each question, with the question's key. $1: the supplier, null
 * for all. A question's key is stable while its regularity is; the `basis` of a preview identifies its lines.
 */
export const MEMBERS = `${OPEN_LINES}, ${PAIRS}, ${UNMATCHED_LINES}, member as (
  select md5(concat_ws('|', 'pairs', supplier_id, regularity, ratio, days)) as key, true as is_pairs, regularity, supplier_id, null::uuid as of_buyer_id, null::text as side, null::text as state, null::text as cause,
    ratio, days, null::text as value, buyer_id, version_id, report_line_no, report_line_key, reported, batch_id, spend_line_no, spend_line_key, booked, greatest(abs(reported), abs(booked)) as amount
  from pairs
  union all
  select md5(concat_ws('|', 'lines', supplier_id, side, regularity, of_buyer_id, state, cause, value)), false, regularity, supplier_id, of_buyer_id, side, state, cause,
    null, null, value, buyer_id,
    case side when 'reported' then document_id end, case side when 'reported' then line_no end, case side when 'reported' then line_key end, case side when 'reported' then amount end,
    case side when 'booked' then document_id end, case side when 'booked' then line_no end, case side when 'booked' then line_key end, case side when 'booked' then amount end, abs(amount)
  from lines
)`;

/** CTE `several`: pairs with the question's regularity ($2 to $4) where a line has several partners. */
export const AMBIGUOUS_PAIRS = `several as (
  select f.* from fitting f where f.regularity = $2 and f.ratio = $3::numeric and f.days is not distinct from $4::int and not f.is_alone
    and (f.version_id, f.report_line_no) not in (select version_id, report_line_no from pairs) and (f.batch_id, f.spend_line_no) not in (select batch_id, spend_line_no from pairs)
)`;

/** SQL joins: the texts of both sides of a member `m`, for review. */
export const TEXT_JOINS = `
  left join lateral (select d.item_name, d.invoice_number, d.told_on, d.file_name, d.row_no from reporting.door_report_line d where d.version_id = m.version_id and d.line_no = m.report_line_no offset 0) rl on true
  left join lateral (select coalesce(d.item_name, d.text) as item_name, d.invoice_number, d.purchased_on, d.file_name, d.row_no from spend.door_spend_line d where d.batch_id = m.batch_id and d.line_no = m.spend_line_no offset 0) bl on true
  join identity.door_organisation bo on bo.id = m.buyer_id`;

const sideOf = (document: string, line: string, words: string, day: string, amount: string): string =>
  `case when m.${document} is not null then jsonb_build_object('documentId', m.${document}, 'lineNo', m.${line}, 'itemName', ${words}.item_name, 'invoiceNumber', ${words}.invoice_number, 'date', ${words}.${day}, 'amount', m.${amount}::text) end`;

/** SQL: a member `m` as JSON: buyer, and the line of either side. */
export const MEMBER_JSON = `jsonb_build_object('buyer', bo.name, 'reported', ${sideOf('version_id', 'report_line_no', 'rl', 'told_on', 'reported')}, 'booked', ${sideOf('batch_id', 'spend_line_no', 'bl', 'purchased_on', 'booked')})`;
