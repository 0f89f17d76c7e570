import { IDS_PER_FILE } from '../loading/select-scope.ts';
import { DISABLED_RULES } from '../rules/set-aside.ts';
import type { RunScope } from '../partitioning/partition.ts';
import { MONTHLY_SUPPLIERS } from './days-of-months.ts';
import { hasRows, isTrue, type SqlClient } from './sql-client.ts';

/** Lines examined per supplier, minimum that must confirm a lag, and maximum spread in days of the middle 80 %. */
const LINES_EXAMINED = 500;
const CONFIRMATIONS_MIN = 10;
const SPREAD_DAYS_MAX = 12;
/** Maximum lag in days, and minimum below which a lag changes nothing. */
const LAG_DAYS_MAX = 200;
const LAG_DAYS_MIN = 3;
/**
 * A larger spread is a reach: the days before and after the usual lag in which a line may be. It is that of the middle
 * 90 %, and somewhat more, because few lines show the ends.
 */
const REACH_DAYS_MAX = 75;
const REACH_MARGIN = 1.25;
const REACH_DAYS_MORE = 3;
/**
 * A lag that at least this share of the lines have, but for some days, is the usual one, however far the others are; but
 * not from the first of a month, because the lines of one delivery have the same.
 */
const SAME_DAYS_SHARE = 0.5;
const SAME_DAYS = 3;
/** Share of the lines as many months after their rows from which the month limits the reach. */
const SAME_MONTHS_SHARE = 0.95;
/** The same for a supplier whose rows say no more than the month. Its recurring purchases are often taken for others. */
const SAME_MONTHS_SHARE_OF_MONTHLY = 0.5;

const LINKED_BY_NUMBER = `step in ('invoice-item', 'invoice-amount')`;
const HAS_OPEN_ITEMS =
  'supplier_id in (select o.supplier_id from open_r o where not o.booked_invoice and o.item is not null)';
/** SQL condition: a supplier whose amounts have been scaled, and whose days were unknown before. */
const IS_SCALED =
  'supplier_id in (select c.supplier_id from scale_of c where c.supplier_id not in (select supplier_id from shift_of_day))';
const CREATE_FIRST_LINES =
  'create temporary table first_lines (supplier_id uuid not null, until bigint not null) on commit drop';
/**
 * SQL: for a supplier with far more linked lines than needed, reads only those of its first files. Line ids follow the
 * order of the files. Twice as many are read, because the lag of some lines is too large.
 */
const FILL_FIRST_LINES = `insert into first_lines
  select supplier_id, (max(place) + 1) * ${IDS_PER_FILE} from (
    select v.supplier_id, f.place, f.lines, sum(f.lines) over (partition by v.supplier_id) as all_lines, sum(f.lines) over (partition by v.supplier_id order by f.place) - f.lines as before
    from (select report / ${IDS_PER_FILE} as place, count(*) as lines from pair where ${LINKED_BY_NUMBER} group by 1) f
    join (select supplier_id, row_number() over (order by id) as place from reporting.door_report_version) v on v.place = f.place
  ) s
  where before < ${2 * LINES_EXAMINED} and ${HAS_OPEN_ITEMS} group by supplier_id having max(all_lines) > sum(lines)`;
const TOO_FEW = `exists (select from first_lines f left join (select supplier_id, sum(times) as times from seen_day group by supplier_id) s on s.supplier_id = f.supplier_id where coalesce(s.times, 0) < ${LINES_EXAMINED})`;

/**
 * SQL: days and months from report lines to booked lines, with counts. From lines linked by numbers, and from open lines
 * with a unique item and amount on both sides.
 * @param suppliers SQL condition on `supplier_id`
 */
const createObservedDaysSql = (suppliers: string) => `create temporary table seen_day on commit drop as
  with early as materialized (
    select r.id, r.supplier_id, r.day from reported r left join first_lines f on f.supplier_id = r.supplier_id where (f.until is null or r.id < f.until) and r.${HAS_OPEN_ITEMS} and r.${suppliers}
  ), tied as (
    select r.supplier_id, r.id, r.day, b.day as booked_day from early r join pair p on p.report = r.id join booked b on b.id = p.booked where p.${LINKED_BY_NUMBER}
  ), line_r as (
    select o.pair, o.item, o.ore, min(o.id) as id from open_r o where o.item is not null group by 1, 2, 3 having count(*) = 1
  ), line_b as (
    select o.pair, o.item, o.ore, min(o.id) as id, min(o.day) as day from open_b o where o.item is not null group by 1, 2, 3 having count(*) = 1
  ), seen as (
    select * from tied
    union all
    select o.supplier_id, o.id, o.day, b.day from line_r r join line_b b using (pair, item, ore) join open_r o on o.id = r.id where not o.booked_invoice and o.${suppliers}
  ), few as (
    select s.*, row_number() over (partition by s.supplier_id order by s.id) as nth from seen s left join first_lines f on f.supplier_id = s.supplier_id where abs(s.booked_day - s.day) <= ${LAG_DAYS_MAX} and (f.until is null or s.id < f.until)
  )
  select supplier_id, booked_day - day as days, matching.month_index(booked_day) - matching.month_index(day) as months, count(*)::int as times from few where nth <= ${LINES_EXAMINED} group by 1, 2, 3`;

/** SQL: `round`: 1 for what is learned first, 2 for what is learned after amounts have been scaled. */
const CREATE_DAY_SHIFTS =
  'create temporary table shift_of_day (supplier_id uuid not null, days int not null, seen int not null, reach int, months int, round int not null) on commit drop';
const LOAD_DAY_SHIFTS =
  'insert into shift_of_day select k.supplier_id, k.days, k.seen, k.reach, k.months, 1 from matching.day_shift k where k.supplier_id in (select distinct supplier_id from open_r)';
/** SQL: a supplier's usual lag, and its reach and months unless the lag is nearly constant. */
const learnDayShiftsSql = (round: number) => `insert into shift_of_day
  with ends as (
    select supplier_id, count(*)::int as seen, percentile_cont(array[0.05, 0.1, 0.5, 0.9, 0.95]) within group (order by days) as at
    from seen_day cross join lateral generate_series(1, times) group by supplier_id
  ), lag as (
    select supplier_id, seen, round(at[3])::int as days, at[4] - at[2] as spread, ceil(greatest(at[5] - round(at[3]), round(at[3]) - at[1]) * ${REACH_MARGIN} + ${REACH_DAYS_MORE})::int as reach from ends
  ), usual as (
    select d.supplier_id, sum(d.times) as times from seen_day d join lag l on l.supplier_id = d.supplier_id and abs(d.days - l.days) <= ${SAME_DAYS} group by d.supplier_id
  ), month as (
    select supplier_id, months, sum(times) as times, sum(sum(times)) over (partition by supplier_id) as all_times from seen_day group by supplier_id, months
  )
  select l.supplier_id, l.days, l.seen, case when l.spread > ${SPREAD_DAYS_MAX} then least(l.reach, ${REACH_DAYS_MAX}) end, case when l.spread > ${SPREAD_DAYS_MAX} then m.months end, ${round}
  from lag l join usual u on u.supplier_id = l.supplier_id
  left join month m on m.supplier_id = l.supplier_id and m.times >= m.all_times * case when l.supplier_id in (${MONTHLY_SUPPLIERS}) then ${SAME_MONTHS_SHARE_OF_MONTHLY} else ${SAME_MONTHS_SHARE} end
  where l.seen >= ${CONFIRMATIONS_MIN} and (l.spread <= ${SPREAD_DAYS_MAX} and abs(l.days) >= ${LAG_DAYS_MIN} or l.spread > ${SPREAD_DAYS_MAX} and (l.reach <= ${REACH_DAYS_MAX} or m.months is not null) and (u.times < ${SAME_DAYS_SHARE} * l.seen or l.supplier_id in (${MONTHLY_SUPPLIERS})))
    and l.supplier_id not in (select supplier_id from shift_of_day)`;
/** SQL: removes rules that a user has turned off, whatever the number of days. */
const REMOVE_DISABLED_SHIFTS = `delete from shift_of_day s using (${DISABLED_RULES}) d where d.supplier_id = s.supplier_id and d.kind = 'day-shift'`;
const STORE_DAY_SHIFTS =
  'insert into matching.day_shift (supplier_id, days, seen, reach, months) select supplier_id, days, seen, reach, months from shift_of_day on conflict (cooperative_id, supplier_id) do nothing';
/** SQL: rows with a reach keep their day, because sums go by its month. */
const applyDayShiftsSql = (round: number): readonly string[] => [
  `update open_r o set day = o.day + s.days from shift_of_day s where s.round = ${round} and s.reach is null and s.supplier_id = o.supplier_id and not o.booked_invoice`,
  `update open_r o set lag = s.days, reach = s.reach, month_lag = s.months from shift_of_day s where s.round = ${round} and s.reach is not null and s.supplier_id = o.supplier_id and not o.booked_invoice`,
];

/** Days around the middle of a month that are in it. */
const HALF_MONTH = 15;
/**
 * SQL: rows that only say the month, of suppliers that nothing unique shows the days of, are searched in that month. The
 * nearest line to its first day would often be one of the month before.
 */
const APPLY_MONTHS = `update open_r o set lag = ${HALF_MONTH}, reach = ${HALF_MONTH}, month_lag = 0
  from (${MONTHLY_SUPPLIERS}) s left join (select supplier_id, sum(times) as seen from seen_day group by supplier_id) d on d.supplier_id = s.supplier_id
  where coalesce(d.seen, 0) < ${CONFIRMATIONS_MIN} and s.supplier_id = o.supplier_id and s.supplier_id not in (select supplier_id from shift_of_day) and not o.booked_invoice`;

async function learnAndApply(database: SqlClient, { whole }: RunScope, round: 1 | 2): Promise<void> {
  for (const sql of [
    learnDayShiftsSql(round),
    REMOVE_DISABLED_SHIFTS,
    ...(whole ? [] : [STORE_DAY_SHIFTS]),
    ...applyDayShiftsSql(round),
  ])
    await database.query(sql);
}

/**
 * Learns each supplier's usual lag in days between report and ledger, and moves the open rows without a booked invoice
 * by it. A recurring purchase of the same amount is then compared with its own booking instead of the nearest. Where the
 * lag differs from line to line, the rows get the days around it that a line may be away, and the months where they are
 * always as many (`lag`, `reach`, `month_lag`).
 */
export async function learnDayShifts(database: SqlClient, extent: RunScope): Promise<void> {
  const { whole, share } = extent;
  for (const sql of [
    CREATE_FIRST_LINES,
    ...(whole ? [FILL_FIRST_LINES, 'analyze first_lines'] : []),
    createObservedDaysSql(HAS_OPEN_ITEMS),
    CREATE_DAY_SHIFTS,
  ])
    await database.query(sql);
  if (whole && (await isTrue(database, TOO_FEW)))
    for (const sql of [
      'delete from first_lines where true',
      'drop table seen_day',
      createObservedDaysSql(HAS_OPEN_ITEMS),
    ])
      await database.query(sql);
  await share.gather(database, 'seen_day');
  if (!whole) await database.query(LOAD_DAY_SHIFTS);
  await learnAndApply(database, extent, 1);
  await database.query(APPLY_MONTHS);
}

/** Learns the days of suppliers whose rows have the booked amounts only after they were scaled. */
export async function learnDaysOfScaled(database: SqlClient, extent: RunScope): Promise<void> {
  // The same in every partition, so that all of them share what they observe, or none.
  if (!(await hasRows(database, 'scale_of'))) return;
  for (const sql of ['drop table seen_day', createObservedDaysSql(IS_SCALED)]) await database.query(sql);
  await extent.share.gather(database, 'seen_day');
  await learnAndApply(database, extent, 2);
}
