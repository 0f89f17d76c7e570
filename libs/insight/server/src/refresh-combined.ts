import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DELETE_CHANGED, DROP_ROWS, INSERT_NEW, createRows } from './combining/combined-rows.ts';
import { DROP_TOUCHED_IF_THERE, findChanges, storeProcessedState } from './combining/follow-runs.ts';
import { storeSums, calculateSumChanges } from './combining/stored-sums.ts';
import { DROP_LINES, loadLines } from './combining/read-lines.ts';

/** Number of rows written, and whether only changed lines were read. */
export interface RefreshResult {
  readonly deleted: number;
  readonly inserted: number;
  readonly isFollowed: boolean;
}

/**
 * SQL: takes the lock that limits a cooperative to one refresh at a time, until the transaction ends. It is the first
 * lock of a refresh, and the only one for which another may wait.
 */
const LOCK_REFRESH = `select pg_advisory_xact_lock(hashtextextended('insight.combined_line' || platform.cooperative(), 0)), set_config('insight.work_mem', current_setting('work_mem'), true), set_config('insight.statistics', current_setting('default_statistics_target'), true)`;
/**
 * Planner settings of a full refresh. It reads whole tables, some just loaded: the planner must not scan one table for
 * each row of another.
 */
const FULL_RUN_PLANNER_SETTINGS = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
/**
 * Planner settings of a partial refresh, which looks up few lines. With row-level security the planner underestimates
 * the size of an index and would scan it in full.
 */
const PARTIAL_RUN_PLANNER_SETTINGS = `select set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true), set_config('default_statistics_target', '10', true)`;
const RESTORE_PLANNER_SETTINGS = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('jit', 'on', true), set_config('work_mem', current_setting('insight.work_mem', true), true), set_config('default_statistics_target', current_setting('insight.statistics', true), true)`;

/**
 * Builds the combined table from the door views of other rooms: one row per part of a booked line, and one per amount
 * that is only reported.
 * Reads the lines changed by match runs and emission runs since the last refresh, or all lines if something changed
 * that no run lists. Writes only differences and updates the sums.
 * Requires a unit of work of the system actor.
 */
@Injectable()
export class RefreshCombined {
  constructor(private readonly database: Database) {}

  /** `isWhole`: recalculates every row. */
  async run({ isWhole = false }: { readonly isWhole?: boolean } = {}): Promise<RefreshResult> {
    for (const sql of [LOCK_REFRESH, PARTIAL_RUN_PLANNER_SETTINGS]) await this.database.query(sql);
    const { isFollowed: isKnown, ...processed } = await findChanges(this.database);
    const isFollowed = isKnown && !isWhole;
    const extent = isFollowed ? 'touched' : 'all';
    if (!isFollowed) await this.database.query(FULL_RUN_PLANNER_SETTINGS);
    for (const sql of [...loadLines(extent), ...createRows(extent), ...calculateSumChanges(extent)])
      await this.database.query(sql);
    const deleted = await this.#count(DELETE_CHANGED);
    const inserted = await this.#count(INSERT_NEW);
    for (const sql of storeSums(extent)) await this.database.query(sql);
    await storeProcessedState(this.database, processed);
    for (const sql of [DROP_ROWS, DROP_LINES, DROP_TOUCHED_IF_THERE, RESTORE_PLANNER_SETTINGS])
      await this.database.query(sql);
    return { deleted, inserted, isFollowed };
  }

  async #count(sql: string): Promise<number> {
    return (await this.database.one<{ rows: number }>(sql))?.rows ?? 0;
  }
}
