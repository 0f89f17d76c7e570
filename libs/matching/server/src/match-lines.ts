import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts, type Progress } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { keepCells } from './keeping/keep-cells.ts';
import { keepLines } from './keeping/keep-lines.ts';
import { keepLinks, type Kept } from './keeping/keep-links.ts';
import { keepSources } from './keeping/keep-sources.ts';
import { keepUsual, readUsual } from './keeping/keep-usual.ts';
import { acts, tieLines } from './linking/tie-lines.ts';
import { nameCauses } from './naming/name-causes.ts';
import { findChanges, readScope, type Changes } from './reading/read-scope.ts';

export const ENGINE = 'matching/2';

/**
 * A run reads whole tables, and writes some that the planner takes for empty: it must not walk one of those for each line while it grows. What the
 * planner needs to know of them is how large they are, roughly: 3,000 rows are looked at, not 30,000.
 */
const WHOLE_TABLES = `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true), set_config('default_statistics_target', '10', true)`;
/** Temporary tables of some hundred thousand lines stay in memory. A session that has used some before keeps what it has. */
const ROOM_FOR_TABLES = `do $$ begin perform set_config('temp_buffers', '64MB', true); exception when invalid_parameter_value then null; end $$`;
const ORDINARY = `select set_config('enable_nestloop', 'on', true), set_config('work_mem', current_setting('matching.work_mem', true), true), set_config('default_statistics_target', current_setting('matching.statistics', true), true)`;
/** After a first run: all that lines are looked for by, or a later run would read whole tables for the few lines around a change. PostgreSQL learns of the other columns when it next looks at the tables by itself. */
const FIRST_STATISTICS = [
  'analyze matching.link (cooperative_id, version_id, report_line_no, batch_id, spend_line_no, supplier_id, buyer_id, until_run)',
  'analyze matching.report_line (cooperative_id, version_id, line_no, supplier_id, buyer_id, books_id, day, state, cause)',
  'analyze matching.spend_line (cooperative_id, batch_id, line_no, supplier_id, buyer_id, day, state, cause)',
  'analyze matching.cell',
];

export interface MatchOptions {
  /** Read everything anew, not only what has changed since the last run. */
  readonly whole?: boolean;
}

export interface MatchResult {
  readonly number: number;
  readonly opened: number;
  readonly closed: number;
  readonly whole: boolean;
}

/** One match run: the lines that have changed since the last one, and those around them, by supplier, buyer and days. */
@Injectable()
export class MatchLines {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async run(progress?: Progress, options: MatchOptions = {}): Promise<MatchResult> {
    const startedAt = this.clock.now();
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('matching.run' || platform.cooperative(), 0))`);
    await this.database.query(`select set_config('matching.work_mem', current_setting('work_mem'), true), set_config('matching.statistics', current_setting('default_statistics_target'), true)`);
    await this.database.query(ROOM_FOR_TABLES);
    const [last] = await this.database.query<{ number: number }>('select coalesce(max(number), 0)::int as number from matching.run');
    const number = (last?.number ?? 0) + 1;
    const changes = await findChanges(this.database, ENGINE, options.whole ?? false);
    const kept = await this.#match(number, changes, progress);
    await this.#writeDown(number, startedAt, changes, kept);
    await this.facts.announce({ name: 'matching.run-finished', subjectId: uuidv7(this.clock.now()), payload: { number, buyerIds: kept.buyerIds } });
    return { number, opened: kept.opened, closed: kept.closed, whole: changes.whole };
  }

  async #match(number: number, changes: Changes, progress?: Progress): Promise<Kept> {
    const { whole } = changes;
    const [stored] = await this.database.query<{ something: boolean }>('select exists (select 1 from matching.report_line) or exists (select 1 from matching.spend_line) or exists (select 1 from matching.link) as something');
    const extent = { whole, first: stored?.something !== true };
    if (whole) await this.database.query(WHOLE_TABLES);
    await progress?.tell('read', 0, acts.length + 2);
    await readScope(this.database, changes);
    await this.database.query(WHOLE_TABLES);
    await readUsual(this.database, extent);
    await tieLines(this.database, (name, done) => progress?.tell(name, done + 1, acts.length + 2));
    await progress?.tell('causes', acts.length + 1, acts.length + 2);
    await nameCauses(this.database, extent);
    if (!whole) await this.database.query(ORDINARY);
    const links = await keepLinks(this.database, number, extent);
    const buyers = await keepLines(this.database, extent);
    await keepCells(this.database, extent);
    if (whole) await keepUsual(this.database, extent);
    await keepSources(this.database, number, changes);
    if (extent.first) for (const sql of FIRST_STATISTICS) await this.database.query(sql);
    else await this.database.tellPlanner('matching.link', links.opened + links.closed);
    await this.database.query('discard temp'); // several runs may stand in one transaction
    await this.database.query(ORDINARY);
    return { ...links, buyerIds: [...new Set([...links.buyerIds, ...buyers])] };
  }

  async #writeDown(number: number, startedAt: Date, { whole, lastDecision, ground, versions, goneVersions, batches }: Changes, { opened, closed }: Kept): Promise<void> {
    const read = { whole, lastDecision, ground, versions: versions.length, goneVersions: goneVersions.length, batches: batches.length, steps: acts.map(({ name }) => name) };
    await this.database.query('insert into matching.run (number, engine, started_at, finished_at, read, opened, closed) values ($1, $2, $3, $4, $5, $6, $7)', [
      number, ENGINE, startedAt, this.clock.now(), JSON.stringify(read), opened, closed,
    ]);
  }
}
