import type { SqlClient } from '../linking/sql-client.ts';
import { bookedOnLink, reportedOnLink, VAT_UNKNOWN } from '../loading/load-line-tables.ts';
import type { RunScope } from '../partitioning/partition.ts';
import { findOtherBuyers } from './other-units.ts';
import { compareSumsSql } from './compare-sums.ts';
import { categoryOfCpv } from '@tallgrunn/catalogue-server';
import { participatesSql } from '@tallgrunn/agreements-server';

/**
 * Causes of unmatched lines. After linking, every line gets a state, at most one cause for its amount, and further
 * facts. For the two lines of a one-to-one link, these are stored on the link; for every other line, in its own row. A
 * line that no rule explains has no cause.
 */

/** SQL condition: amounts in øre that differ by at most NOK 1 or 0.5 %. */
const isNearlyEqualSql = (linkedOre: string, booked: string) =>
  `abs(${linkedOre} - ${booked}) <= greatest(100, 0.005 * abs(b.ore))`;

/** VAT rates that one side may have included. */
const VAT_RATES = [1.25, 1.15, 1.12];

/**
 * SQL: each pair with the columns of both lines, read once for the links and both sides. `plain`: a candidate for a
 * one-to-one link, with equal buyers and without evidence, or found by item and amount.
 */
const CREATE_LINKED_PAIRS = `create temporary table tie on commit drop as
  select p.report, p.booked, p.step, p.ore, p.score, p.evidence, (p.evidence is null or p.step = 'item-amount') and r.buyer_id = b.buyer_id as plain, b.supplier_id, b.buyer_id, r.version_id, r.line_no as report_line_no, b.batch_id, b.line_no as spend_line_no,
    r.invoice_number, r.amount::numeric(18, 2) as amount, r.month as report_month, b.month as spend_month, r.nature as report_nature, b.nature as spend_nature, r.agreement_id, r.lot_id, coalesce(a.agreement_id, b.agreement_id, r.agreement_id) as spend_agreement_id, b.account,
    r.month / 3 < b.month / 3 as later, r.buyer_id <> b.buyer_id as for_another, not r.listed as unlisted, b.payee, case when u.account <> b.account then abs(p.ore) end as elsewhere, case when u.account = b.account then abs(p.ore) end as at_home, b.pair, r.invoice = b.invoice as same_number
  from pair p
  join reported r on r.id = p.report
  join booked b on b.id = p.booked
  left join answered_b a on a.id = b.id
  left join account_of u on u.supplier_id = r.supplier_id and u.item = r.item and u.lines >= 3 and u.lines >= 0.6 * u.all_lines`;

/** SQL: sums of the links of each standalone booked line. */
const CREATE_LINKED_BOOKED = `create temporary table tied_b on commit drop as
  select booked as id, sum(ore)::bigint as ore, bool_or(later) as later, bool_or(for_another) as for_another, bool_or(unlisted) as unlisted,
    any_value(agreement_id) as agreement_id, case when min(uuid_hash(lot_id)) = max(uuid_hash(lot_id)) then any_value(lot_id) end as lot_id, sum(elsewhere) as elsewhere, sum(at_home) as at_home
  from tie where not plain group by booked`;

const CREATE_LINKED_REPORTED = `create temporary table tied_r on commit drop as
  select report as id, sum(ore)::bigint as ore, bool_or(for_another) as for_another, bool_or(payee) as payee, bool_or(later) as later
  from tie where not plain group by report`;

/** SQL: linked amount of a line; the line's own amount if they are equal. */
const linkedAmountSql = (line: string) =>
  `case when t.ore = ${line}.ore then ${line}.amount else coalesce(t.ore, 0) / 100.0 end`;

/** SQL: unlinked sale and return of the same amount, which cancel each other. */
const nettedLinesSql = (lines: string) => `
  with loose as (
    select id, pair, ore, row_number() over (partition by pair, ore order by day, id) as nth from ${lines} where ore <> 0 and not fee
  )
  select unnest(array[a.id, c.id]) as id from loose a join loose c on c.pair = a.pair and c.ore = -a.ore and c.nth = a.nth where a.ore > 0`;

/**
 * SQL: accepted reports around the booking day of an open line, once per supplier and day. `that_day`: a period
 * contains the day. `lately`: it contains the day or one of the 20 days before. `before`: it contains the day two weeks
 * earlier or the day before that.
 */
const CREATE_REPORTED_DAYS = `create temporary table told on commit drop as
  select b.supplier_id, b.day, bool_or(b.day between d.period_start and d.period_end - 1) as that_day, bool_or(b.day between d.period_start and d.period_end + 19) as lately, bool_or(b.day - 14 between d.period_start and d.period_end) as before
  from (select distinct supplier_id, day from untied_b) b
  join (select distinct supplier_id, period_start, period_end from reporting.door_report_version where state = 'accepted') d on d.supplier_id = b.supplier_id
  group by b.supplier_id, b.day`;

/**
 * SQL: number of linked lines per ledger pair, cost centre and quarter. A cost centre without any link, while others
 * have links, indicates an unknown customer.
 */
const CREATE_COST_CENTRE_COUNTS = `create temporary table place_seen on commit drop as
  select pair, cost_centre, month / 3 as quarter, count(*) filter (where tied) as tied, max(count(*) filter (where tied)) over (partition by pair, month / 3) as tied_elsewhere
  from (select b.pair, b.cost_centre, matching.month_index(b.day) as month, u.id is null as tied from booked b left join untied_b u on u.id = b.id where b.supplier_id is not null and b.cost_centre is not null and b.nature is null and b.ore > 0) s
  group by pair, cost_centre, month / 3`;

/** SQL: agreement of a booked line without reference, item or link: the supplier's only agreement on that day. */
const CREATE_ONLY_AGREEMENT = `create temporary table only_agreement on commit drop as
  select b.id, any_value(h.agreement_id) as agreement_id, any_value(h.only_lot) as lot_id, bool_or(a.account is not null) as usual
  from untied_b b
  join held h on h.supplier_id = b.supplier_id and b.day between h.valid_from and h.valid_to
  left join goods_account a on a.agreement_id = h.agreement_id and a.account = b.account
  where b.agreement_id is null
  group by b.id having min(uuid_hash(h.agreement_id)) = max(uuid_hash(h.agreement_id))`;

/** SQL: cause of an unmatched booked line by rule, and its only possible agreement. */
const CREATE_UNMATCHED_BOOKED = `create temporary table loose_b on commit drop as
  select b.id, o.agreement_id, o.lot_id, o.usual,
    case
      when b.nature = 'period-13' then 'period-13'
      when b.nature = 'internal' then 'internal-invoice'
      when b.nature = 'purchasing-card' then 'purchasing-card'
      when b.supplier_id is null then case when e.id is not null then 'off-agreement' else 'no-agreement' end
      when b.nature = 'fee' then 'freight-fees'
      when b.nature in ('vat', '${VAT_UNKNOWN}') then 'vat'
      when b.nature = 'remainder' then 'invoice-remainder'
      when n.id is null and (y.closely or (y.pair is not null and b.ore > 0) or z.all_reported) then 'not-tied'
      when n.id is null and x.id is not null then 'other-unit'
      when n.id is null and m.id is not null then 'not-known'
      when d.lately is not true or (b.item is null and d.before is not true) then 'report-missing'
      when n.id is not null then 'credited'
      when s.tied = 0 and s.tied_elsewhere > 0 then 'missing-alias'
      when d.that_day is not true then 'timing'
    end as cause
  from untied_b b
  left join netted_b n on n.id = b.id
  left join told d on d.supplier_id = b.supplier_id and d.day = b.day
  left join only_agreement o on o.id = b.id
  left join elsewhere e on e.id = b.id
  left join place_seen s on s.pair = b.pair and s.cost_centre = b.cost_centre and s.quarter = matching.month_index(b.day) / 3
  left join agrees_b y on y.pair = b.pair and y.month = matching.month_index(b.day)
  left join possible_b m on m.id = b.id
  left join under_another_b x on x.id = b.id
  left join set_b z on z.id = b.id`;

/** SQL values by column for a booked line `b`. `t`: its links, `o`: the only agreement, `a`: the manual answer. */
const BOOKED_RESULT_COLUMNS = {
  read_agreement_id: 'b.agreement_id',
  read_lot_id: 'b.lot_id',
  read_why: 'b.why',
  agreement_id: 'coalesce(a.agreement_id, b.agreement_id, t.agreement_id, o.agreement_id)',
  lot_id: 'case when a.agreement_id is null then coalesce(b.lot_id, t.lot_id, o.lot_id) end',
  why: `case when a.agreement_id is not null then 'decision' when b.agreement_id is not null then b.why when t.agreement_id is not null then 'link' when o.usual then 'category' when o.agreement_id is not null then 'only-agreement' else 'not-assigned' end`,
  also: `case when t.later or t.for_another or b.payee or t.unlisted or t.elsewhere > 0 or b.nature = 'period-13' then array_remove(array[
    case when t.later then 'timing' end, case when t.for_another then 'booked-by-host' end, case when b.payee then 'factoring-payee' end,
    case when t.unlisted then 'off-assortment' end, case when t.elsewhere > coalesce(t.at_home, 0) then 'wrong-posting' end, case when b.nature = 'period-13' and t.ore is not null then 'period-13' end], null)
  else '{}' end`,
};

/** SQL: every standalone booked line with its results. */
export const BOOKED_ASSESSMENT = `
  select b.*, ${BOOKED_RESULT_COLUMNS.agreement_id} as said_agreement, ${BOOKED_RESULT_COLUMNS.lot_id} as said_lot, ${BOOKED_RESULT_COLUMNS.why} as said_why, ${BOOKED_RESULT_COLUMNS.also} as also,
    case when b.supplier_id is null then 'outside-agreements' when t.id is not null then 'matched' else 'booked-not-reported' end as state,
    case
      when t.id is null then coalesce(a.cause, o.cause)
      when t.ore = b.ore or ${isNearlyEqualSql('t.ore', 'b.ore')} then null
      when ${VAT_RATES.map((rate) => `${isNearlyEqualSql('t.ore', `b.ore * ${rate}`)} or ${isNearlyEqualSql(`t.ore * ${rate}`, 'b.ore')}`).join(' or ')} then 'vat'
      else 'amount-differs'
    end as cause,
    ${linkedAmountSql('b')} as linked
  from booked b
  left join tied_b t on t.id = b.id
  left join loose_b o on o.id = b.id
  left join answered_b a on a.id = b.id
  where b.id in (select id from untied_b union all select id from tied_b)`;

/**
 * SQL: possible off-contract spend, until a user has answered. The buyer participates in an agreement and bought from
 * another seller on a usual account of it. The account must belong to the agreement's category, or the text must
 * contain a word of the agreement's title.
 */
const CREATE_OFF_CONTRACT = `create temporary table elsewhere on commit drop as
  with agreed as (
    select g.id, g.starts_on, g.ends_on, lower(g.title) as title, (select c.category_code from (${categoryOfCpv('g.cpv')}) c) as category
    from agreements.door_agreement g
  )
  select distinct b.id
  from untied_b b
  join goods_account a on a.account = b.account
  join agreed g on g.id = a.agreement_id
  join agreements.door_participation p on p.agreement_id = a.agreement_id and p.buyer_id = b.buyer_id
  left join catalogue.door_account_category c on c.account_system || ' ' || c.account_code = b.account
  left join spend.door_posting t on t.batch_id = b.batch_id and t.line_no = b.line_no
  where b.supplier_id is null and ${participatesSql('p', 'b.day', 'b.day + 1')} and b.day >= g.starts_on and b.day <= coalesce(g.ends_on, 'infinity')
    and (c.category_code = g.category or exists (select 1 from regexp_split_to_table(lower(t.text), '[^a-zæøå]+') as word where length(word) >= 6 and g.title like '%' || left(word, 6) || '%'))`;

/**
 * SQL condition: the line is booked. The sums of supplier, buyer and months show it, or as many lines of its item and
 * amount, of which it may be any.
 */
const SUMS_AGREE = `y.closely or (y.pair is not null and r.amount > 0) or coalesce(z.all_booked, false)`;

/** SQL: cause of an unmatched report line by rule. */
const CREATE_UNMATCHED_REPORTED = `create temporary table loose_r on commit drop as
  select r.id,
    case when r.buyer_id is null or c.buyer_id is not null or x.id is not null or (${SUMS_AGREE}) then 'reported-not-booked' else 'books-not-loaded' end as state,
    case
      when r.buyer_id is null then 'missing-alias'
      when r.nature = 'fee' then 'freight-fees'
      when n.id is not null then 'credited'
      when r.again and r.invoice_number is not null then 'reported-twice'
      when ${SUMS_AGREE} then 'not-tied'
      when x.id is not null then 'other-unit'
      when l.buyer_id is null and b.kind <> 'municipality' then 'buyer-without-books'
      when c.buyer_id is null then 'books-missing'
      when m.id is not null then 'not-known'
      when r.month + 1 >= l.last_month then 'timing'
      when r.again then 'reported-twice'
    end as cause
  from untied_r r
  left join netted_r n on n.id = r.id
  left join body b on b.buyer_id = r.ledger_buyer_id
  left join (select distinct buyer_id, month - back as month from covered cross join generate_series(0, 2) as b (back)) c on c.buyer_id = r.ledger_buyer_id and c.month = r.month
  left join (select buyer_id, max(month) as last_month from covered group by buyer_id) l on l.buyer_id = r.ledger_buyer_id
  left join agrees_r y on y.pair = r.pair and y.month = matching.month_index(r.day)
  left join possible_r m on m.id = r.id
  left join under_another_r x on x.id = r.id
  left join set_r z on z.id = r.id`;

/** SQL: further facts about a report line `r`. `t`: its links. */
const REPORTED_RESULT_COLUMNS = {
  also: `case when t.later or t.for_another or t.payee or not r.listed then array_remove(array[
    case when t.later then 'timing' end, case when t.for_another then 'booked-by-host' end, case when t.payee then 'factoring-payee' end, case when not r.listed and r.nature is null then 'off-assortment' end], null)
  else '{}' end`,
};

/** SQL: every standalone report line with its results. */
export const REPORTED_ASSESSMENT = `
  select r.*, case when t.id is not null then 'matched' else o.state end as state, case when t.id is null then coalesce(a.cause, o.cause) end as cause, ${REPORTED_RESULT_COLUMNS.also} as also, ${linkedAmountSql('r')} as linked
  from reported r
  left join tied_r t on t.id = r.id
  left join loose_r o on o.id = r.id
  left join answered_r a on a.id = r.id
  where r.id in (select id from open_r union all select id from tied_r)`;

const lineColumns = (
  side: 'report' | 'spend',
  line: string,
  columns: readonly string[],
  resultColumns: Readonly<Record<string, string>>,
) => columns.map((name) => `${resultColumns[name] ?? `${line}.${name}`} as ${side}_${name}`).join(', ');

/**
 * SQL: evidence of a link: the report's invoice number and further evidence. Null for a one-to-one link without further
 * evidence, because the view adds the invoice number.
 */
export const EVIDENCE = `case when t.evidence is not null or not t.plain then jsonb_strip_nulls(jsonb_build_object('invoice', t.invoice_number) || coalesce(t.evidence, '{}')) end`;

/** SQL: the one-to-one links, with the results of both lines. */
export const ONE_TO_ONE_ASSESSMENT = `
  select t.supplier_id, t.buyer_id, t.version_id, t.report_line_no, t.batch_id, t.spend_line_no, t.step, t.amount, t.score, ${EVIDENCE} as evidence, true as plain, ${lineColumns('report', 'r', reportedOnLink, REPORTED_RESULT_COLUMNS)}, ${lineColumns('spend', 'b', bookedOnLink, BOOKED_RESULT_COLUMNS)}
  from tie t
  join reported r on r.id = t.report
  join booked b on b.id = t.booked
  left join answered_b a on a.id = t.booked
  cross join (select null::uuid as agreement_id, null::uuid as lot_id, null::boolean as usual) o
  where t.plain`;

/** SQL: linked amount of each agreement by account. */
const CREATE_AGREEMENT_AMOUNTS = `create temporary table seen_goods on commit drop as
  select agreement_id, account, sum(abs(ore)) as ore
  from (select agreement_id, account, ore from tie where plain union all select t.agreement_id, b.account, b.ore from tied_b t join booked b on b.id = t.id) s
  where agreement_id is not null and account is not null
  group by 1, 2`;

/** SQL: usual accounts of an agreement: those with at least a seventh of its linked amount. */
const LEARN_AGREEMENT_ACCOUNTS = `insert into goods_account
  select agreement_id, account from (
    select agreement_id, account, sum(ore) as ore, sum(sum(ore)) over (partition by agreement_id) as all_ore from seen_goods group by 1, 2
  ) s where ore >= 0.14 * all_ore`;

const CREATE_UNMATCHED_TABLES: readonly string[] = [
  CREATE_LINKED_PAIRS,
  'analyze tie',
  CREATE_LINKED_BOOKED,
  CREATE_LINKED_REPORTED,
  // unlinked lines in full: the open lines, and those without a supplier
  'create temporary table untied_b on commit drop as select b.* from booked b where b.supplier_id is null or b.id in (select id from open_b)',
  'create temporary table untied_r on commit drop as select r.*, o.ore as open_ore, o.fee, o.booked_invoice from open_r o join reported r on r.id = o.id',
  `create temporary table netted_r on commit drop as ${nettedLinesSql('open_r')}`,
  `create temporary table netted_b on commit drop as ${nettedLinesSql('open_b')}`,
  'analyze untied_b, untied_r',
  CREATE_REPORTED_DAYS,
  CREATE_COST_CENTRE_COUNTS,
  `create temporary table covered on commit drop as select buyer_id, left(month, 4)::int * 12 + right(month, 2)::int - 1 as month from spend.door_ledger_coverage where month ~ '^[0-9]{4}-[0-9]{2}$'`,
  'analyze tied_b, tied_r, netted_r, netted_b, told, place_seen, covered',
];

const CREATE_CAUSE_TABLES: readonly string[] = [
  'analyze goods_account',
  CREATE_ONLY_AGREEMENT,
  CREATE_OFF_CONTRACT,
  'analyze only_agreement, elsewhere',
  CREATE_UNMATCHED_BOOKED,
  CREATE_UNMATCHED_REPORTED,
  'analyze loose_b, loose_r',
];

const STORE_ASSESSMENTS: readonly string[] = [
  `create temporary table said_b on commit drop as ${BOOKED_ASSESSMENT}`,
  `create temporary table said_r on commit drop as ${REPORTED_ASSESSMENT}`,
  'analyze said_r (id), said_b (id)',
];

/**
 * Creates the tables behind `ONE_TO_ONE_ASSESSMENT`, `REPORTED_ASSESSMENT` and `BOOKED_ASSESSMENT`, from `pair`, `reported` and `booked`.
 * Except in a first run, which reads each once, also creates `said_r` and `said_b`. A full run learns the usual
 * accounts of agreements; a partial run uses the stored ones.
 */
export async function assignCauses(database: SqlClient, extent: RunScope): Promise<void> {
  const { whole, first, share } = extent;
  for (const sql of [...CREATE_UNMATCHED_TABLES, ...compareSumsSql(whole)]) await database.query(sql);
  await findOtherBuyers(database, extent);
  if (whole) {
    await database.query(CREATE_AGREEMENT_AMOUNTS);
    await share.gather(database, 'seen_goods');
    await database.query(LEARN_AGREEMENT_ACCOUNTS);
  }
  for (const sql of [...CREATE_CAUSE_TABLES, ...(first ? [] : STORE_ASSESSMENTS)]) await database.query(sql);
}
