import type { RunScope } from '../partitioning/partition.ts';
import { hasRows, runAll, type SqlClient } from './sql-client.ts';
import { RELIABLE_SUM_ORE } from './closed-sums.ts';
import { findItemRuns, roundingOf, type ItemLine, type ItemTotal } from './item-runs.ts';
import { insertMatches, type NewMatch } from './insert-matches.ts';
import { PERIODS } from './periods.ts';
import { familiesOf, NAMES_MAX, type ItemName } from './similar-names.ts';
import { splitByPrice, type PricedRow } from './split-by-price.ts';
import { bookedTextsSql, reportedTextsSql, textReadMode } from './line-words.ts';

/** Largest number of open lines per side of a supplier and buyer. */
const OPEN_MAX = 2000;

/** SQL: open rows without a booked item and booked goods of the same supplier and buyer, with their names. */
const CREATE_TABLES: readonly string[] = [
  `create temporary table item_family (side text not null, pair bigint not null, item bigint, item_name text not null, family bigint not null) on commit drop`,
  `create temporary table family_of (side text not null, id bigint not null, family bigint not null, own text not null, price float8) on commit drop`,
  `create temporary table likened (id bigint not null, item bigint) on commit drop`,
];
const CREATE_UNNAMED_ROWS = `create temporary table unnamed_row on commit drop as
  select o.id, o.pair, o.item, o.version_id, o.line_no
  from open_r o left join (select distinct pair, item from open_b where item is not null) k on k.pair = o.pair and k.item = o.item
  where not o.fee and k.item is null and o.pair in (select pair from open_b where not fee and mark is not null)`;
const namedRowsSql = (how: string) => `create temporary table named_row on commit drop as
  select o.id, o.pair, o.item, w.item_name from unnamed_row o ${reportedTextsSql(how)} where w.item_name is not null`;
const CREATE_UNNAMED_LINES = `create temporary table unnamed_line on commit drop as
  select o.id, o.pair, o.item, o.batch_id, o.line_no from open_b o where not o.fee and o.goods and o.mark is not null and o.pair in (select pair from named_row)`;
const namedLinesSql = (how: string) => `create temporary table named_line on commit drop as
  select o.id, o.pair, o.item, w.item_name from unnamed_line o ${bookedTextsSql(how)} where w.item_name is not null`;

const listed = (table: string) =>
  `select pair, jsonb_agg(jsonb_build_object('item', item::text, 'name', item_name)) as names from (select distinct pair, item, item_name from ${table}) n group by pair having count(*) <= ${NAMES_MAX}`;
const NAMES = `select r.pair::text as pair, r.names as reported, b.names as booked from (${listed('named_row')}) r join (${listed('named_line')}) b using (pair)`;

interface NamesOfPair {
  readonly pair: string;
  readonly reported: readonly ItemName[];
  readonly booked: readonly ItemName[];
}

const INSERT_FAMILIES = `insert into item_family
  select x.side, x.pair, x.item, x.name, x.family from jsonb_to_recordset($1::jsonb) as x (side text, pair bigint, item bigint, name text, family bigint)`;
/** SQL: the family of each line, the item of its side and its price per unit in øre. */
const familyOfSql = (side: 'r' | 'b', table: string, all: 'reported' | 'booked') => `insert into family_of
  select '${side}', n.id, f.family, coalesce(n.item::text, n.item_name), x.ore / nullif(x.quantity, 0)
  from ${table} n join item_family f on f.side = '${side}' and f.pair = n.pair and f.item is not distinct from n.item and f.item_name = n.item_name join ${all} x on x.id = n.id`;

/** SQL: the one item of each family that has only one: the ledger's number, else the report's, else its own. */
const CREATE_ITEMS_OF_FAMILIES = `create temporary table item_of on commit drop as
  select family, coalesce(min(item) filter (where side = 'b'), min(item), hashtextextended(min(item_name), min(pair))) as item from item_family group by family`;
const SET_ITEMS: readonly string[] = [
  `insert into likened select o.id, o.item from open_r o join family_of f on f.side = 'r' and f.id = o.id join item_of i on i.family = f.family and i.item is distinct from o.item where f.family < 0`,
  `update open_r o set item = i.item from family_of f join item_of i on i.family = f.family where f.side = 'r' and f.id = o.id and f.family < 0`,
  `update open_b o set item = i.item from family_of f join item_of i on i.family = f.family where f.side = 'b' and f.id = o.id and f.family < 0 and o.item is null`,
  'drop table item_of, named_row, unnamed_line, named_line',
];

/**
 * Assigns items by abbreviated names: words cut, without vowels or in another order, on either side. Where a name may
 * denote several items, only the family is stored: sums divide its lines. Reads names only for lines that need them.
 */
export async function assignSimilarItems(database: SqlClient, extent: RunScope): Promise<void> {
  await runAll(database, [...CREATE_TABLES, CREATE_UNNAMED_ROWS]);
  if (await hasRows(database, 'unnamed_row')) {
    await runAll(database, [
      namedRowsSql(await textReadMode(database, extent, 'unnamed_row', 'reported')),
      CREATE_UNNAMED_LINES,
    ]);
    await runAll(database, [namedLinesSql(await textReadMode(database, extent, 'unnamed_line', 'booked'))]);
    let count = 0;
    for await (const pairs of database.stream<NamesOfPair>(NAMES, [], 50)) {
      const families = pairs.flatMap(({ pair, reported, booked }) =>
        familiesOf(reported, booked).flatMap(({ isOneItem, ...sides }) => {
          count += 1;
          // The sign distinguishes families of one item.
          const family = isOneItem ? -count : count;
          return [
            ...sides.reported.map((name) => ({ side: 'r', pair, ...name, family })),
            ...sides.booked.map((name) => ({ side: 'b', pair, ...name, family })),
          ];
        }),
      );
      if (families.length > 0) await database.query(INSERT_FAMILIES, [JSON.stringify(families)]);
    }
    await runAll(database, [
      familyOfSql('r', 'named_row', 'reported'),
      familyOfSql('b', 'named_line', 'booked'),
      CREATE_ITEMS_OF_FAMILIES,
      ...SET_ITEMS,
    ]);
  }
  await runAll(database, ['drop table unnamed_row, item_family', 'analyze family_of']);
}

const listedLines = `jsonb_agg(jsonb_build_object('id', o.id, 'ore', o.ore, 'day', o.day - date '2000-01-01', 'place', o.cost_centre::text, 'key', o.key::text, 'own', o.own, 'price', o.price) order by o.day, o.id)`;
const SCORES = { closed: 0.98, other: 0.97 } as const;

interface OfItem extends PricedRow {
  /** Item, or family of items with similar names. */
  readonly key: string;
}

interface OpenItems {
  readonly rows: readonly (ItemTotal & OfItem)[];
  readonly lines: readonly (ItemLine & OfItem)[];
}

/** SQL: open rows and lines of the same item, or family of items, of each supplier and buyer. */
const OPEN_ITEMS = `
  with h as materialized (select site, min(cost_centre) as cost_centre from place group by site having count(distinct cost_centre) = 1),
  r as materialized (
    select o.id, o.pair, o.ore, o.day, h.cost_centre, coalesce(f.family, o.item) as key, coalesce(f.own, o.item::text) as own, f.price
    from open_r o left join family_of f on f.side = 'r' and f.id = o.id and f.family > 0 left join h on h.site = o.site
    where (o.item is not null or f.family is not null) and not o.fee and not o.again and not o.booked_invoice and o.day is not null and o.id not in (select report from refused)
  ), b as materialized (
    select o.id, o.pair, o.ore, o.day, o.cost_centre, coalesce(f.family, o.item) as key, coalesce(f.own, o.item::text) as own, f.price
    from open_b o left join family_of f on f.side = 'b' and f.id = o.id and f.family > 0
    where (o.item is not null or f.family is not null) and not o.fee and not o.rest and o.day is not null and o.pair in (select pair from r) and o.id not in (select booked from refused)
  ), rows as (
    select pair, ${listedLines} as rows from r o where (pair, key) in (select pair, key from b) group by pair having count(*) <= ${OPEN_MAX}
  ), lines as (
    select pair, ${listedLines} as lines from b o where (pair, key) in (select pair, key from r) group by pair having count(*) <= ${OPEN_MAX}
  )
  select rows.rows, lines.lines from rows join lines using (pair)`;

/** SQL: rows whose name made them an item, and that no sum of it has linked, are of their own item anew. */
const RESET_ITEMS = 'update open_r o set item = l.item from likened l where l.id = o.id';

/** Links rows to the lines of their item, or family of items, that they sum. */
export async function linkItemRuns(database: SqlClient): Promise<void> {
  for await (const open of database.stream<OpenItems>(OPEN_ITEMS, [], 50))
    await insertMatches(database, open.flatMap(pairsOf));
}

export const resetLikenedItems = (database: SqlClient) => runAll(database, [RESET_ITEMS]);

/** Smallest share of the rows that must have lines before those near the edge of a period count. */
const EDGE_SHARE = 0.5;

function pairsOf({ rows, lines }: OpenItems): NewMatch[] {
  const [rowOf, linesOf] = [new Map(rows.map((row) => [row.id, row])), Map.groupBy(lines, ({ key }) => key)];
  const oreOf = new Map(lines.map(({ id, ore }) => [id, ore]));
  const rounding = { rows: roundingOf(rows), lines: roundingOf(lines) };
  const runs = [...Map.groupBy(rows, ({ key }) => key)]
    .flatMap(([key, own]) => splitByPrice(own, linesOf.get(key) ?? []))
    .flatMap((group) => findItemRuns(group.rows, group.lines, PERIODS, rounding));
  const withEdges = runs.length >= EDGE_SHARE * rows.length;
  return runs
    .filter(({ row, edge }) => edge === 0 || Math.abs(rowOf.get(row)!.ore) >= RELIABLE_SUM_ORE)
    .filter(({ edge }) => withEdges || !edge)
    .flatMap(({ row, lines: parts, edge }) =>
      parts.map((line): NewMatch => ({
        report: row,
        booked: line,
        step: edge === null ? 'unique-amount' : edge === 0 ? 'period-item' : 'sum-of-parts',
        ore: oreOf.get(line) ?? 0,
        score: SCORES[edge === 0 ? 'closed' : 'other'],
        evidence: { bookedLines: parts.length },
      })),
    );
}
