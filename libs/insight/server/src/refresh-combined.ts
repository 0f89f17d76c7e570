import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { DELETE_GONE, DROP_ROWS, insertFresh, makeRows } from './combining/combined-rows.ts';
import { DROP_LINES, readLines } from './combining/read-lines.ts';

/** Rows that were written. */
export interface Refreshed {
  readonly deleted: number;
  readonly inserted: number;
}

/** One refresh at a time per cooperative: waits for its turn, which lasts to the end of the transaction. The first and only lock that a refresh takes. */
const TAKE_TURN = `select pg_advisory_xact_lock(hashtextextended('insight.combined_line' || platform.cooperative(), 0)), set_config('insight.work_mem', current_setting('work_mem'), true)`;
/** Whole tables are read, some of them loaded a moment ago: the planner must not walk one for each row of another. */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`;
const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('jit', 'on', true), set_config('work_mem', current_setting('insight.work_mem', true), true)`;

const EVERY_ROW = 'select * from insight.combined_line';

/**
 * Makes the combined table from the doors of the rooms to the left: a row for each part of what is booked, and one for what of a reported line stands on
 * nothing booked. Writes only what is otherwise than it stands. Stands in a unit of the system.
 */
@Injectable()
export class RefreshCombined {
  constructor(private readonly database: Database) {}

  async run(): Promise<Refreshed> {
    for (const sql of [TAKE_TURN, WHOLE_TABLES, ...readLines('all'), ...makeRows(EVERY_ROW)]) await this.database.query(sql);
    const deleted = await this.#count(DELETE_GONE);
    const inserted = await this.#count(insertFresh(EVERY_ROW));
    for (const sql of [DROP_ROWS, DROP_LINES, ORDINARY]) await this.database.query(sql);
    return { deleted, inserted };
  }

  async #count(sql: string): Promise<number> {
    return (await this.database.one<{ rows: number }>(sql))?.rows ?? 0;
  }
}
