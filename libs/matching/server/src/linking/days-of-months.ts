import type { RunScope } from '../partitioning/partition.ts';
import type { SqlClient } from './sql-client.ts';

/** Minimum number of rows, all dated on the last day of a month, before a supplier's days count as months. */
const ROWS_MIN = 5;
const LAST_OF_MONTH = `day = (date_trunc('month', day) + interval '1 month - 1 day')::date`;

/**
 * SQL: for a supplier with an open row on another day, that row is enough. Only for the others are all rows counted.
 */
const COUNT_MONTH_END_ROWS = `create temporary table seen_last on commit drop as
  with other as materialized (select supplier_id from open_r where day is not null and not (${LAST_OF_MONTH}) group by supplier_id)
  select supplier_id, 1 as rows, 0 as last from other
  union all
  select supplier_id, sum(rows)::int as rows, coalesce(sum(rows) filter (where ${LAST_OF_MONTH}), 0)::int as last
  from (select supplier_id, day, count(*) as rows from reported where day is not null and supplier_id in (select o.supplier_id from open_r o where not o.booked_invoice and o.supplier_id not in (select supplier_id from other)) group by supplier_id, day) d
  group by supplier_id`;

/** SQL: suppliers that date every row on the last day of its month. */
export const MONTHLY_SUPPLIERS = `select supplier_id from seen_last group by supplier_id having sum(rows) >= ${ROWS_MIN} and sum(rows) = sum(last)`;

const MOVE_TO_FIRST_DAY = `update open_r o set day = date_trunc('month', o.day)::date
  from (${MONTHLY_SUPPLIERS}) s
  where s.supplier_id = o.supplier_id and not o.booked_invoice and o.day is not null`;

/**
 * Moves the rows of suppliers that date every row on the last day of its month to the first day. Their date only
 * identifies the month, and the booking window must begin there.
 */
export async function moveMonthEndRows(database: SqlClient, { share }: RunScope): Promise<void> {
  await database.query(COUNT_MONTH_END_ROWS);
  await share.gather(database, 'seen_last');
  await database.query(MOVE_TO_FIRST_DAY);
}
