import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DELETE_GONE, DROP_ROWS, INSERT_FRESH, makeRows } from './combining/combined-rows.ts';
import { DROP_TOUCHED_IF_THERE, followRuns, keepFollowed } from './combining/follow-runs.ts';
import { keepSums, moveSums } from './combining/kept-sums.ts';
import { DROP_LINES, readLines } from './combining/read-lines.ts';

/** Rows that were written, and whether only what runs had changed was read. */
export interface Refreshed {
  readonly deleted: number;
  readonly inserted: number;
  readonly isFollowed: boolean;
}

/** One refresh at a time per cooperative: waits for its turn, which lasts to the end of the transaction. The first lock that a refresh takes, and the only one that another could wait for. */
const TAKE_TURN = `select pg_advisory_xact_lock(hashtextextended('insight.combined_line' || platform.cooperative(), 0)), set_config('insight.work_mem', current_setting('work_mem'), true), set_config('insight.statistics', current_setting('default_statistics_target'), true)`;
/** Whole tables are read, some of them loaded a moment ago: the planner must not walk one for each row of another. */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
/** Few lines are looked up: of what is walled in the planner takes a whole index to be short, and would read it through. */
const LOOKED_UP = `select set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true), set_config('default_statistics_target', '10', true)`;
const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('jit', 'on', true), set_config('work_mem', current_setting('insight.work_mem', true), true), set_config('default_statistics_target', current_setting('insight.statistics', true), true)`;

/**
 * Makes the combined table from the doors of the rooms to the left: a row for each part of what is booked, and one for what of a reported line stands on
 * nothing booked. Reads the lines that runs of matching and emissions have changed since it last did; all of them where something changed that no run
 * lists. Writes only what is otherwise than it stands, and keeps the sums of the rows in step. Stands in a unit of the system.
 */
@Injectable()
export class RefreshCombined {
  constructor(private readonly database: Database) {}

  /** `isWhole`: make every row anew, whatever has changed. */
  async run({ isWhole = false }: { readonly isWhole?: boolean } = {}): Promise<Refreshed> {
    for (const sql of [TAKE_TURN, LOOKED_UP]) await this.database.query(sql);
    const { isFollowed: isKnown, ...reached } = await followRuns(this.database);
    const isFollowed = isKnown && !isWhole;
    const extent = isFollowed ? 'touched' : 'all';
    if (!isFollowed) await this.database.query(WHOLE_TABLES);
    for (const sql of [...readLines(extent), ...makeRows(extent), ...moveSums(extent)]) await this.database.query(sql);
    const deleted = await this.#count(DELETE_GONE);
    const inserted = await this.#count(INSERT_FRESH);
    for (const sql of keepSums(extent)) await this.database.query(sql);
    await keepFollowed(this.database, reached);
    for (const sql of [DROP_ROWS, DROP_LINES, DROP_TOUCHED_IF_THERE, ORDINARY]) await this.database.query(sql);
    return { deleted, inserted, isFollowed };
  }

  async #count(sql: string): Promise<number> {
    return (await this.database.one<{ rows: number }>(sql))?.rows ?? 0;
  }
}
