import type { Extent } from '../sharing/share.ts';
import type { Asked } from './asked.ts';
import { wordsOfBooked, wordsOfReported } from './words-of-lines.ts';

/** What an item is called, as both sides mean it: letters and digits, in any order of the words. */
export const plainName = (name: string): string => `nullif(array_to_string(array(select word from unnest(regexp_split_to_array(lower(${name}), '[^[:alnum:]]+')) word where word <> '' order by word), ' '), '')`;

/** The same as it stands, without signs: a name that is cut off is the beginning of the whole. */
const runOn = (name: string): string => `regexp_replace(lower(${name}), '[^[:alnum:]]', '', 'g')`;
/** So many letters and digits of a name must be left for it to be one. */
const CUT_MIN = 10;

/** Open rows of items that the books do not have of the supplier and buyer by number, or of none. */
const UNKNOWN = `create temporary table unknown_item on commit drop as
  select o.id, o.supplier_id, o.pair
  from open_r o left join (select distinct pair, item from open_b where item is not null) k on k.pair = o.pair and k.item = o.item
  where not o.fee and k.item is null`;

const names = (whole: boolean) => `create temporary table item_called on commit drop as
  select d.pair, d.name, min(d.whole) as whole, min(d.item) as item
  from (
    select n.pair, n.item, ${plainName('n.item_name')} as name, ${runOn('n.item_name')} as whole
    from (
      select distinct o.pair, o.item, w.item_name from open_b o join booked b on b.id = o.id ${wordsOfBooked(whole)}
      where o.item is not null and w.item_name is not null and o.pair in (select pair from unknown_item)
    ) n
  ) d
  where d.name is not null
  group by d.pair, d.name having min(d.item) = max(d.item)`;

/** A row takes the number of the one item of the books that is called so. */
const tell = (whole: boolean) => `
  update open_r o set item = c.item
  from unknown_item u
  join reported r on r.id = u.id ${wordsOfReported(whole)}
  join item_called c on c.pair = u.pair and c.name = ${plainName('w.item_name')}
  where o.id = u.id`;

/** And of the one whose name begins so: names are looked up by the letters that they have at least. */
const tellCut = (whole: boolean) => `
  update open_r o set item = f.item
  from (
    select u.id, min(c.item) as item
    from unknown_item u
    join open_r n on n.id = u.id
    join reported r on r.id = u.id ${wordsOfReported(whole)}
    cross join lateral (select ${runOn('w.item_name')} as begun) b
    join item_called c on c.pair = u.pair and left(c.whole, ${CUT_MIN}) = left(b.begun, ${CUT_MIN}) and starts_with(c.whole, b.begun)
    left join (select distinct pair, item from item_called) k on k.pair = u.pair and k.item = n.item
    where length(b.begun) >= ${CUT_MIN} and k.item is null
    group by u.id having min(c.item) = max(c.item)
  ) f
  where f.id = o.id`;

/** Lines of e-invoices that give no item number, and what the reports call the items of the supplier and buyer. */
const unnumbered = (whole: boolean) => `create temporary table unnumbered on commit drop as
  select o.id, o.pair, ${plainName('w.item_name')} as name
  from open_b o join booked b on b.id = o.id ${wordsOfBooked(whole)}
  where w.item_name is not null and o.item is null and not o.fee and b.nature is null and o.pair in (select pair from open_r where item is not null)`;

const called = (whole: boolean) => `create temporary table reported_called on commit drop as
  select d.pair, d.name, min(d.item) as item
  from (
    select n.pair, n.item, ${plainName('n.item_name')} as name
    from (
      select distinct o.pair, o.item, w.item_name from open_r o join reported r on r.id = o.id ${wordsOfReported(whole)}
      where w.item_name is not null and o.item is not null and not o.fee and o.pair in (select pair from unnumbered)
    ) n
  ) d
  where d.name is not null
  group by d.pair, d.name having min(d.item) = max(d.item)`;

/** A line of the books takes the number of the one item of the reports that is called so. */
const TELL_BOOKED = 'update open_b o set item = c.item from unnumbered u join reported_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/** Lets rows that name an item in words, or by a number of the supplier's own, be of the item that the books call the same; and lines of e-invoices without item numbers of the item that the reports do. */
export async function nameItems(database: Asked, { whole }: Extent): Promise<void> {
  for (const sql of [UNKNOWN, 'analyze unknown_item']) await database.query(sql);
  const [some] = await database.query<{ some: boolean }>('select exists (select 1 from unknown_item) as some');
  if (some?.some === true) for (const sql of [names(whole), 'analyze item_called', tell(whole), tellCut(whole), 'drop table item_called']) await database.query(sql);
  await database.query('drop table unknown_item');
  for (const sql of [unnumbered(whole), 'analyze unnumbered', called(whole), TELL_BOOKED, 'drop table unnumbered, reported_called']) await database.query(sql);
}
