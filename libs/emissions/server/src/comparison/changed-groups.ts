import type { Database } from '@tallgrunn/platform';
import { filterParams, type ScopedFilter } from '../emission-filter.ts';
import { filteredLinesSql, isWithinMonthsSql, sumSourceSql } from '../summarise-emissions.ts';
import type { ChangedGroup } from '../uncertainty/propagate-uncertainty.ts';
import { FACTOR_KEY, HAS_ITEM } from '../calculation/store-sums.ts';

/**
 * Default geometric standard deviation per data quality score, for factors without their own. Expert judgement; see C9
 * of the method.
 */
export const DEFAULT_GSD = `case g.data_quality_score when 1 then 1.10 when 2 then 1.25 when 3 then 1.40 when 4 then 1.8 else 2.2 end`;
/** Geometric standard deviation of a line's own quantity: booked amounts are exact, quantities less so. */
export const QUANTITY_GSD = `case when g.method in ('spend-category', 'spend-account') then 1.02 when g.method = 'physical-average' then 1.05 else 1.03 end`;

/** Highest data quality score for data on the item itself. Higher scores are averages over products that differ. */
const ITEM_DATA_QUALITY_MAX = 2;
/** Columns required of a result line `r` that names an item, and of a sum of lines. */
const USE_COLUMNS = `r.factor_set_id, r.factor_id, ${FACTOR_KEY} as factor_key, r.kg, r.base_amount, r.supplier_id, r.item_number`;
const SUM_COLUMNS =
  'r.factor_set_id, r.factor_id, r.factor_key, r.data_quality_score, r.method, r.kg, r.line_count, r.nameless_squared';

/**
 * SQL: two parts of the lines `r` of some months that follow from the condition on their day of the books and can use an
 * index: that day is `booked_on` where there is one. Only older runs stored none.
 */
const BY_BOOKED_DAY = [`r.booked_on is not null and ${isWithinMonthsSql('r.booked_on')}`, 'r.booked_on is null'];
/** Planner settings of a comparison, which adds up each item of its months: in memory, without sorting the lines. */
const ADD_UP_IN_MEMORY = `select set_config('work_mem', '64MB', true), set_config('enable_sort', 'off', true)`;
/** The unit's other queries are planned as usual. */
const PLAN_AS_USUAL = ['set local work_mem to default', 'set local enable_sort to default'];

/** Shifts the parameter numbers of an SQL text past those of another. */
const after = (sql: string, others: readonly unknown[]): string =>
  sql.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + others.length}`);

/** SQL: the lines within the filters that name an item. */
const linesSql = (filters: readonly ScopedFilter[]): string =>
  filters
    .flatMap((filter) =>
      (filter.by === 'delivery' ? ['true'] : BY_BOOKED_DAY).map(
        (part) =>
          `select ${USE_COLUMNS} from (${filteredLinesSql(filter)}) r where r.kg is not null and ${HAS_ITEM} and ${part}`,
      ),
    )
    .join(' union all ');
/** SQL: the sums of all lines within the filters. */
const sumsSql = (filters: readonly ScopedFilter[]): string =>
  filters
    .map((filter) => `select ${SUM_COLUMNS} from (${sumSourceSql(filter)}) r where r.factor_key is not null`)
    .join(' union all ');

/**
 * Returns the factors of both periods, and how the emissions of each are distributed over its uses: items, and lines
 * without an item, each of which is a use of its own.
 * `kgOfOtherFactors`: kg of the change because the same items were calculated with other factors. An example is a
 * declaration that started or expired while purchases were unchanged.
 * Only lines with an item are read; for the others, sums are sufficient. Each period consists of one or more filters
 * that differ only in account class.
 */
export async function readChangedGroups(
  database: Database,
  run: number,
  then: readonly ScopedFilter[],
  now: readonly ScopedFilter[],
): Promise<{ groups: ChangedGroup[]; kgOfOtherFactors: number }> {
  const [earlier, later] = [filterParams(run, then[0] ?? {}), filterParams(run, now[0] ?? {})];
  const both = (of: (filters: readonly ScopedFilter[]) => string) =>
    `select false as is_after, e.* from (${of(then)}) e union all select true, l.* from (${after(of(now), earlier)}) l`;
  await database.query(ADD_UP_IN_MEMORY);
  const rows = await database.query<ChangedGroup & { kgOfOtherFactors: number } & Record<string, unknown>>(
    `with line as (${both(linesSql)}), summed as (${both(sumsSql)}),
     thing as materialized (
       select factor_key as key, supplier_id, item_number, coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after,
         sum(kg) filter (where not is_after and base_amount is null) as other_before, sum(kg) filter (where is_after and base_amount is null) as other_after,
         sum(base_amount) filter (where not is_after) as amount_before, sum(base_amount) filter (where is_after) as amount_after
       from line group by 1, 2, 3
     ), other_factors as (
       select sum(case when amount_after is not null then after - coalesce(other_after, 0) end)
         - sum(case when amount_before is not null then before - coalesce(other_before, 0) end) * sum(amount_after) / nullif(sum(amount_before), 0) as kg
       from thing join (select supplier_id, item_number from thing group by 1, 2 having count(*) > 1) several using (supplier_id, item_number)
       where amount_before is not null or amount_after is not null group by supplier_id, item_number
       having count(amount_after) > 0 and count(*) > greatest(count(amount_after), count(amount_before))
     ), named as (
       select key, sum(before * before) as before_squared, sum(before * after) as both_multiplied, sum(after * after) as after_squared from thing group by key
     ), grouped as (
       select factor_key as key, factor_set_id, factor_id, max(data_quality_score) as data_quality_score, min(method) as method, coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after,
         coalesce(sum(line_count) filter (where not is_after), 0) as lines_before, coalesce(sum(line_count) filter (where is_after), 0) as lines_after,
         coalesce(sum(nameless_squared) filter (where not is_after), 0) as before_squared, coalesce(sum(nameless_squared) filter (where is_after), 0) as after_squared
       from summed group by 1, 2, 3
     )
     select g.key, g.before::float8 as before, g.after::float8 as after, g.lines_before::int as "linesBefore", g.lines_after::int as "linesAfter",
       (g.before_squared + coalesce(n.before_squared, 0))::float8 as "beforeSquared", coalesce(n.both_multiplied, 0)::float8 as "bothMultiplied", (g.after_squared + coalesce(n.after_squared, 0))::float8 as "afterSquared",
       coalesce(f.gsd, ${DEFAULT_GSD})::float8 as "gsdFactor", (${QUANTITY_GSD})::float8 as "gsdQuantity", g.data_quality_score > ${ITEM_DATA_QUALITY_MAX} as "isOfSeveral",
       (select coalesce(sum(o.kg), 0)::float8 from other_factors o) as "kgOfOtherFactors"
     from grouped g left join named n on n.key = g.key left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id
     where g.before <> 0 or g.after <> 0
     order by g.key, g.factor_set_id, g.factor_id`,
    [...earlier, ...later],
  );
  for (const setting of PLAN_AS_USUAL) await database.query(setting);
  return {
    groups: rows.map(({ kgOfOtherFactors: _, ...group }) => group),
    kgOfOtherFactors: rows[0]?.kgOfOtherFactors ?? 0,
  };
}
