import type { Extent } from '../sharing/share.ts';
import { hasSome, runAll, type Asked } from './asked.ts';
import { howToRead, wordsOfBooked, wordsOfReported } from './words-of-lines.ts';

/** SQL: normalises an item name to lower-case letters and digits, with sorted words. */
export const plainName = (name: string): string =>
  `nullif(array_to_string(array(select word from unnest(regexp_split_to_array(lower(${name}), '[^[:alnum:]]+')) word where word <> '' order by word), ' '), '')`;

/** SQL: the same name in its own word order and without separators. A truncated name is a prefix of the whole. */
const runOn = (name: string): string => `regexp_replace(lower(${name}), '[^[:alnum:]]', '', 'g')`;
/** Minimum letters and digits of a truncated name. */
const CUT_MIN = 10;

/** CTE: normalises each distinct `item_name` once: `called (item_name, name, whole)`. */
const called = (lines: string): string =>
  `called as materialized (select n.item_name, ${plainName('n.item_name')} as name, ${runOn('n.item_name')} as whole from (select distinct item_name from ${lines}) n)`;

/** SQL: open rows with an item number that is not booked for the supplier and buyer, or without one. */
const UNKNOWN = `create temporary table unknown_item on commit drop as
  select o.id, o.pair, o.version_id, o.line_no
  from open_r o left join (select distinct pair, item from open_b where item is not null) k on k.pair = o.pair and k.item = o.item
  where not o.fee and k.item is null`;

/** SQL: their names, normalised and without separators. */
const unknownCalled = (how: string) => `create temporary table unknown_called on commit drop as
  with row as materialized (select o.id, o.pair, w.item_name from unknown_item o ${wordsOfReported(how)} where w.item_name is not null), ${called('row')}
  select r.id, r.pair, c.name, c.whole as begun from row r join called c on c.item_name = r.item_name`;

const LINES_OF_UNKNOWN = `create temporary table known_item on commit drop as select o.pair, o.item, o.batch_id, o.line_no from open_b o where o.item is not null and o.pair in (select pair from unknown_called)`;

const names = (how: string) => `create temporary table item_called on commit drop as
  with seen as materialized (select distinct o.pair, o.item, w.item_name from known_item o ${wordsOfBooked(how)} where w.item_name is not null), ${called('seen')}
  select s.pair, c.name, min(c.whole) as whole, min(s.item) as item
  from seen s join called c on c.item_name = s.item_name
  where c.name is not null
  group by s.pair, c.name having min(s.item) = max(s.item)`;

/** SQL: sets the item of a row to the only booked item with the same name. */
const TELL =
  'update open_r o set item = c.item from unknown_called u join item_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/**
 * SQL: sets the item of a row to the only booked item whose name begins with the row's name. The lookup uses the
 * minimum number of letters.
 */
const TELL_CUT = `
  update open_r o set item = f.item
  from (
    select u.id, min(c.item) as item
    from unknown_called u
    join open_r n on n.id = u.id
    join item_called c on c.pair = u.pair and left(c.whole, ${CUT_MIN}) = left(u.begun, ${CUT_MIN}) and starts_with(c.whole, u.begun)
    left join (select distinct pair, item from item_called) k on k.pair = u.pair and k.item = n.item
    where length(u.begun) >= ${CUT_MIN} and k.item is null
    group by u.id having min(c.item) = max(c.item)
  ) f
  where f.id = o.id`;

/** SQL: e-invoice lines without an item number, where the supplier and buyer have reported items. */
const UNNUMBERED = `create temporary table unnumbered on commit drop as
  select o.id, o.pair, o.batch_id, o.line_no from open_b o
  where o.item is null and not o.fee and o.goods and o.pair in (select pair from open_r where item is not null)`;

const unnumberedCalled = (how: string) => `create temporary table unnumbered_called on commit drop as
  with line as materialized (select o.id, o.pair, w.item_name from unnumbered o ${wordsOfBooked(how)} where w.item_name is not null), ${called('line')}
  select l.id, l.pair, c.name from line l join called c on c.item_name = l.item_name where c.name is not null`;

const ROWS_OF_UNNUMBERED = `create temporary table numbered_row on commit drop as select o.pair, o.item, o.version_id, o.line_no from open_r o where o.item is not null and not o.fee and o.pair in (select pair from unnumbered_called)`;

const reportedCalled = (how: string) => `create temporary table reported_called on commit drop as
  with seen as materialized (select distinct o.pair, o.item, w.item_name from numbered_row o ${wordsOfReported(how)} where w.item_name is not null), ${called('seen')}
  select s.pair, c.name, min(s.item) as item
  from seen s join called c on c.item_name = s.item_name
  where c.name is not null
  group by s.pair, c.name having min(s.item) = max(s.item)`;

/** SQL: sets the item of a booked line to the only reported item with the same name. */
const TELL_BOOKED =
  'update open_b o set item = c.item from unnumbered_called u join reported_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/**
 * Assigns items by name: to rows without a booked item number, from the ledger; to e-invoice lines without an item
 * number, from the reports. Reads names only for lines that need them.
 */
export async function nameItems(database: Asked, extent: Extent): Promise<void> {
  await runAll(database, [UNKNOWN]);
  if (await hasSome(database, 'unknown_item')) {
    await runAll(database, [
      unknownCalled(await howToRead(database, extent, 'unknown_item', 'reported')),
      'analyze unknown_called',
      LINES_OF_UNKNOWN,
    ]);
    await runAll(database, [
      names(await howToRead(database, extent, 'known_item', 'booked')),
      'analyze item_called',
      TELL,
      TELL_CUT,
      'drop table unknown_called, known_item, item_called',
    ]);
  }
  await runAll(database, ['drop table unknown_item', UNNUMBERED]);
  if (await hasSome(database, 'unnumbered')) {
    await runAll(database, [
      unnumberedCalled(await howToRead(database, extent, 'unnumbered', 'booked')),
      'analyze unnumbered_called',
      ROWS_OF_UNNUMBERED,
    ]);
    await runAll(database, [
      reportedCalled(await howToRead(database, extent, 'numbered_row', 'reported')),
      TELL_BOOKED,
      'drop table unnumbered_called, numbered_row, reported_called',
    ]);
  }
  await runAll(database, ['drop table unnumbered']);
}
