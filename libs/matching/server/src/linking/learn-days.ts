import { IDS_PER_FILE } from '../loading/select-scope.ts';
import { DISABLED_RULES } from '../rules/set-aside.ts';
import type { RunScope } from '../partitioning/partition.ts';
import { isTrue, type SqlClient } from './sql-client.ts';

/** Lines examined per supplier, minimum that must confirm a lag, and maximum spread in days of the middle 80 %. */
const LINES_EXAMINED = 500;
const CONFIRMATIONS_MIN = 10;
const SPREAD_DAYS_MAX = 12;
/** Maximum lag in days, and minimum below which a lag changes nothing. */
const LAG_DAYS_MAX = 200;
const LAG_DAYS_MIN = 3;

const LINKED_BY_NUMBER = `step in ('invoice-item', 'invoice-amount')`;
const HAS_OPEN_ITEMS =
  'supplier_id in (select o.supplier_id from open_r o where not o.booked_invoice and o.item is not null)';
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
    join (select supplier_id, row_number() over (order by id) as place from reporting.door_version) v on v.place = f.place
  ) s
  where before < ${2 * LINES_EXAMINED} and ${HAS_OPEN_ITEMS} group by supplier_id having max(all_lines) > sum(lines)`;
const TOO_FEW = `exists (select from first_lines f left join (select supplier_id, sum(times) as times from seen_day group by supplier_id) s on s.supplier_id = f.supplier_id where coalesce(s.times, 0) < ${LINES_EXAMINED})`;

/**
 * SQL: days from report lines to booked lines, with counts. From lines linked by numbers, and from open lines with a
 * unique item and amount on both sides.
 */
const CREATE_OBSERVED_DAYS = `create temporary table seen_day on commit drop as
  with early as materialized (
    select r.id, r.supplier_id, r.day from reported r left join first_lines f on f.supplier_id = r.supplier_id where (f.until is null or r.id < f.until) and r.${HAS_OPEN_ITEMS}
  ), tied as (
    select r.supplier_id, r.id, b.day - r.day as days from early r join pair p on p.report = r.id join booked b on b.id = p.booked where p.${LINKED_BY_NUMBER}
  ), line_r as (
    select o.pair, o.item, o.ore, min(o.id) as id from open_r o where o.item is not null group by 1, 2, 3 having count(*) = 1
  ), line_b as (
    select o.pair, o.item, o.ore, min(o.id) as id, min(o.day) as day from open_b o where o.item is not null group by 1, 2, 3 having count(*) = 1
  ), seen as (
    select * from tied
    union all
    select o.supplier_id, o.id, b.day - o.day from line_r r join line_b b using (pair, item, ore) join open_r o on o.id = r.id where not o.booked_invoice
  ), few as (
    select s.*, row_number() over (partition by s.supplier_id order by s.id) as nth from seen s left join first_lines f on f.supplier_id = s.supplier_id where abs(s.days) <= ${LAG_DAYS_MAX} and (f.until is null or s.id < f.until)
  )
  select supplier_id, days, count(*)::int as times from few where nth <= ${LINES_EXAMINED} group by supplier_id, days`;

const CREATE_DAY_SHIFTS =
  'create temporary table shift_of_day (supplier_id uuid not null, days int not null, seen int not null) on commit drop';
const LOAD_DAY_SHIFTS =
  'insert into shift_of_day select k.supplier_id, k.days, k.seen from matching.day_shift k where k.supplier_id in (select distinct supplier_id from open_r)';
/** SQL: a supplier's usual lag, if it is nearly constant. */
const LEARN_DAY_SHIFTS = `insert into shift_of_day
  select supplier_id, middle, seen from (
    select supplier_id, count(*)::int as seen, round(percentile_cont(0.5) within group (order by days))::int as middle, percentile_cont(0.9) within group (order by days) - percentile_cont(0.1) within group (order by days) as spread
    from seen_day cross join lateral generate_series(1, times) group by supplier_id
  ) s where seen >= ${CONFIRMATIONS_MIN} and spread <= ${SPREAD_DAYS_MAX} and abs(middle) >= ${LAG_DAYS_MIN} and supplier_id not in (select supplier_id from shift_of_day)`;
/** SQL: removes rules that a user has turned off, whatever the number of days. */
const REMOVE_DISABLED_SHIFTS = `delete from shift_of_day s using (${DISABLED_RULES}) d where d.supplier_id = s.supplier_id and d.kind = 'day-shift'`;
const STORE_DAY_SHIFTS =
  'insert into matching.day_shift (supplier_id, days, seen) select supplier_id, days, seen from shift_of_day on conflict (cooperative_id, supplier_id) do nothing';
const APPLY_DAY_SHIFTS =
  'update open_r o set day = o.day + s.days from shift_of_day s where s.supplier_id = o.supplier_id and not o.booked_invoice';

/**
 * Learns each supplier's usual lag in days between report and ledger, and moves the open rows without a booked invoice
 * by it. A recurring purchase of the same amount is then compared with its own booking instead of the nearest.
 */
export async function learnDayShifts(database: SqlClient, { whole, share }: RunScope): Promise<void> {
  for (const sql of [
    CREATE_FIRST_LINES,
    ...(whole ? [FILL_FIRST_LINES, 'analyze first_lines'] : []),
    CREATE_OBSERVED_DAYS,
    CREATE_DAY_SHIFTS,
  ])
    await database.query(sql);
  if (whole && (await isTrue(database, TOO_FEW)))
    for (const sql of ['delete from first_lines where true', 'drop table seen_day', CREATE_OBSERVED_DAYS])
      await database.query(sql);
  await share.gather(database, 'seen_day');
  if (!whole) await database.query(LOAD_DAY_SHIFTS);
  await database.query(LEARN_DAY_SHIFTS);
  await database.query(REMOVE_DISABLED_SHIFTS);
  if (!whole) await database.query(STORE_DAY_SHIFTS);
  await database.query(APPLY_DAY_SHIFTS);
}
