import type { Extent } from '../sharing/share.ts';
import { hasSome, runAll, type Asked } from './asked.ts';
import { howToRead, wordsOfBooked, wordsOfReported } from './words-of-lines.ts';

/** What an item is called, as both sides mean it: letters and digits, in any order of the words. */
export const plainName = (name: string): string =>
  `nullif(array_to_string(array(select word from unnest(regexp_split_to_array(lower(${name}), '[^[:alnum:]]+')) word where word <> '' order by word), ' '), '')`;

/** The same as it stands, without signs: a name that is cut off is the beginning of the whole. */
const runOn = (name: string): string => `regexp_replace(lower(${name}), '[^[:alnum:]]', '', 'g')`;
/** So many letters and digits of a name must be left for it to be one. */
const CUT_MIN = 10;

/** Of lines that have the words `item_name`, each wording is made plain once: `called (item_name, name, whole)`. */
const called = (lines: string): string =>
  `called as materialized (select n.item_name, ${plainName('n.item_name')} as name, ${runOn('n.item_name')} as whole from (select distinct item_name from ${lines}) n)`;

/** Open rows of items that the books do not have of the supplier and buyer by number, or of none. */
const UNKNOWN = `create temporary table unknown_item on commit drop as
  select o.id, o.pair, o.version_id, o.line_no
  from open_r o left join (select distinct pair, item from open_b where item is not null) k on k.pair = o.pair and k.item = o.item
  where not o.fee and k.item is null`;

/** What each of them is called, plain and run on. */
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

/** A row takes the number of the one item of the books that is called so. */
const TELL =
  'update open_r o set item = c.item from unknown_called u join item_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/** And of the one whose name begins so: names are looked up by the letters that they have at least. */
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

/** Lines of e-invoices that give no item number, and what the reports call the items of the supplier and buyer. */
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

/** A line of the books takes the number of the one item of the reports that is called so. */
const TELL_BOOKED =
  'update open_b o set item = c.item from unnumbered_called u join reported_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/** Lets rows that name an item in words, or by a number of the supplier's own, be of the item that the books call the same; and lines of e-invoices without item numbers of the item that the reports do. Words are read of lines that may need them alone. */
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
