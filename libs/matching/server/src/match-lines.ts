import { Injectable } from '@nestjs/common';
import { Clock, Database, Facts, UnitOfWork, type Progress } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { keepSources } from './keeping/keep-sources.ts';
import type { Kept } from './keeping/keep-links.ts';
import { acts } from './linking/tie-lines.ts';
import { AS_IT_IS, FEW_ROWS_TELL, matchShare, ORDINARY } from './match-share.ts';
import { findChanges, type Changes } from './reading/read-scope.ts';
import { divide, everything, type Share } from './sharing/share.ts';

export const ENGINE = 'matching/10';

/** After a first run: all that lines are looked for by, or a later run would read whole tables for the few lines around a change. PostgreSQL learns of the other columns when it next looks at the tables by itself. */
const FIRST_STATISTICS: readonly string[] = [
  AS_IT_IS,
  FEW_ROWS_TELL,
  'analyze matching.link (cooperative_id, version_id, report_line_no, batch_id, spend_line_no, supplier_id, buyer_id, until_run, plain, report_day)',
  'analyze matching.report_line_apart (cooperative_id, version_id, line_no, supplier_id, buyer_id, books_id, day, state, cause)',
  'analyze matching.spend_line_apart (cooperative_id, batch_id, line_no, supplier_id, buyer_id, day, state, cause)',
  'analyze matching.cell',
  ORDINARY,
];

export interface MatchOptions {
  /** Read everything anew, not only what has changed since the last run. */
  readonly whole?: boolean;
  /** In how many sessions a run that reads everything is made; else in as many as there are processors and lines for. */
  readonly sessions?: number;
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
    private readonly units: UnitOfWork,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async run(progress?: Progress, options: MatchOptions = {}): Promise<MatchResult> {
    const startedAt = this.clock.now();
    await this.database.query(
      `select pg_advisory_xact_lock(hashtextextended('matching.run' || platform.cooperative(), 0))`,
    );
    const [last] = await this.database.query<{ number: number }>(
      'select coalesce(max(number), 0)::int as number from matching.run',
    );
    const number = (last?.number ?? 0) + 1;
    const changes = await findChanges(this.database, ENGINE, options.whole ?? false);
    const [stored] = await this.database.query<{ something: boolean }>(
      'select exists (select 1 from matching.report_line_apart) or exists (select 1 from matching.spend_line_apart) or exists (select 1 from matching.link) as something',
    );
    const first = stored?.something !== true;
    const kept = await this.#match({ number, changes, first, progress }, options.sessions);
    await keepSources(this.database, number, changes);
    if (first) for (const sql of FIRST_STATISTICS) await this.database.query(sql);
    else await this.database.tellPlanner('matching.link', kept.opened + kept.closed);
    await this.#writeDown(number, startedAt, { ...changes, lists: !changes.whole && !first }, kept);
    await this.facts.announce({
      name: 'matching.run-finished',
      subjectId: uuidv7(this.clock.now()),
      payload: { number, buyerIds: kept.buyerIds },
    });
    return { number, opened: kept.opened, closed: kept.closed, whole: changes.whole };
  }

  /**
   * All at once, or, where everything is read and there is much of it, in several sessions. Each commits by itself, before the run is written down:
   * should one fail, the run is not, and the next reads everything again and finds the lines of the others as it would leave them.
   */
  async #match(
    run: { number: number; changes: Changes; first: boolean; progress: Progress | undefined },
    sessions?: number,
  ): Promise<Kept> {
    const { shares, breakOff } = run.changes.whole
      ? await divide(this.database, sessions)
      : { shares: [everything], breakOff: () => undefined };
    const [only] = shares;
    if (only && shares.length === 1) return matchShare(this.database, only, run);
    const inOne = (share: Share) =>
      this.units.run({ ...this.database.actor() }, () => matchShare(this.database, share, run));
    const ends = await Promise.allSettled(
      shares.map((share) =>
        inOne(share).catch((failure: unknown) => {
          breakOff(failure);
          throw failure;
        }),
      ),
    );
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return sumOf(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])));
  }

  async #writeDown(
    number: number,
    startedAt: Date,
    { whole, lists, lastDecision, ground, versions, goneVersions, batches }: Changes & { readonly lists: boolean },
    { opened, closed }: Kept,
  ): Promise<void> {
    const read = {
      whole,
      lists,
      lastDecision,
      ground,
      versions: versions.length,
      goneVersions: goneVersions.length,
      batches: batches.length,
      steps: acts.map(({ name }) => name),
    };
    await this.database.query(
      'insert into matching.run (number, engine, started_at, finished_at, read, opened, closed) values ($1, $2, $3, $4, $5, $6, $7)',
      [number, ENGINE, startedAt, this.clock.now(), JSON.stringify(read), opened, closed],
    );
  }
}

const sumOf = (kept: readonly Kept[]): Kept => ({
  opened: kept.reduce((total, { opened }) => total + opened, 0),
  closed: kept.reduce((total, { closed }) => total + closed, 0),
  buyerIds: [...new Set(kept.flatMap(({ buyerIds }) => buyerIds))],
});
