import { isTrue, runAll, type SqlClient } from '../linking/sql-client.ts';

/**
 * Rows that repeat another (`reported.again`). The key of a row without an invoice is its item, buyer and day, so that
 * two purchases of a day share it. Only equal rows may be one purchase reported twice.
 */
const IS_REPEAT = 'r.again and r.invoice_number is null';

const FEWEST_ROWS = 5;
/**
 * SQL: suppliers and buyers all of whose rows of a month have one day, in at least two months. Equal rows of such a day
 * may be any two purchases of the month.
 */
const CREATE_MONTHLY_PAIRS = `create temporary table monthly on commit drop as
  select pair from (
    select pair, month, count(*) as rows, count(distinct day) as days from reported where pair in (select r.pair from reported r where ${IS_REPEAT}) and day is not null group by pair, month
  ) m group by pair having max(days) = 1 and count(*) > 1 and sum(rows) >= ${FEWEST_ROWS}`;

/** SQL: equal rows, each with the ones before it. */
const CREATE_EQUAL_ROWS = `create temporary table repeated on commit drop as
  select r.id from reported r where ${IS_REPEAT} and r.pair not in (select pair from monthly) and exists (
    select from reported o where o.pair = r.pair and o.id < r.id and o.buyer_id = r.buyer_id and o.day = r.day and o.amount = r.amount and o.item is not distinct from r.item and o.site is not distinct from r.site
      and o.quantity is not distinct from r.quantity and o.invoice_number is null and o.ordered is not distinct from r.ordered)`;

/** Removes the mark of rows that have the key of another row but differ from it. */
export async function clearFalseRepeats(database: SqlClient): Promise<void> {
  if (!(await isTrue(database, `exists (select from reported r where ${IS_REPEAT})`))) return;
  await runAll(database, [CREATE_MONTHLY_PAIRS, CREATE_EQUAL_ROWS]);
  await runAll(database, [
    `update reported r set again = false where ${IS_REPEAT} and r.id not in (select id from repeated)`,
    'drop table monthly, repeated',
  ]);
}
