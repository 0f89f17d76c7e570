import { hashOfId } from '../loading/load-line-tables.ts';

/**
 * Months before and after a line that count for it. Sums show which unlinked lines are not missing. If open rows and
 * booked lines of a supplier and buyer add up to the same, none is. If the other side has enough open, it is unknown. A
 * change in a month affects lines up to two months away, and no more.
 */
export const MONTHS_AROUND = 2;

/**
 * SQL: number of summed months (0: quarter), lag in months of ledger after reports, and tolerance as a share of the
 * larger sum. The tolerance is minimal for months; quarters allow for fees and rounding.
 */
const SUM_VARIANTS = `(values (1, 0, 0.001), (1, 1, 0.001), (1, -1, 0.001), (1, 2, 0.001), (2, 0, 0.001), (2, 1, 0.001), (3, 0, 0.01), (0, 0, 0.05))`;
/** Differences up to this amount in øre are ignored. */
const TOLERANCE_ORE = 100;

/**
 * SQL: standalone lines `l` of the suppliers and buyers changed in a partial run. They are looked up, because a join
 * would read all stored lines.
 */
const lookupSql = (lines: string, books: string): string =>
  `(select distinct supplier_id, ledger_buyer_id from touched) t cross join lateral (select k.* from matching.${lines} k where k.supplier_id = t.supplier_id and k.${books} = t.ledger_buyer_id offset 0) l`;

/** SQL: open rows and lines of changed pairs, in months that the partial run has not read. */
const STORED_REPORTED = `select ${hashOfId('l.ledger_buyer_id', hashOfId('l.supplier_id'))} as pair, matching.month_index(l.day) as month, (l.amount * 100)::bigint as ore, l.item, l.invoice, l.invoice is not null as has_number
  from ${lookupSql('standalone_report_line', 'ledger_buyer_id')}
  where l.state <> 'matched' and l.nature is null and not l.again and l.day is not null and not exists (select 1 from reported r where r.version_id = l.version_id and r.line_no = l.line_no) and not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.line_no)`;
const STORED_BOOKED = `select ${hashOfId('l.buyer_id', hashOfId('l.supplier_id'))} as pair, matching.month_index(l.day) as month, (l.amount * 100)::bigint as ore, l.item, l.invoice
  from ${lookupSql('standalone_spend_line', 'buyer_id')}
  where l.state = 'booked-not-reported' and l.nature is null and l.day is not null and not exists (select 1 from booked b where b.batch_id = l.batch_id and b.line_no = l.line_no) and not exists (select 1 from gone_b g where g.batch_id = l.batch_id and g.line_no = l.line_no)`;

/**
 * Suppliers and buyers with the same invoice numbers on both sides, in at least this many links. A number missing on
 * the other side then means another invoice.
 */
const SAME_NUMBERS_MIN = 3;
const CREATE_NUMBERED_PAIRS = `create temporary table numbered on commit drop as
  select t.pair from tie t where t.same_number group by t.pair having count(*) >= ${SAME_NUMBERS_MIN}`;

/**
 * SQL: the excess of linked rows over their booked line. It counts as open, because another line may be the rest; but
 * not where VAT explains it.
 */
const EXCESS_AMOUNTS = `select b.pair, matching.month_index(b.day), t.ore - b.ore, b.item, null::bigint, false from tied_b t join booked b on b.id = t.id
  where t.ore > b.ore and t.ore - b.ore > greatest(${TOLERANCE_ORE}, 0.005 * b.ore) and b.ore > 0 and b.day is not null and not exists (select 1 from (values (1.25), (1.15), (1.12)) as v (rate) where abs(t.ore - b.ore * v.rate) <= greatest(${TOLERANCE_ORE}, 0.005 * b.ore))`;

const openAmountsSql = (whole: boolean): readonly string[] => [
  CREATE_NUMBERED_PAIRS,
  `create temporary table weighed_r on commit drop as
    select r.pair, matching.month_index(r.day) as month, r.open_ore as ore, r.item, case when r.booked_invoice then r.invoice end as invoice, r.invoice is not null and r.pair in (select pair from numbered) as numbered from untied_r r where not r.fee and not r.again and r.day is not null
    union all ${EXCESS_AMOUNTS}
    ${whole ? '' : `union all select k.pair, k.month, k.ore, k.item, case when exists (select 1 from booked b where b.invoice = k.invoice) then k.invoice end, k.has_number and k.pair in (select pair from numbered) from (${STORED_REPORTED}) k`}`,
  `create temporary table weighed_b on commit drop as
    select b.pair, matching.month_index(b.day) as month, b.ore, b.item, b.invoice, b.invoice is not null and b.pair in (select pair from numbered) as numbered from untied_b b where b.supplier_id is not null and b.nature is null and b.day is not null
    ${whole ? '' : `union all select k.*, k.invoice is not null and k.pair in (select pair from numbered) from (${STORED_BOOKED}) k`}`,
];

/** SQL: open amounts by month. */
const CREATE_OPEN_SUMS = `create temporary table open_sum on commit drop as
  select pair, month, sum(reported)::bigint as reported, sum(booked)::bigint as booked from (
    select pair, month, ore as reported, 0::bigint as booked from weighed_r
    union all select pair, month, 0, ore from weighed_b
  ) s group by pair, month`;

/**
 * SQL: suppliers, buyers and months with equal sums, and the lag in months of the ledger after the reports. `closely`:
 * the tolerance is small enough for credit notes to be included.
 */
const CREATE_AGREEING_SUMS = `create temporary table agreeing on commit drop as
  with way (months, lag, room) as ${SUM_VARIANTS},
  span as (
    select distinct s.pair, w.months, w.lag, w.room, case when w.months = 0 then s.month / 3 * 3 else s.month - k end as first, case when w.months = 0 then 3 else w.months end as length
    from open_sum s cross join way w cross join lateral generate_series(0, greatest(w.months, 1) - 1) as k where s.booked <> 0
  ), summed as (
    select p.pair, p.first, p.length, p.lag, p.room,
      sum(s.booked) filter (where s.month between p.first and p.first + p.length - 1) as booked, sum(s.reported) filter (where s.month between p.first - p.lag and p.first - p.lag + p.length - 1) as reported
    from span p join open_sum s on s.pair = p.pair and s.month between p.first - 2 and p.first + p.length
    group by p.pair, p.first, p.length, p.lag, p.room
  )
  select pair, lag, room <= 0.01 as closely, first + k as month
  from summed cross join lateral generate_series(0, length - 1) as k
  where booked > 0 and reported > 0 and (abs(booked - reported) <= ${TOLERANCE_ORE} or least(booked, reported) >= (1 - room) * greatest(booked, reported))`;

const CREATE_AGREEING_SIDES: readonly string[] = [
  'create temporary table agrees_b on commit drop as select pair, month, bool_or(closely) as closely from agreeing group by pair, month',
  'create temporary table agrees_r on commit drop as select pair, month - lag as month, bool_or(closely) as closely from agreeing group by pair, month - lag',
];

/**
 * SQL: open amounts of one side that a line of the other may be, by month. Lines without a known item may be any; lines
 * with a known item, or with an invoice on both sides, only the same. `any_number`: for lines without an invoice
 * number, amounts with any number count.
 */
const possibleAmountsSql = (
  name: string,
  of: string,
  key: string,
  wanted: string,
): string => `create temporary table ${name} on commit drop as
  select pair, ore < 0 as credit, any_number${key === '' ? '' : `, ${key}`}, month + k as month, sum(abs(ore)) as ore from ${of} cross join generate_series(-${MONTHS_AROUND}, ${MONTHS_AROUND}) as k cross join (values (false), (true)) as v (any_number)
  where (any_number or not numbered) and ${wanted} group by pair, ore < 0, any_number${key === '' ? '' : `, ${key}`}, month + k`;
const ofSide = (line: string, table: string, alias: string): string =>
  `left join ${table} ${alias} on ${alias}.pair = ${line}.pair and ${alias}.credit = (${line}.ore < 0) and ${alias}.month = matching.month_index(${line}.day) and ${alias}.any_number = (${line}.invoice is null or ${line}.pair not in (select pair from numbered))`;
/** SQL: lines with exactly the same amount open on the other side, in the months around. */
const sameOre = (name: string, lines: string, of: string): string => `create temporary table ${name} on commit drop as
  select distinct l.id from (${lines}) l join ${of} s on s.pair = l.pair and s.ore = l.ore and s.month between matching.month_index(l.day) - ${MONTHS_AROUND} and matching.month_index(l.day) + ${MONTHS_AROUND}`;

/** SQL: items of open amounts that a side has, linked or not. */
const knownItems = (
  name: string,
  lines: string,
  openTable: string,
  untied: string,
): string => `create temporary table ${name} on commit drop as
  select distinct l.pair, l.item from ${lines} l join (select pair, item from ${openTable} where item is not null union select pair, item from ${untied} where item is not null) w on w.pair = l.pair and w.item = l.item
  where l.supplier_id is not null and l.pair in (select pair from ${openTable})`;

const CREATE_POSSIBLE_AMOUNTS: readonly string[] = [
  knownItems('item_b', 'booked', 'weighed_r', 'untied_r'),
  knownItems('item_r', 'reported', 'weighed_b', 'untied_b'),
  possibleAmountsSql(
    'may_r',
    '(select w.*, exists (select 1 from item_b i where i.pair = w.pair and i.item = w.item) as known from weighed_r w) w',
    '',
    'not known and invoice is null',
  ),
  possibleAmountsSql(
    'may_r_item',
    '(select w.*, exists (select 1 from item_b i where i.pair = w.pair and i.item = w.item) as known from weighed_r w) w',
    'item',
    'known and invoice is null',
  ),
  possibleAmountsSql('may_r_all', 'weighed_r', '', 'invoice is null'),
  'create temporary table may_r_invoice on commit drop as select invoice, sum(ore) as ore from weighed_r where invoice is not null group by invoice',
  possibleAmountsSql(
    'may_b',
    '(select w.*, exists (select 1 from item_r i where i.pair = w.pair and i.item = w.item) as known from weighed_b w) w',
    '',
    'not known',
  ),
  possibleAmountsSql(
    'may_b_item',
    '(select w.*, exists (select 1 from item_r i where i.pair = w.pair and i.item = w.item) as known from weighed_b w) w',
    'item',
    'known',
  ),
  possibleAmountsSql('may_b_all', 'weighed_b', '', 'true'),
  'create temporary table may_b_invoice on commit drop as select invoice, sum(ore) as ore from weighed_b where invoice is not null group by invoice',
  sameOre('same_b', 'select b.id, b.pair, b.ore, b.day from untied_b b', 'weighed_r'),
  sameOre('same_r', 'select r.id, r.pair, r.ore, r.day from untied_r r', 'weighed_b'),
];

/**
 * Minimum share of a line's amount that must be open on the other side. A booked line is one purchase, reported or not;
 * a row may sum several, and only some of them may be booked.
 */
const BOOKED_SHARE_MIN = 0.95;
const REPORTED_SHARE_MIN = 0.25;

/**
 * SQL: open lines for which the other side has enough open amount (for a row, a part is enough). They may be included
 * there, so they are not known to be missing.
 */
const CREATE_POSSIBLE_LINES: readonly string[] = [
  `create temporary table possible_b on commit drop as
    select b.id from untied_b b
    ${ofSide('b', 'may_r', 'w')}
    ${ofSide('b', 'may_r_item', 'i')} and i.item = b.item
    ${ofSide('b', 'may_r_all', 'a')}
    left join may_r_invoice n on n.invoice = b.invoice
    left join item_r k on k.pair = b.pair and k.item = b.item
    where b.supplier_id is not null and b.ore <> 0
      and (case when k.item is null then coalesce(a.ore, 0) else coalesce(w.ore, 0) + coalesce(i.ore, 0) end + abs(coalesce(n.ore, 0)) >= ${BOOKED_SHARE_MIN} * abs(b.ore) or b.id in (select id from same_b))`,
  `create temporary table possible_r on commit drop as
    select r.id from untied_r r
    ${ofSide('r', 'may_b', 'w')}
    ${ofSide('r', 'may_b_item', 'i')} and i.item = r.item
    ${ofSide('r', 'may_b_all', 'a')}
    left join may_b_invoice n on n.invoice = r.invoice
    left join item_b k on k.pair = r.pair and k.item = r.item
    where r.ore <> 0
      and (case when r.booked_invoice then abs(coalesce(n.ore, 0)) when k.item is null then coalesce(a.ore, 0) else coalesce(w.ore, 0) + coalesce(i.ore, 0) end >= ${REPORTED_SHARE_MIN} * abs(r.ore) or r.id in (select id from same_r))`,
];

/**
 * Returns SQL that creates `agrees_b`, `agrees_r`, `possible_b` and `possible_r`, from open lines (`untied_r`,
 * `untied_b`) and linked ones (`tie`, `tied_b`).
 */
export const compareSumsSql = (whole: boolean): readonly string[] => [
  ...openAmountsSql(whole),
  'analyze weighed_r, weighed_b, numbered',
  CREATE_OPEN_SUMS,
  'analyze open_sum',
  CREATE_AGREEING_SUMS,
  ...CREATE_AGREEING_SIDES,
  ...CREATE_POSSIBLE_AMOUNTS,
  'analyze may_r, may_r_item, may_r_all, may_r_invoice, may_b, may_b_item, may_b_all, may_b_invoice, item_b, item_r, same_b, same_r',
  ...CREATE_POSSIBLE_LINES,
  'analyze agrees_b, agrees_r, possible_b, possible_r',
];
