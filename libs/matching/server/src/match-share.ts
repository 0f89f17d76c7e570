import type { Database, Progress } from '@tallgrunn/platform';
import { keepCells } from './keeping/keep-cells.ts';
import { keepChanges } from './keeping/keep-changes.ts';
import { keepLines } from './keeping/keep-lines.ts';
import { keepLinks, type Kept } from './keeping/keep-links.ts';
import { keepUsual, readUsual } from './keeping/keep-usual.ts';
import { keepCausesAtEdge, keepEdge } from './linking/keep-edge.ts';
import { acts, tieLines } from './linking/tie-lines.ts';
import { nameCauses } from './naming/name-causes.ts';
import { readScope, type Changes } from './reading/read-scope.ts';
import type { Extent, Share } from './sharing/share.ts';

/**
 * Planner settings of a full run. It reads whole tables and fills tables that the planner believes are empty, so nested
 * loops are off.
 */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
/**
 * Planner settings of a partial run, which looks lines up. With row-level security, the planner underestimates an index
 * and would scan it, so merge joins are off.
 */
const LOOKED_UP = `select set_config('enable_mergejoin', 'off', true)`;
/**
 * Smaller statistics sample: the planner only needs the approximate table sizes, so 3,000 rows are sampled instead of
 * 30,000.
 */
export const FEW_ROWS_TELL = `select set_config('default_statistics_target', '10', true)`;
/**
 * Keeps temporary tables of some hundred thousand lines in memory. Ignored in a session that has already used temporary
 * tables.
 */
const ROOM_FOR_TABLES = `do $$ begin perform set_config('temp_buffers', '64MB', true); exception when invalid_parameter_value then null; end $$`;
/** Disables parallel workers: other sessions already use the processors, so workers would only pass rows around. */
const ALONE = `select set_config('max_parallel_workers_per_gather', '0', true)`;
export const AS_IT_IS = `select set_config('matching.work_mem', current_setting('work_mem'), true), set_config('matching.statistics', current_setting('default_statistics_target'), true)`;
export const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('work_mem', current_setting('matching.work_mem', true), true), set_config('default_statistics_target', current_setting('matching.statistics', true), true)`;

/** Reads, links, explains and stores the lines of one partition in the current unit of work. */
export async function matchShare(
  database: Database,
  share: Share,
  {
    number,
    changes,
    first,
    progress,
  }: { number: number; changes: Changes; first: boolean; progress: Progress | undefined },
): Promise<Kept> {
  const { whole } = changes;
  const extent: Extent = { whole, first, share };
  const tell = async (name: string, done: number) =>
    share.isFirst ? progress?.tell(name, done, acts.length + 2) : undefined;
  await database.query(AS_IT_IS);
  await database.query(ROOM_FOR_TABLES);
  if (!share.isOnly) await database.query(ALONE);
  await database.query(FEW_ROWS_TELL);
  await database.query(whole ? WHOLE_TABLES : LOOKED_UP);
  await tell('read', 0);
  await readScope(database, changes, share);
  await database.query(WHOLE_TABLES);
  await readUsual(database, extent);
  await tieLines(database, extent, (name, done) => tell(name, done + 1));
  if (!whole) await keepEdge(database);
  await tell('causes', acts.length + 1);
  await nameCauses(database, extent);
  if (!whole) await keepCausesAtEdge(database);
  if (!whole) for (const sql of [ORDINARY, FEW_ROWS_TELL, LOOKED_UP]) await database.query(sql);
  const links = await keepLinks(database, number, extent);
  const buyers = await keepLines(database, extent);
  if (!whole && !first) await keepChanges(database, number);
  await keepCells(database, extent);
  if (whole) await keepUsual(database, extent);
  await database.query('discard temp'); // several runs may share one transaction
  await database.query(ORDINARY);
  return { ...links, buyerIds: [...new Set([...links.buyerIds, ...buyers])] };
}
