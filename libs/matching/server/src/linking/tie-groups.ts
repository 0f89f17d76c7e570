import type { RunScope } from '../partitioning/partition.ts';
import type { SqlClient } from './sql-client.ts';
import { groupRows, type GroupLine, type GroupRow } from './group-rows.ts';
import { insertMatches, type NewMatch } from './insert-matches.ts';
import { normalisedNameSql } from './name-items.ts';
import { textReadMode, bookedTextsSql, reportedTextsSql } from './line-words.ts';

interface OpenGroups {
  readonly rows: readonly GroupRow[];
  readonly lines: readonly GroupLine[];
}

/**
 * SQL: suppliers and buyers with open rows of at least two product groups without a known item, and open booked lines
 * with items. Excludes pairs that a user has rejected.
 */
const openGroupsSql = (how: { r: string; b: string }) => `
  with known as materialized (
    select distinct pair, item from open_b where item is not null
  ), r as materialized (
    select o.id, o.pair, o.ore, matching.month_index(o.day) as month, ${normalisedNameSql('w.item_name')} as label
    from open_r o left join known k on k.pair = o.pair and k.item = o.item ${reportedTextsSql(how.r)}
    where not o.fee and not o.booked_invoice and not o.again and o.day is not null and o.id not in (select report from refused) and k.item is null
  ), rows as (
    select pair, jsonb_agg(jsonb_build_object('id', id, 'ore', ore, 'month', month, 'label', label) order by id) as rows from r where label is not null group by pair having count(distinct label) > 1
  ), b as materialized (
    select o.id, o.pair, o.ore, matching.month_index(o.day) as month, coalesce(o.item::text, ${normalisedNameSql('w.item_name')}, o.id::text) as item
    from open_b o ${bookedTextsSql(how.b)}
    where not o.fee and o.goods and o.day is not null and o.pair in (select pair from rows) and o.id not in (select booked from refused)
  ), lines as (
    select pair, jsonb_agg(jsonb_build_object('id', id, 'ore', ore, 'month', month, 'item', item) order by id) as lines from b group by pair
  )
  select rows.rows, lines.lines from rows join lines using (pair)`;

/** Links rows that sum product groups in a month to the booked lines they sum. */
export async function linkProductGroups(database: SqlClient, extent: RunScope): Promise<void> {
  const how = {
    r: await textReadMode(database, extent, 'open_r', 'reported'),
    b: await textReadMode(database, extent, 'open_b', 'booked'),
  };
  for await (const pairs of database.stream<OpenGroups>(openGroupsSql(how), [], 50))
    await insertMatches(database, pairs.flatMap(pairsOf));
}

function pairsOf({ rows, lines }: OpenGroups): NewMatch[] {
  const oreOf = new Map(lines.map(({ id, ore }) => [id, ore]));
  return groupRows(rows, lines).flatMap(({ row, lines: own }) =>
    own.map((id): NewMatch => ({
      report: row,
      booked: id,
      step: 'period-sum',
      ore: oreOf.get(id) ?? 0,
      score: 0.98,
      evidence: { bookedLines: own.length },
    })),
  );
}
