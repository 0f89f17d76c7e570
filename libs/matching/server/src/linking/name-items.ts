import type { RunScope } from '../partitioning/partition.ts';
import { hasRows, runAll, type SqlClient } from './sql-client.ts';
import { textReadMode, bookedTextsSql, reportedTextsSql } from './line-words.ts';

/** SQL: normalises an item name to lower-case letters and digits, with sorted words. */
export const normalisedNameSql = (name: string): string =>
  `nullif(array_to_string(array(select word from unnest(regexp_split_to_array(lower(${name}), '[^[:alnum:]]+')) word where word <> '' order by word), ' '), '')`;

/** SQL: the same name in its own word order and without separators. A truncated name is a prefix of the whole. */
const compactNameSql = (name: string): string => `regexp_replace(lower(${name}), '[^[:alnum:]]', '', 'g')`;
/** Minimum letters and digits of a truncated name. */
const NAME_PREFIX_MIN = 10;

/** CTE: normalises each distinct `item_name` once: `called (item_name, name, whole)`. */
const normalisedNamesCte = (lines: string): string =>
  `called as materialized (select n.item_name, ${normalisedNameSql('n.item_name')} as name, ${compactNameSql('n.item_name')} as whole from (select distinct item_name from ${lines}) n)`;

/** SQL: open rows with an item number that is not booked for the supplier and buyer, or without one. */
const CREATE_UNKNOWN_ITEMS = `create temporary table unknown_item on commit drop as
  select o.id, o.pair, o.version_id, o.line_no
  from open_r o left join (select distinct pair, item from open_b where item is not null) k on k.pair = o.pair and k.item = o.item
  where not o.fee and k.item is null`;

/** SQL: their names, normalised and without separators. */
const unknownItemNamesSql = (how: string) => `create temporary table unknown_called on commit drop as
  with row as materialized (select o.id, o.pair, w.item_name from unknown_item o ${reportedTextsSql(how)} where w.item_name is not null), ${normalisedNamesCte('row')}
  select r.id, r.pair, c.name, c.whole as begun from row r join called c on c.item_name = r.item_name`;

const CREATE_KNOWN_ITEMS = `create temporary table known_item on commit drop as select o.pair, o.item, o.batch_id, o.line_no from open_b o where o.item is not null and o.pair in (select pair from unknown_called)`;

const bookedItemNamesSql = (how: string) => `create temporary table item_called on commit drop as
  with seen as materialized (select distinct o.pair, o.item, w.item_name from known_item o ${bookedTextsSql(how)} where w.item_name is not null), ${normalisedNamesCte('seen')}
  select s.pair, c.name, min(c.whole) as whole, min(s.item) as item
  from seen s join called c on c.item_name = s.item_name
  where c.name is not null
  group by s.pair, c.name having min(s.item) = max(s.item)`;

/** SQL: sets the item of a row to the only booked item with the same name. */
const SET_REPORTED_ITEMS =
  'update open_r o set item = c.item from unknown_called u join item_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/**
 * SQL: sets the item of a row to the only booked item whose name begins with the row's name. The lookup uses the
 * minimum number of letters.
 */
const SET_ITEMS_BY_PREFIX = `
  update open_r o set item = f.item
  from (
    select u.id, min(c.item) as item
    from unknown_called u
    join open_r n on n.id = u.id
    join item_called c on c.pair = u.pair and left(c.whole, ${NAME_PREFIX_MIN}) = left(u.begun, ${NAME_PREFIX_MIN}) and starts_with(c.whole, u.begun)
    left join (select distinct pair, item from item_called) k on k.pair = u.pair and k.item = n.item
    where length(u.begun) >= ${NAME_PREFIX_MIN} and k.item is null
    group by u.id having min(c.item) = max(c.item)
  ) f
  where f.id = o.id`;

/** SQL: e-invoice lines without an item number, where the supplier and buyer have reported items. */
const CREATE_UNNUMBERED_LINES = `create temporary table unnumbered on commit drop as
  select o.id, o.pair, o.batch_id, o.line_no from open_b o
  where o.item is null and not o.fee and o.goods and o.pair in (select pair from open_r where item is not null)`;

const unnumberedNamesSql = (how: string) => `create temporary table unnumbered_called on commit drop as
  with line as materialized (select o.id, o.pair, w.item_name from unnumbered o ${bookedTextsSql(how)} where w.item_name is not null), ${normalisedNamesCte('line')}
  select l.id, l.pair, c.name from line l join called c on c.item_name = l.item_name where c.name is not null`;

const CREATE_NUMBERED_ROWS = `create temporary table numbered_row on commit drop as select o.pair, o.item, o.version_id, o.line_no from open_r o where o.item is not null and not o.fee and o.pair in (select pair from unnumbered_called)`;

const reportedNamesSql = (how: string) => `create temporary table reported_called on commit drop as
  with seen as materialized (select distinct o.pair, o.item, w.item_name from numbered_row o ${reportedTextsSql(how)} where w.item_name is not null), ${normalisedNamesCte('seen')}
  select s.pair, c.name, min(s.item) as item
  from seen s join called c on c.item_name = s.item_name
  where c.name is not null
  group by s.pair, c.name having min(s.item) = max(s.item)`;

/** SQL: sets the item of a booked line to the only reported item with the same name. */
const SET_BOOKED_ITEMS =
  'update open_b o set item = c.item from unnumbered_called u join reported_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/**
 * Assigns items by name: to rows without a booked item number, from the ledger; to e-invoice lines without an item
 * number, from the reports. Reads names only for lines that need them.
 */
export async function assignItemsByName(database: SqlClient, extent: RunScope): Promise<void> {
  await runAll(database, [CREATE_UNKNOWN_ITEMS]);
  if (await hasRows(database, 'unknown_item')) {
    await runAll(database, [
      unknownItemNamesSql(await textReadMode(database, extent, 'unknown_item', 'reported')),
      'analyze unknown_called',
      CREATE_KNOWN_ITEMS,
    ]);
    await runAll(database, [
      bookedItemNamesSql(await textReadMode(database, extent, 'known_item', 'booked')),
      'analyze item_called',
      SET_REPORTED_ITEMS,
      SET_ITEMS_BY_PREFIX,
      'drop table unknown_called, known_item, item_called',
    ]);
  }
  await runAll(database, ['drop table unknown_item', CREATE_UNNUMBERED_LINES]);
  if (await hasRows(database, 'unnumbered')) {
    await runAll(database, [
      unnumberedNamesSql(await textReadMode(database, extent, 'unnumbered', 'booked')),
      'analyze unnumbered_called',
      CREATE_NUMBERED_ROWS,
    ]);
    await runAll(database, [
      reportedNamesSql(await textReadMode(database, extent, 'numbered_row', 'reported')),
      SET_BOOKED_ITEMS,
      'drop table unnumbered_called, numbered_row, reported_called',
    ]);
  }
  await runAll(database, ['drop table unnumbered']);
}
