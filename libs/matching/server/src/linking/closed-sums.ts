import { DAYS_AFTER, DAYS_BEFORE, type Step } from './by-item.ts';

/** A row of a report that adds up purchases may come to what the books have of the same supplier and buyer, all of it, in a period: and of one place, account or item of theirs. */
const KEYS = {
  place: 'o.cost_centre',
  account: 'o.account',
  item: 'o.item',
  week: `date_trunc('week', o.day)`,
  month: `date_trunc('month', o.day)`,
  quarter: `date_trunc('quarter', o.day)`,
} as const;
type Key = keyof typeof KEYS;

/** The finest first: what stands in less says more. */
const OF_ITEM: readonly (readonly Key[])[] = [
  ['item', 'place', 'week'],
  ['item', 'place', 'month'],
  ['item', 'week'],
  ['item', 'quarter'],
];
const OF_ALL: readonly (readonly Key[])[] = [
  ['place', 'week'],
  ['place', 'month'],
  ['account', 'month'],
  ['week'],
  ['month'],
  ['place', 'quarter'],
  ['account', 'quarter'],
  ['quarter'],
];

/** Øre below which a sum agrees by chance. */
export const TELLING_ORE = 10_000;
/** Days between the row's own day, the first or last of its period, and what it adds up. */
const DAYS_AROUND = 40;

/** Open rows that name no invoice of the books: of an item that the books have of the supplier and buyer too (`has_item`), or of none. What of the books they may add up is looked at, and no more. */
export const SUM_ROWS: readonly string[] = [
  `create temporary table sum_row on commit drop as
    select o.id, o.pair, o.item, o.ore, o.day, o.item is not null and exists (select 1 from open_b b where b.pair = o.pair and b.item = o.item) as has_item
    from open_r o where not o.booked_invoice and not o.fee and o.day is not null and abs(o.ore) >= ${TELLING_ORE}`,
  'analyze sum_row',
];
export const DROP_SUM_ROWS = 'drop table sum_row';

const keysOf = (by: readonly Key[]): string => by.map((key) => KEYS[key]).join(', ');

/**
 * Ties a row to all of the lines that it is the sum of, to the øre: where it is the only sum of such lines for the row, and the row the only one that it can be. `withFees`: what the books have beside
 * the goods is in the sum too.
 */
function closedSum(by: readonly Key[], withFees: boolean): Step {
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
      select f.report, l.id, 'period-sum', l.ore, 0.93, jsonb_build_object('bookedLines', f.lines)
      from found f join line l on l.key = f.key
      where f.sums = 1 and f.rows = 1 and not exists (select 1 from refused r join line x on x.id = r.booked where r.report = f.report and x.key = f.key)`,
  };
}

/** The same the other way: a posting that is the sum of all rows of a report in a day, week or month, or of a site in it, as ledgers are that book a supplier once a month. */
const ROW_KEYS = { site: 'o.site', day: 'o.day', week: KEYS.week, month: KEYS.month } as const;
const OF_ROWS: readonly (readonly (keyof typeof ROW_KEYS)[])[] = [
  ['site', 'day'],
  ['site', 'week'],
  ['site', 'month'],
  ['day'],
  ['week'],
  ['month'],
];

export const SUM_POSTINGS: readonly string[] = [
  `create temporary table sum_posting on commit drop as
    select o.id, o.pair, o.ore, o.day from open_b o where o.item is null and not o.fee and not o.rest and o.day is not null and abs(o.ore) >= ${TELLING_ORE} and o.pair in (select pair from open_r)`,
  'analyze sum_posting',
];
export const DROP_SUM_POSTINGS = 'drop table sum_posting';

function sumOfRows(by: readonly (keyof typeof ROW_KEYS)[], withFees: boolean): Step {
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
      select l.id, f.booked, 'period-sum', l.ore, 0.93, jsonb_build_object('reportedLines', f.lines)
      from found f join line l on l.key = f.key
      where f.sums = 1 and f.rows = 1 and not exists (select 1 from refused r join line x on x.id = r.report where r.booked = f.booked and x.key = f.key)`,
  };
}

export const sumsOfRows: readonly Step[] = OF_ROWS.flatMap((by) => [sumOfRows(by, false), sumOfRows(by, true)]);

export const closedSums: readonly Step[] = [
  ...OF_ITEM.map((by) => closedSum(by, true)),
  ...OF_ALL.flatMap((by) => [closedSum(by, false), closedSum(by, true)]),
];

/** A row that names an invoice, or whose neighbours do, and comes to all that is open of it: each kind of goods it holds, and what it charges beside them; or only its lines of items, where it has others. */
export const wholeInvoice = (withFees: boolean, ofItems = false): Step => ({
  name: 'invoice-sum',
  sql: `insert into pair
    with row as (
      select invoice, min(id) as report, sum(ore)::bigint as ore from open_r where invoice is not null and not fee group by invoice having count(*) = 1
    ), total as (
      select invoice, sum(ore)::bigint as ore, count(*) as lines from open_b where invoice is not null and not rest ${withFees ? '' : 'and not fee'} ${ofItems ? 'and item is not null' : ''} group by invoice having count(*) > 1
    )
    select r.report, b.id, 'invoice-sum', b.ore, 0.97, jsonb_build_object('reported', r.ore / 100.0, 'booked', t.ore / 100.0, 'reportedLines', 1, 'bookedLines', t.lines)
    from row r join total t on t.invoice = r.invoice and t.ore = r.ore
    join open_b b on b.invoice = r.invoice and not b.rest ${withFees ? '' : 'and not b.fee'} ${ofItems ? 'and b.item is not null' : ''}
    where not exists (select 1 from refused f join open_b x on x.id = f.booked where f.report = r.report and x.invoice = r.invoice)`,
});

/** A row that names an order, alone in naming it, and comes to all that is open of it: with what it charges beside the goods, or without. */
export const wholeOrder = (withFees: boolean): Step => ({
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
 * What a row names in its own words, or not at all, is the one line of its amount, where within the days nothing else on either side is of that amount: last of all, for sums go before it. Whole tens
 * of kroner are many things' price, and say nothing.
 */
export const amountAlone: Step = {
  name: 'period-sum',
  sql: `insert into pair
    with found as (
      select r.id as report, b.id as booked, r.ore, not r.booked_invoice and not b.fee and not b.rest and (r.item is null or b.item is null) as fits,
        count(*) over (partition by r.id) as lines, count(*) over (partition by b.id) as rows
      from open_r r join open_b b on b.pair = r.pair and b.ore = r.ore and b.day between r.day - ${DAYS_BEFORE} and r.day + ${DAYS_AFTER}
      where not r.fee and abs(r.ore) >= ${TELLING_ORE} and r.ore % 1000 <> 0
    )
    select f.report, f.booked, 'period-sum', f.ore, 0.9, jsonb_build_object('bookedLines', 1) from found f
    where f.fits and f.lines = 1 and f.rows = 1 and not exists (select 1 from refused x where x.report = f.report and x.booked = f.booked)`,
};
