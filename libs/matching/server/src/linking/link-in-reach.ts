import { LEARN_USUAL_COST_CENTRES } from './infer-invoices.ts';
import { linkAndRemoveSql } from './link-by-item.ts';
import { isTrue, runAll, type SqlClient } from './sql-client.ts';

/**
 * Links of rows whose supplier's days to the ledger differ from line to line (`open_r.lag`, `reach`, `month_lag`). The
 * nearest line of the same item and amount may then be another purchase. A row is linked only where its reach leaves no
 * choice: as many rows as lines, and all of one side alike.
 */

/** Share of a supplier's linked rows at the usual cost centre of their site, and their number, before it is evidence. */
const AT_PLACE_SHARE = 0.95;
const AT_PLACE_MIN = 5;
/**
 * SQL: site with its only usual cost centre, for suppliers whose links show it: where an invoice has several sites, its
 * cost centre is that of any of them.
 */
const CREATE_PLACED: readonly string[] = [
  `create temporary table one_place on commit drop as select site, min(cost_centre) as cost_centre from place group by site having count(*) = 1`,
  `create temporary table placed on commit drop as
    select r.supplier_id from pair p join reported r on r.id = p.report join booked b on b.id = p.booked join one_place h on h.site = r.site
    where b.cost_centre is not null and r.supplier_id in (select supplier_id from open_r where reach is not null)
    group by r.supplier_id having count(*) >= ${AT_PLACE_MIN} and count(*) filter (where b.cost_centre = h.cost_centre) >= ${AT_PLACE_SHARE} * count(*)`,
];

/** SQL: the open rows, with the first and last day of their lines and what makes rows alike. */
const ROWS = `select o.id, o.supplier_id, o.pair, o.item, o.ore, o.day, o.site, o.day + o.lag - o.reach as first_day, o.day + o.lag + o.reach as last_day,
      matching.month_index(o.day) + o.month_lag as month, hash_record_extended(row(o.day, o.site, o.ordered), 0) as alike
    from open_r o
    where o.reach is not null and o.item is not null and not o.fee`;

/** A set of booked lines that a row may be: SQL of their keys, with what makes them alike. */
interface Booked {
  readonly step: 'item-amount' | 'period-item';
  readonly key: string;
  readonly lines: string;
  readonly score: number;
}

const OF_PAIRS = `o.item is not null and o.invoice is not null and not o.fee and o.pair in (select pair from open_r where reach is not null)`;
const SINGLE_LINES: Booked = {
  step: 'item-amount',
  key: 'o.id',
  lines: `select o.id as key, o.pair, o.item, o.ore, o.day, o.cost_centre, o.invoice, hash_record_extended(row(o.day, o.invoice), 0) as alike from open_b o where ${OF_PAIRS}`,
  score: 0.99,
};
const INVOICE_KEY = 'hash_record_extended(row(o.invoice, o.item, o.ore < 0), 0)';
const SUMS_ON_INVOICE: Booked = {
  step: 'period-item',
  key: INVOICE_KEY,
  lines: `select ${INVOICE_KEY} as key, o.pair, o.item, sum(o.ore)::bigint as ore, max(o.day) as day, min(o.cost_centre) as cost_centre, o.invoice, o.invoice as alike
    from open_b o where ${OF_PAIRS} group by o.invoice, o.pair, o.item, o.ore < 0 having count(*) > 1`,
  score: 0.98,
};

/** What else than item, amount and days a candidate must have. */
type Evidence = 'none' | 'place' | 'delivery';

/**
 * SQL conditions. By place: not another cost centre than the usual one of the row's site. By delivery: the invoice has
 * another row of the same day and site.
 */
const HAS_EVIDENCE: Readonly<Record<Evidence, string>> = {
  none: 'true',
  place:
    'not exists (select from one_place h where h.site = r.site and h.cost_centre <> l.cost_centre and r.supplier_id in (select supplier_id from placed))',
  delivery:
    'exists (select from delivered d where d.pair = r.pair and d.day = r.day and d.site is not distinct from r.site and d.invoice = l.invoice)',
};

/** Share of a supplier's linked rows of one buyer, site and day that are on the invoice of another, and their number. */
const SAME_INVOICE_SHARE = 0.6;
const SAME_INVOICE_MIN = 5;

/**
 * SQL: invoices of the linked rows of each buyer, site and day, where the rows of a supplier's days are usually of one
 * delivery: not, for example, where each row has a day of payment.
 */
const CREATE_DELIVERED: readonly string[] = [
  `create temporary table on_day on commit drop as
    select r.supplier_id, r.pair, r.day, r.site, b.invoice, count(*) as rows from pair p join reported r on r.id = p.report join booked b on b.id = p.booked
    where b.invoice is not null and r.pair in (select pair from open_r where reach is not null) group by 1, 2, 3, 4, 5`,
  `create temporary table delivered on commit drop as
    select o.pair, o.day, o.site, o.invoice from on_day o where o.supplier_id in (
      select supplier_id from (select supplier_id, sum(rows) as rows, count(*) as invoices from on_day group by supplier_id, pair, day, site) d
      group by supplier_id having sum(rows - 1) >= ${SAME_INVOICE_MIN} and sum(rows - invoices) >= ${SAME_INVOICE_SHARE} * sum(rows - 1)
    )`,
];

/** SQL: open rows with the lines in their reach that have the evidence: `candidate`. */
const candidates = (
  lines: string,
  evidence: Evidence,
): string => `row as materialized (${ROWS}), line as materialized (${lines}),
  candidate as (
    select r.id as report, l.key, r.pair, r.item, r.ore, abs(l.day - r.day) as days, l.day, r.alike as row_sign, l.alike as line_sign
    from row r join line l on l.pair = r.pair and l.item = r.item and l.ore = r.ore and l.day between r.first_day and r.last_day
    where (r.month is null or matching.month_index(l.day) = r.month) and ${HAS_EVIDENCE[evidence]}
  )`;

/**
 * SQL: links rows to the lines in their reach where rows and lines are equally many, none of them has another candidate,
 * and the rows or the lines are alike.
 */
const linkOnlyCandidates = ({ step, key, lines, score }: Booked, evidence: Evidence): string => `insert into pair
  with ${candidates(lines, evidence)}, counted as (
    select *, count(*) over of_row as lines, count(*) over of_line as rows, row_number() over (partition by report order by day, key) as nth_line, row_number() over (partition by key order by report) as nth_row,
      min(row_sign) over of_line = max(row_sign) over of_line as rows_alike, min(line_sign) over of_row = max(line_sign) over of_row as lines_alike
    from candidate window of_row as (partition by report), of_line as (partition by key)
  ), closed as (
    select *, bool_and(rows_alike) over of_row as one_kind_of_row, bool_and(lines_alike) over of_line as one_kind_of_line,
      min(rows) over of_row = max(rows) over of_row and min(lines) over of_line = max(lines) over of_line as level
    from counted window of_row as (partition by report), of_line as (partition by key)
  ), chosen as (
    select * from closed where lines = rows and nth_line = nth_row and level and (one_kind_of_row or one_kind_of_line)
  )
  select c.report, o.id, '${step}', case when o.nth = 1 then c.ore - (o.total - o.ore) else o.ore end, ${score}, jsonb_build_object('days', c.days, 'bookedLines', o.many)
  from chosen c join (
    select o.id, o.ore, ${key} as key, row_number() over (partition by ${key} order by o.ore desc, o.id) as nth, sum(o.ore) over (partition by ${key}) as total, count(*) over (partition by ${key}) as many
    from open_b o where ${OF_PAIRS}
  ) o on o.key = c.key
  where not exists (select 1 from refused f where f.report = c.report and f.booked = o.id)`;

/** Rounds: each link leaves fewer candidates for the others, and shows places and deliveries. */
const ROUNDS_MAX = 6;

const hasOpenRows = (database: SqlClient) =>
  isTrue(database, 'exists (select from open_r where reach is not null and item is not null)');

/** Links rows with a reach, first by days only, then with the places and deliveries that links show. */
export async function linkInReach(database: SqlClient): Promise<void> {
  for (const booked of [SINGLE_LINES, SUMS_ON_INVOICE]) {
    for (let round = 0, before = -1; round < ROUNDS_MAX && (await hasOpenRows(database)); round += 1) {
      const [open] = await database.query<{ n: number }>(
        'select count(*)::int as n from open_r where reach is not null',
      );
      if (open?.n === before) break;
      before = open?.n ?? 0;
      await database.query(linkAndRemoveSql(linkOnlyCandidates(booked, 'none')));
      await runAll(database, [
        LEARN_USUAL_COST_CENTRES,
        ...CREATE_PLACED,
        linkAndRemoveSql(linkOnlyCandidates(booked, 'place')),
        'drop table one_place, placed',
        ...CREATE_DELIVERED,
        linkAndRemoveSql(linkOnlyCandidates(booked, 'delivery')),
        'drop table on_day, delivered',
      ]);
    }
  }
}

/** SQL: `all_booked`, `all_reported`: the rows of an item and amount are at most, or at least, as many as the lines. */
const CREATE_SETS: readonly string[] = [
  'create temporary table set_r (id bigint not null, all_booked boolean not null) on commit drop',
  'create temporary table set_b (id bigint not null, all_reported boolean not null) on commit drop',
  'create temporary table held_r on commit drop as select * from open_r where false',
  'create temporary table held_b on commit drop as select * from open_b where false',
];

/** SQL: moves the rows and lines that are left with several candidates. */
const FILL_SETS: readonly string[] = [
  `create temporary table candidate_of on commit drop as with ${candidates(SINGLE_LINES.lines, 'none')} select report, key as booked, pair, item, ore from candidate`,
  `create temporary table several on commit drop as
    select pair, item, ore, count(distinct report) as rows, count(distinct booked) as lines from candidate_of group by pair, item, ore`,
  'insert into set_r select distinct c.report, s.rows <= s.lines from candidate_of c join several s using (pair, item, ore)',
  'insert into set_b select distinct c.booked, s.lines <= s.rows from candidate_of c join several s using (pair, item, ore)',
  'with moved as (delete from open_r where id in (select id from set_r) returning *) insert into held_r select * from moved',
  'with moved as (delete from open_b where id in (select id from set_b) returning *) insert into held_b select * from moved',
  'drop table candidate_of, several',
];

/**
 * Takes the rows and lines with several candidates out of the following steps: sums of equal amounts agree by chance.
 */
export async function setCandidatesAside(database: SqlClient): Promise<void> {
  await runAll(database, CREATE_SETS);
  if (await hasOpenRows(database)) await runAll(database, FILL_SETS);
}

/** Returns them to the open lines, for the causes. */
export const returnCandidates = (database: SqlClient) =>
  runAll(database, [
    'insert into open_r select * from held_r',
    'insert into open_b select * from held_b',
    'drop table held_r, held_b',
  ]);
