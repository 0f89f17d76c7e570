import type { Database, Progress } from '@tallgrunn/platform';
import { storeTotals } from './storing/store-totals.ts';
import { storeChanges } from './storing/store-changes.ts';
import { storeLines } from './storing/store-lines.ts';
import { storeLinks, type StoredLinksResult } from './storing/store-links.ts';
import { storeUsualAccounts, loadUsualAccounts } from './storing/store-usual-accounts.ts';
import { preserveBoundaryCauses, preserveBoundaryLinks } from './linking/preserve-boundary-links.ts';
import { linkingSteps, runLinkingSteps } from './linking/run-linking-steps.ts';
import { assignCauses } from './explaining/assign-causes.ts';
import { loadScope, type Changes } from './loading/select-scope.ts';
import type { RunScope, Partition } from './partitioning/partition.ts';

/**
 * Planner settings of a full run. It reads whole tables and fills tables that the planner believes are empty, so nested
 * loops are off.
 */
const FULL_RUN_PLANNER_SETTINGS = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
/**
 * Planner settings of a partial run, which looks lines up. With row-level security, the planner underestimates an index
 * and would scan it, so merge joins are off.
 */
const PARTIAL_RUN_PLANNER_SETTINGS = `select set_config('enable_mergejoin', 'off', true)`;
/**
 * Smaller statistics sample: the planner only needs the approximate table sizes, so 3,000 rows are sampled instead of
 * 30,000.
 */
export const SMALL_STATISTICS_SAMPLE = `select set_config('default_statistics_target', '10', true)`;
/**
 * Keeps temporary tables of some hundred thousand lines in memory. Ignored in a session that has already used temporary
 * tables.
 */
const LARGER_TEMP_BUFFERS = `do $$ begin perform set_config('temp_buffers', '64MB', true); exception when invalid_parameter_value then null; end $$`;
/** Disables parallel workers: other sessions already use the processors, so workers would only pass rows around. */
const NO_PARALLEL_WORKERS = `select set_config('max_parallel_workers_per_gather', '0', true)`;
export const SAVE_PLANNER_SETTINGS = `select set_config('matching.work_mem', current_setting('work_mem'), true), set_config('matching.statistics', current_setting('default_statistics_target'), true)`;
export const RESTORE_PLANNER_SETTINGS = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('work_mem', current_setting('matching.work_mem', true), true), set_config('default_statistics_target', current_setting('matching.statistics', true), true)`;

/** Reads, links, explains and stores the lines of one partition in the current unit of work. */
export async function matchPartition(
  database: Database,
  share: Partition,
  {
    number,
    changes,
    first,
    progress,
  }: { number: number; changes: Changes; first: boolean; progress: Progress | undefined },
): Promise<StoredLinksResult> {
  const { whole } = changes;
  const extent: RunScope = { whole, first, share };
  const reportProgress = async (name: string, done: number) =>
    share.isFirst ? progress?.tell(name, done, linkingSteps.length + 2) : undefined;
  await database.query(SAVE_PLANNER_SETTINGS);
  await database.query(LARGER_TEMP_BUFFERS);
  if (!share.isOnly) await database.query(NO_PARALLEL_WORKERS);
  await database.query(SMALL_STATISTICS_SAMPLE);
  await database.query(whole ? FULL_RUN_PLANNER_SETTINGS : PARTIAL_RUN_PLANNER_SETTINGS);
  await reportProgress('read', 0);
  await loadScope(database, changes, share);
  await database.query(FULL_RUN_PLANNER_SETTINGS);
  await loadUsualAccounts(database, extent);
  await runLinkingSteps(database, extent, (name, done) => reportProgress(name, done + 1));
  if (!whole) await preserveBoundaryLinks(database);
  await reportProgress('causes', linkingSteps.length + 1);
  await assignCauses(database, extent);
  if (!whole) await preserveBoundaryCauses(database);
  if (!whole)
    for (const sql of [RESTORE_PLANNER_SETTINGS, SMALL_STATISTICS_SAMPLE, PARTIAL_RUN_PLANNER_SETTINGS])
      await database.query(sql);
  const links = await storeLinks(database, number, extent);
  const buyers = await storeLines(database, extent);
  if (!whole && !first) await storeChanges(database, number);
  await storeTotals(database, extent);
  if (whole) await storeUsualAccounts(database, extent);
  await database.query('discard temp'); // several runs may share one transaction
  await database.query(RESTORE_PLANNER_SETTINGS);
  return { ...links, buyerIds: [...new Set([...links.buyerIds, ...buyers])] };
}
