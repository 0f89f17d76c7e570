import { DEFAULT_GSD, QUANTITY_GSD, type ChangedGroup } from '@tallgrunn/emissions-server';

/** Quality of data on the item itself; larger numbers are averages over products that differ. */
const ITEM_DATA_QUALITY_MAX = 2;

/**
 * SQL: the uses of each factor before and after, as input of `changeOf`. `rows`: is_after, factor, factor_set_id,
 * factor_id, data_quality_score, method, item, kg.
 */
export const changedGroupsSql = (rows: string): string => `
  with use as materialized (${rows}), thing as (
    select factor, item, coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after from use group by 1, 2
  ), squared as (
    select factor, sum(before * before) as before_squared, sum(before * after) as both_multiplied, sum(after * after) as after_squared from thing group by 1
  ), g as (
    select factor, min(factor_set_id) as factor_set_id, min(factor_id) as factor_id, max(data_quality_score) as data_quality_score, min(method) as method,
      coalesce(sum(kg) filter (where not is_after), 0) as before, coalesce(sum(kg) filter (where is_after), 0) as after, count(*) filter (where not is_after) as lines_before, count(*) filter (where is_after) as lines_after
    from use group by factor
  )
  select g.factor as key, g.before::float8 as before, g.after::float8 as after, g.lines_before::int as "linesBefore", g.lines_after::int as "linesAfter",
    q.before_squared::float8 as "beforeSquared", q.both_multiplied::float8 as "bothMultiplied", q.after_squared::float8 as "afterSquared",
    coalesce(f.gsd, ${DEFAULT_GSD})::float8 as "gsdFactor", (${QUANTITY_GSD})::float8 as "gsdQuantity", g.data_quality_score > ${ITEM_DATA_QUALITY_MAX} as "isOfSeveral"
  from g join squared q on q.factor = g.factor left join factor_book.door_factor f on f.set_id = g.factor_set_id and f.id = g.factor_id
  order by g.factor`;

export type ChangedGroupRow = ChangedGroup & Record<string, unknown>;
