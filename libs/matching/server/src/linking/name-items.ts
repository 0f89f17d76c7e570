import type { Asked } from './asked.ts';

/** What an item is called, as both sides mean it: letters and digits, in any order of the words. */
export const plainName = (name: string): string => `nullif(array_to_string(array(select word from unnest(regexp_split_to_array(lower(${name}), '[^[:alnum:]]+')) word where word <> '' order by word), ' '), '')`;

/** The same as it stands, without signs: a name that is cut off is the beginning of the whole. */
const runOn = (name: string): string => `regexp_replace(lower(${name}), '[^[:alnum:]]', '', 'g')`;
/** So many letters and digits of a name must be left for it to be one. */
const CUT_MIN = 10;

/** Open rows of items that the books do not have of the supplier and buyer by number, or of none. */
const UNKNOWN = `create temporary table unknown_item on commit drop as
  select o.id, o.supplier_id, o.pair from open_r o
  where not o.fee and (o.item is null or not exists (select 1 from open_b b where b.pair = o.pair and b.item = o.item))`;

const NAMES = `create temporary table item_called on commit drop as
  select d.pair, d.name, min(d.whole) as whole, min(d.item) as item
  from (
    select o.pair, o.item, ${plainName('n.item_name')} as name, ${runOn('n.item_name')} as whole
    from open_b o join booked b on b.id = o.id
    cross join lateral (select l.item_name from spend.door_line l where l.batch_id = b.batch_id and l.line_no = b.line_no and l.item_name is not null limit 1) n
    where o.item is not null and o.pair in (select pair from unknown_item)
  ) d
  where d.name is not null
  group by d.pair, d.name having min(d.item) = max(d.item)`;

/** A row takes the number of the one item of the books that is called so. */
const TELL = `
  update open_r o set item = c.item
  from unknown_item u
  join reported r on r.id = u.id
  cross join lateral (select ${plainName('l.item_name')} as name from reporting.door_line l where l.version_id = r.version_id and l.line_no = r.line_no limit 1) n
  join item_called c on c.pair = u.pair and c.name = n.name
  where o.id = u.id`;

/** And of the one whose name begins so: names are looked up by the letters that they have at least. */
const TELL_CUT = `
  update open_r o set item = f.item
  from (
    select u.id, min(c.item) as item
    from unknown_item u
    join open_r n on n.id = u.id
    join reported r on r.id = u.id
    cross join lateral (select ${runOn('l.item_name')} as begun from reporting.door_line l where l.version_id = r.version_id and l.line_no = r.line_no and l.item_name is not null limit 1) b
    join item_called c on c.pair = u.pair and left(c.whole, ${CUT_MIN}) = left(b.begun, ${CUT_MIN}) and starts_with(c.whole, b.begun)
    left join (select distinct pair, item from item_called) k on k.pair = u.pair and k.item = n.item
    where length(b.begun) >= ${CUT_MIN} and k.item is null
    group by u.id having min(c.item) = max(c.item)
  ) f
  where f.id = o.id`;

/** Lines of e-invoices that give no item number, and what the reports call the items of the supplier and buyer. */
const UNNUMBERED = `create temporary table unnumbered on commit drop as
  select o.id, o.pair, ${plainName('n.item_name')} as name
  from open_b o join booked b on b.id = o.id
  cross join lateral (select l.item_name from spend.door_line l where l.batch_id = b.batch_id and l.line_no = b.line_no and l.item_name is not null limit 1) n
  where o.item is null and not o.fee and b.nature is null and o.pair in (select pair from open_r where item is not null)`;

const CALLED = `create temporary table reported_called on commit drop as
  select d.pair, d.name, min(d.item) as item
  from (
    select o.pair, o.item, ${plainName('n.item_name')} as name
    from open_r o join reported r on r.id = o.id
    cross join lateral (select l.item_name from reporting.door_line l where l.version_id = r.version_id and l.line_no = r.line_no and l.item_name is not null limit 1) n
    where o.item is not null and not o.fee and o.pair in (select pair from unnumbered)
  ) d
  where d.name is not null
  group by d.pair, d.name having min(d.item) = max(d.item)`;

/** A line of the books takes the number of the one item of the reports that is called so. */
const TELL_BOOKED = 'update open_b o set item = c.item from unnumbered u join reported_called c on c.pair = u.pair and c.name = u.name where o.id = u.id';

/** Lets rows that name an item in words, or by a number of the supplier's own, be of the item that the books call the same; and lines of e-invoices without item numbers of the item that the reports do. */
export async function nameItems(database: Asked): Promise<void> {
  for (const sql of [UNKNOWN, 'analyze unknown_item']) await database.query(sql);
  const [some] = await database.query<{ some: boolean }>('select exists (select 1 from unknown_item) as some');
  if (some?.some === true) for (const sql of [NAMES, 'analyze item_called', TELL, TELL_CUT, 'drop table item_called']) await database.query(sql);
  await database.query('drop table unknown_item');
  for (const sql of [UNNUMBERED, 'analyze unnumbered', CALLED, TELL_BOOKED, 'drop table unnumbered, reported_called']) await database.query(sql);
}
