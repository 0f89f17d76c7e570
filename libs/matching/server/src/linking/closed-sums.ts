import { BOOKING_DAYS_AFTER, BOOKING_DAYS_BEFORE, type Step } from './link-by-item.ts';

/**
 * SQL grouping keys. A report row that sums purchases may equal all booked lines of the supplier and buyer in a period,
 * or those of one cost centre, account or item.
 */
const GROUPING_KEYS = {
  place: 'o.cost_centre',
  account: 'o.account',
  item: 'o.item',
  week: `date_trunc('week', o.day)`,
  month: `date_trunc('month', o.day)`,
  quarter: `date_trunc('quarter', o.day)`,
} as const;
type Key = keyof typeof GROUPING_KEYS;

/** The finest grouping first: a smaller group is stronger evidence. */
const ITEM_GROUPINGS: readonly (readonly Key[])[] = [
  ['item', 'place', 'week'],
  ['item', 'place', 'month'],
  ['item', 'week'],
  ['item', 'quarter'],
];
const GROUPINGS: readonly (readonly Key[])[] = [
  ['place', 'week'],
  ['place', 'month'],
  ['account', 'month'],
  ['week'],
  ['month'],
  ['place', 'quarter'],
  ['account', 'quarter'],
  ['quarter'],
];

/** Smallest sum in øre: smaller sums agree by chance. */
export const RELIABLE_SUM_ORE = 10_000;
/** Days between the row's own day (often the first or last of its period) and the lines it sums. */
const DAYS_AROUND = 40;

/**
 * SQL: open rows that name no booked invoice. `has_item`: the item is also booked for the supplier and buyer. Only
 * booked lines of these suppliers and buyers are read.
 */
export const CREATE_SUM_ROWS: readonly string[] = [
  `create temporary table sum_row on commit drop as
    select o.id, o.pair, o.item, o.ore, o.day, o.item is not null and exists (select 1 from open_b b where b.pair = o.pair and b.item = o.item) as has_item
    from open_r o where not o.booked_invoice and not o.fee and o.day is not null and abs(o.ore) >= ${RELIABLE_SUM_ORE}`,
  'analyze sum_row',
];
export const DROP_SUM_ROWS = 'drop table sum_row';

const keysOf = (by: readonly Key[]): string => by.map((key) => GROUPING_KEYS[key]).join(', ');

/**
 * Links a row to all lines whose sum equals it to the øre. The sum must be the only one for the row, and the row the
 * only one for the sum. `withFees`: the sum includes fees.
 */
function linkClosedSum(by: readonly Key[], withFees: boolean): Step {
  const ofItem = by.includes('item');
  const lines = `select o.id, o.pair, o.item, o.ore, o.day, hash_record_extended(row(o.pair, ${keysOf(by)}), 0) as key
    from open_b o where o.pair in (select pair from sum_row) and o.day is not null and not o.rest ${withFees ? '' : 'and not o.fee'} ${by.includes('place') ? 'and o.cost_centre is not null' : ''} ${by.includes('account') ? 'and o.account is not null' : ''} ${ofItem ? 'and o.item is not null' : ''}`;
  return {
    name: 'period-sum',
    sql: `insert into pair
      with line as (${lines}), total as (
        select key, pair, ${ofItem ? 'item,' : ''} sum(ore)::bigint as ore, min(day) as first_day, max(day) as last_day, count(*) as lines from line group by key, pair${ofItem ? ', item' : ''} having count(*) > 1
      ), found as (
        select s.id as report, t.key, t.lines, count(*) over (partition by s.id) as sums, count(*) over (partition by t.key) as rows
        from sum_row s join total t on t.pair = s.pair and t.ore = s.ore ${ofItem ? 'and t.item = s.item' : ''} and s.day between t.first_day - ${DAYS_AROUND} and t.last_day + ${DAYS_AROUND}
        where ${ofItem ? 's.has_item' : 'not s.has_item'} and s.id in (select id from open_r)
      )
      select f.report, l.id, 'period-sum', l.ore, 0.98, jsonb_build_object('bookedLines', f.lines)
      from found f join line l on l.key = f.key
      where f.sums = 1 and f.rows = 1 and not exists (select 1 from refused r join line x on x.id = r.booked where r.report = f.report and x.key = f.key)`,
  };
}

/**
 * Grouping keys for the opposite: a posting that sums all report rows of a day, week or month, or of one site in it.
 * Such ledgers book a supplier once a month.
 */
const ROW_KEYS = { site: 'o.site', day: 'o.day', week: GROUPING_KEYS.week, month: GROUPING_KEYS.month } as const;
const ROW_GROUPINGS: readonly (readonly (keyof typeof ROW_KEYS)[])[] = [
  ['site', 'day'],
  ['site', 'week'],
  ['site', 'month'],
  ['day'],
  ['week'],
  ['month'],
];

export const CREATE_SUM_POSTINGS: readonly string[] = [
  `create temporary table sum_posting on commit drop as
    select o.id, o.pair, o.ore, o.day from open_b o where o.item is null and not o.fee and not o.rest and o.day is not null and abs(o.ore) >= ${RELIABLE_SUM_ORE} and o.pair in (select pair from open_r)`,
  'analyze sum_posting',
];
export const DROP_SUM_POSTINGS = 'drop table sum_posting';

function linkSumOfRows(by: readonly (keyof typeof ROW_KEYS)[], withFees: boolean): Step {
  return {
    name: 'period-sum',
    sql: `insert into pair
      with line as (
        select o.id, o.pair, o.ore, o.day, hash_record_extended(row(o.pair, ${by.map((key) => ROW_KEYS[key]).join(', ')}), 0) as key
        from open_r o where o.pair in (select pair from sum_posting) and o.day is not null and not o.booked_invoice ${withFees ? '' : 'and not o.fee'} ${by.includes('site') ? 'and o.site is not null' : ''}
      ), total as (
        select key, pair, sum(ore)::bigint as ore, min(day) as first_day, max(day) as last_day, count(*) as lines from line group by key, pair having count(*) > 1
      ), found as (
        select s.id as booked, t.key, t.lines, count(*) over (partition by s.id) as sums, count(*) over (partition by t.key) as rows
        from sum_posting s join total t on t.pair = s.pair and t.ore = s.ore and s.day between t.first_day - ${DAYS_AROUND} and t.last_day + ${2 * DAYS_AROUND}
        where s.id in (select id from open_b)
      )
      select l.id, f.booked, 'period-sum', l.ore, 0.98, jsonb_build_object('reportedLines', f.lines)
      from found f join line l on l.key = f.key
      where f.sums = 1 and f.rows = 1 and not exists (select 1 from refused r join line x on x.id = r.report where r.booked = f.booked and x.key = f.key)`,
  };
}

export const linkSumsOfRows: readonly Step[] = ROW_GROUPINGS.flatMap((by) => [
  linkSumOfRows(by, false),
  linkSumOfRows(by, true),
]);

export const linkClosedSums: readonly Step[] = [
  ...ITEM_GROUPINGS.map((by) => linkClosedSum(by, true)),
  ...GROUPINGS.flatMap((by) => [linkClosedSum(by, false), linkClosedSum(by, true)]),
];

/**
 * Links a row to a whole invoice, named by the row or inferred, whose open lines add up to it. `withFees` includes
 * fees; `ofItems` includes only lines with an item.
 */
export const linkWholeInvoice = (withFees: boolean, ofItems = false): Step => ({
  name: 'invoice-sum',
  sql: `insert into pair
    with row as (
      select invoice, min(id) as report, sum(ore)::bigint as ore from open_r where invoice is not null and not fee group by invoice having count(*) = 1
    ), total as (
      select invoice, sum(ore)::bigint as ore, count(*) as lines from open_b where invoice is not null and not rest ${withFees ? '' : 'and not fee'} ${ofItems ? 'and item is not null' : ''} group by invoice having count(*) > 1
    )
    select r.report, b.id, 'invoice-sum', b.ore, 0.98, jsonb_build_object('reported', r.ore / 100.0, 'booked', t.ore / 100.0, 'reportedLines', 1, 'bookedLines', t.lines)
    from row r join total t on t.invoice = r.invoice and t.ore = r.ore
    join open_b b on b.invoice = r.invoice and not b.rest ${withFees ? '' : 'and not b.fee'} ${ofItems ? 'and b.item is not null' : ''}
    where not exists (select 1 from refused f join open_b x on x.id = f.booked where f.report = r.report and x.invoice = r.invoice)`,
});

/** Links the only row that names an order to all open lines of that order, when the amounts agree, with or without fees. */
export const linkWholeOrder = (withFees: boolean): Step => ({
  name: 'order-sum',
  sql: `insert into pair
    with row as (
      select pair, ordered, ore < 0 as credit, min(id) as report, sum(ore)::bigint as ore from open_r where ordered is not null and not fee and not booked_invoice group by pair, ordered, ore < 0 having count(*) = 1
    ), total as (
      select pair, ordered, ore < 0 as credit, sum(ore)::bigint as ore, count(*) as lines from open_b where ordered is not null and not rest ${withFees ? '' : 'and not fee'} group by pair, ordered, ore < 0
    )
    select r.report, b.id, 'order-sum', b.ore, 0.96, jsonb_build_object('reported', r.ore / 100.0, 'booked', t.ore / 100.0, 'reportedLines', 1, 'bookedLines', t.lines)
    from row r join total t on t.pair = r.pair and t.ordered = r.ordered and t.credit = r.credit and t.ore = r.ore
    join open_b b on b.pair = r.pair and b.ordered = r.ordered and (b.ore < 0) = r.credit and not b.rest ${withFees ? '' : 'and not b.fee'}
    where not exists (select 1 from refused f join open_b x on x.id = f.booked where f.report = r.report and x.pair = r.pair and x.ordered = r.ordered)`,
});

/**
 * Links a row and a line of equal amount where one of them has no item. No other open line in the booking window may have
 * that amount. Runs last, after all sums. Multiples of NOK 10 are excluded, because many items cost that much.
 */
export const linkUniqueAmount: Step = {
  name: 'unique-amount',
  sql: `insert into pair
    with found as (
      select r.id as report, b.id as booked, r.ore, not r.booked_invoice and not b.fee and not b.rest and (r.item is null or b.item is null) as fits,
        count(*) over (partition by r.id) as lines, count(*) over (partition by b.id) as rows
      from open_r r join open_b b on b.pair = r.pair and b.ore = r.ore and b.day between r.day - ${BOOKING_DAYS_BEFORE} and r.day + ${BOOKING_DAYS_AFTER}
      where not r.fee and abs(r.ore) >= ${RELIABLE_SUM_ORE} and r.ore % 1000 <> 0
    )
    select f.report, f.booked, 'unique-amount', f.ore, 0.97, jsonb_build_object('bookedLines', 1) from found f
    where f.fits and f.lines = 1 and f.rows = 1 and not exists (select 1 from refused x where x.report = f.report and x.booked = f.booked)`,
};
