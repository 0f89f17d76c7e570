import { ofId } from '../reading/line-tables.ts';

/**
 * What sums say of the lines that no step has tied: of a supplier and buyer whose open rows and open lines of the books come to the same, no line is missing; and of one that has enough open on the
 * other side in the months around, nobody can say that it is. A change in a month reaches the lines of two months on each side of it, and no more.
 */
export const MONTHS_AROUND = 2;

/** Months that are added up, how many months the books lie after the reports, and how much of the larger sum the two may lie apart: next to nothing in months; in quarters what fees and roundings explain. */
const WAYS = `(values (1, 0, 0.001), (1, 1, 0.001), (1, -1, 0.001), (1, 2, 0.001), (2, 0, 0.001), (2, 1, 0.001), (3, 0, 0.01), (0, 0, 0.05))`;
/** Of that many øre nothing is made. */
const ORE_APART = 100;

/** Lines apart of the suppliers and buyers that a run of a part has changed, `l`: looked up, for a join would read all that is kept. */
const lookedUp = (lines: string, books: string): string =>
  `(select distinct supplier_id, books_id from touched) t cross join lateral (select k.* from matching.${lines} k where k.supplier_id = t.supplier_id and k.${books} = t.books_id offset 0) l`;

/** Open rows and lines of pairs that a run of a part has changed, of months that it has not read. */
const KEPT_R = `select ${ofId('l.books_id', ofId('l.supplier_id'))} as pair, matching.month_of(l.day) as month, (l.amount * 100)::bigint as ore, l.item, l.invoice, l.invoice is not null as has_number
  from ${lookedUp('report_line_apart', 'books_id')}
  where l.state <> 'matched' and l.nature is null and not l.again and l.day is not null and not exists (select 1 from reported r where r.version_id = l.version_id and r.line_no = l.line_no) and not exists (select 1 from gone_r g where g.version_id = l.version_id and g.line_no = l.line_no)`;
const KEPT_B = `select ${ofId('l.buyer_id', ofId('l.supplier_id'))} as pair, matching.month_of(l.day) as month, (l.amount * 100)::bigint as ore, l.item, l.invoice
  from ${lookedUp('spend_line_apart', 'buyer_id')}
  where l.state = 'booked-not-reported' and l.nature is null and l.day is not null and not exists (select 1 from booked b where b.batch_id = l.batch_id and b.line_no = l.line_no) and not exists (select 1 from gone_b g where g.batch_id = l.batch_id and g.line_no = l.line_no)`;

/** Suppliers and buyers whose invoice numbers are the same on both sides, as at least so many tied lines show: a number of theirs that the other side does not have names something else. */
const NUMBERS_SEEN = 3;
const NUMBERED = `create temporary table numbered on commit drop as
  select t.pair from tie t where t.same_number group by t.pair having count(*) >= ${NUMBERS_SEEN}`;

/** What a tied row has more than what it is tied to is open too, for it may be that another line is the rest of it: but not where VAT explains it. */
const MORE = `select b.pair, matching.month_of(b.day), t.ore - b.ore, b.item, null::bigint, false from tied_b t join booked b on b.id = t.id
  where t.ore > b.ore and t.ore - b.ore > greatest(${ORE_APART}, 0.005 * b.ore) and b.ore > 0 and b.day is not null and not exists (select 1 from (values (1.25), (1.15), (1.12)) as v (rate) where abs(t.ore - b.ore * v.rate) <= greatest(${ORE_APART}, 0.005 * b.ore))`;

const open = (whole: boolean): readonly string[] => [
  NUMBERED,
  `create temporary table weighed_r on commit drop as
    select r.pair, matching.month_of(r.day) as month, r.open_ore as ore, r.item, case when r.booked_invoice then r.invoice end as invoice, r.invoice is not null and r.pair in (select pair from numbered) as numbered from untied_r r where not r.fee and not r.again and r.day is not null
    union all ${MORE}
    ${whole ? '' : `union all select k.pair, k.month, k.ore, k.item, case when exists (select 1 from booked b where b.invoice = k.invoice) then k.invoice end, k.has_number and k.pair in (select pair from numbered) from (${KEPT_R}) k`}`,
  `create temporary table weighed_b on commit drop as
    select b.pair, matching.month_of(b.day) as month, b.ore, b.item, b.invoice, b.invoice is not null and b.pair in (select pair from numbered) as numbered from untied_b b where b.supplier_id is not null and b.nature is null and b.day is not null
    ${whole ? '' : `union all select k.*, k.invoice is not null and k.pair in (select pair from numbered) from (${KEPT_B}) k`}`,
];

/** Sums of what is open, by month. */
const SUMS = `create temporary table open_sum on commit drop as
  select pair, month, sum(reported)::bigint as reported, sum(booked)::bigint as booked from (
    select pair, month, ore as reported, 0::bigint as booked from weighed_r
    union all select pair, month, 0, ore from weighed_b
  ) s group by pair, month`;

/** Suppliers, buyers and months whose sums agree, and how many months the books lie after the reports; `closely`: so nearly that credit notes are in the sums too. */
const AGREEING = `create temporary table agreeing on commit drop as
  with way (months, lag, room) as ${WAYS},
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
  where booked > 0 and reported > 0 and (abs(booked - reported) <= ${ORE_APART} or least(booked, reported) >= (1 - room) * greatest(booked, reported))`;

const AGREES: readonly string[] = [
  'create temporary table agrees_b on commit drop as select pair, month, bool_or(closely) as closely from agreeing group by pair, month',
  'create temporary table agrees_r on commit drop as select pair, month - lag as month, bool_or(closely) as closely from agreeing group by pair, month - lag',
];

/**
 * What of a side a line of the other may be, by month: lines that name no item, or none that the other side knows, may be any; of those that do, and of those that name an invoice that is on both sides,
 * only what names the same. `any_number`: what a line without an invoice number may be, whatever numbers the other side gives.
 */
const around = (
  name: string,
  of: string,
  key: string,
  wanted: string,
): string => `create temporary table ${name} on commit drop as
  select pair, ore < 0 as credit, any_number${key === '' ? '' : `, ${key}`}, month + k as month, sum(abs(ore)) as ore from ${of} cross join generate_series(-${MONTHS_AROUND}, ${MONTHS_AROUND}) as k cross join (values (false), (true)) as v (any_number)
  where (any_number or not numbered) and ${wanted} group by pair, ore < 0, any_number${key === '' ? '' : `, ${key}`}, month + k`;
const ofSide = (line: string, table: string, alias: string): string =>
  `left join ${table} ${alias} on ${alias}.pair = ${line}.pair and ${alias}.credit = (${line}.ore < 0) and ${alias}.month = matching.month_of(${line}.day) and ${alias}.any_number = (${line}.invoice is null or ${line}.pair not in (select pair from numbered))`;
/** Lines that something else of the very same amount is open for on the other side, in the months around. */
const sameOre = (name: string, lines: string, of: string): string => `create temporary table ${name} on commit drop as
  select distinct l.id from (${lines}) l join ${of} s on s.pair = l.pair and s.ore = l.ore and s.month between matching.month_of(l.day) - ${MONTHS_AROUND} and matching.month_of(l.day) + ${MONTHS_AROUND}`;

/** Of the items that anything open may be of, those that a side knows, tied or not. */
const knownItems = (
  name: string,
  lines: string,
  weighed: string,
  untied: string,
): string => `create temporary table ${name} on commit drop as
  select distinct l.pair, l.item from ${lines} l join (select pair, item from ${weighed} where item is not null union select pair, item from ${untied} where item is not null) w on w.pair = l.pair and w.item = l.item
  where l.supplier_id is not null and l.pair in (select pair from ${weighed})`;

const MAY: readonly string[] = [
  knownItems('item_b', 'booked', 'weighed_r', 'untied_r'),
  knownItems('item_r', 'reported', 'weighed_b', 'untied_b'),
  around(
    'may_r',
    '(select w.*, exists (select 1 from item_b i where i.pair = w.pair and i.item = w.item) as known from weighed_r w) w',
    '',
    'not known and invoice is null',
  ),
  around(
    'may_r_item',
    '(select w.*, exists (select 1 from item_b i where i.pair = w.pair and i.item = w.item) as known from weighed_r w) w',
    'item',
    'known and invoice is null',
  ),
  around('may_r_all', 'weighed_r', '', 'invoice is null'),
  'create temporary table may_r_invoice on commit drop as select invoice, sum(ore) as ore from weighed_r where invoice is not null group by invoice',
  around(
    'may_b',
    '(select w.*, exists (select 1 from item_r i where i.pair = w.pair and i.item = w.item) as known from weighed_b w) w',
    '',
    'not known',
  ),
  around(
    'may_b_item',
    '(select w.*, exists (select 1 from item_r i where i.pair = w.pair and i.item = w.item) as known from weighed_b w) w',
    'item',
    'known',
  ),
  around('may_b_all', 'weighed_b', '', 'true'),
  'create temporary table may_b_invoice on commit drop as select invoice, sum(ore) as ore from weighed_b where invoice is not null group by invoice',
  sameOre('same_b', 'select b.id, b.pair, b.ore, b.day from untied_b b', 'weighed_r'),
  sameOre('same_r', 'select r.id, r.pair, r.ore, r.day from untied_r r', 'weighed_b'),
];

/** A line of the books is one purchase, and is reported or not; a row may add up several, of which some are booked. */
const WHOLE_LINE = 0.95;
const PART_OF_ROW = 0.25;

/** Open lines that the other side has as much open for as they come to, or of a row a part of it: it may be among that, and is not known to be missing. */
const POSSIBLE: readonly string[] = [
  `create temporary table possible_b on commit drop as
    select b.id from untied_b b
    ${ofSide('b', 'may_r', 'w')}
    ${ofSide('b', 'may_r_item', 'i')} and i.item = b.item
    ${ofSide('b', 'may_r_all', 'a')}
    left join may_r_invoice n on n.invoice = b.invoice
    left join item_r k on k.pair = b.pair and k.item = b.item
    where b.supplier_id is not null and b.ore <> 0
      and (case when k.item is null then coalesce(a.ore, 0) else coalesce(w.ore, 0) + coalesce(i.ore, 0) end + abs(coalesce(n.ore, 0)) >= ${WHOLE_LINE} * abs(b.ore) or b.id in (select id from same_b))`,
  `create temporary table possible_r on commit drop as
    select r.id from untied_r r
    ${ofSide('r', 'may_b', 'w')}
    ${ofSide('r', 'may_b_item', 'i')} and i.item = r.item
    ${ofSide('r', 'may_b_all', 'a')}
    left join may_b_invoice n on n.invoice = r.invoice
    left join item_b k on k.pair = r.pair and k.item = r.item
    where r.ore <> 0
      and (case when r.booked_invoice then abs(coalesce(n.ore, 0)) when k.item is null then coalesce(a.ore, 0) else coalesce(w.ore, 0) + coalesce(i.ore, 0) end >= ${PART_OF_ROW} * abs(r.ore) or r.id in (select id from same_r))`,
];

/** Makes `agrees_b`, `agrees_r`, `possible_b` and `possible_r`, of what is open (`untied_r`, `untied_b`) and what is tied (`tie`, `tied_b`). */
export const weighSums = (whole: boolean): readonly string[] => [
  ...open(whole),
  'analyze weighed_r, weighed_b, numbered',
  SUMS,
  'analyze open_sum',
  AGREEING,
  ...AGREES,
  ...MAY,
  'analyze may_r, may_r_item, may_r_all, may_r_invoice, may_b, may_b_item, may_b_all, may_b_invoice, item_b, item_r, same_b, same_r',
  ...POSSIBLE,
  'analyze agrees_b, agrees_r, possible_b, possible_r',
];
