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

/** A run reads whole tables, and writes some that the planner takes for empty: it must not walk one of those for each line while it grows. */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
/** A run of a part looks lines up: of what is walled in the planner takes a whole index to be short, and would read it through. */
const LOOKED_UP = `select set_config('enable_mergejoin', 'off', true)`;
/** What the planner needs to know of the tables is how large they are, roughly: 3,000 rows are looked at, not 30,000. */
export const FEW_ROWS_TELL = `select set_config('default_statistics_target', '10', true)`;
/** Temporary tables of some hundred thousand lines stay in memory. A session that has used some before keeps what it has. */
const ROOM_FOR_TABLES = `do $$ begin perform set_config('temp_buffers', '64MB', true); exception when invalid_parameter_value then null; end $$`;
/** Where other sessions match the other lines, each processor has one already: PostgreSQL's helpers would only hand rows about. */
const ALONE = `select set_config('max_parallel_workers_per_gather', '0', true)`;
export const AS_IT_IS = `select set_config('matching.work_mem', current_setting('work_mem'), true), set_config('matching.statistics', current_setting('default_statistics_target'), true)`;
export const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('work_mem', current_setting('matching.work_mem', true), true), set_config('default_statistics_target', current_setting('matching.statistics', true), true)`;

/** Reads, ties, names and keeps the lines of one share, in the unit of work one stands in. */
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
  await database.query('discard temp'); // several runs may stand in one transaction
  await database.query(ORDINARY);
  return { ...links, buyerIds: [...new Set([...links.buyerIds, ...buyers])] };
}
