import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents, UnitOfWork, type Progress } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { storeRunInputs } from './storing/store-run-inputs.ts';
import type { StoredLinksResult } from './storing/store-links.ts';
import { linkingSteps } from './linking/run-linking-steps.ts';
import {
  SAVE_PLANNER_SETTINGS,
  SMALL_STATISTICS_SAMPLE,
  matchPartition,
  RESTORE_PLANNER_SETTINGS,
} from './match-partition.ts';
import { findChanges, type Changes } from './loading/select-scope.ts';
import { createPartitions, singlePartition, type Partition } from './partitioning/partition.ts';

export const ENGINE = 'matching/11';

/**
 * SQL after a first run: statistics of all lookup columns. Without them, a later run would read whole tables for the
 * few lines around a change. Autovacuum collects the other statistics.
 */
const FIRST_STATISTICS: readonly string[] = [
  SAVE_PLANNER_SETTINGS,
  SMALL_STATISTICS_SAMPLE,
  'analyze matching.link (cooperative_id, version_id, report_line_no, batch_id, spend_line_no, supplier_id, buyer_id, closed_by_run, plain, report_day)',
  'analyze matching.standalone_report_line (cooperative_id, version_id, line_no, supplier_id, buyer_id, ledger_buyer_id, day, state, cause)',
  'analyze matching.standalone_spend_line (cooperative_id, batch_id, line_no, supplier_id, buyer_id, day, state, cause)',
  'analyze matching.matching_total',
  RESTORE_PLANNER_SETTINGS,
];

export interface MatchOptions {
  /** True to read everything, not only the changes since the last run. */
  readonly whole?: boolean;
  /** Number of sessions for a full run; by default, by processors and lines. */
  readonly sessions?: number;
}

export interface MatchResult {
  readonly number: number;
  readonly opened: number;
  readonly closed: number;
  readonly whole: boolean;
}

/** Runs one match run: on the lines changed since the last one and those around them, by supplier, buyer and days. */
@Injectable()
export class MatchLines {
  constructor(
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly facts: DomainEvents,
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
      'select exists (select 1 from matching.standalone_report_line) or exists (select 1 from matching.standalone_spend_line) or exists (select 1 from matching.link) as something',
    );
    const first = stored?.something !== true;
    const kept = await this.#match({ number, changes, first, progress }, options.sessions);
    await storeRunInputs(this.database, number, changes);
    if (first) for (const sql of FIRST_STATISTICS) await this.database.query(sql);
    else await this.database.analyzeAfterChange('matching.link', kept.opened + kept.closed);
    await this.#writeDown(number, startedAt, { ...changes, lists: !changes.whole && !first }, kept);
    await this.facts.publish({
      name: 'matching.run-finished',
      subjectId: uuidv7(this.clock.now()),
      payload: { number, buyerIds: kept.buyerIds },
    });
    return { number, opened: kept.opened, closed: kept.closed, whole: changes.whole };
  }

  /**
   * Matches in one session, or in several for a large full run. Each session commits separately, before the run is
   * stored. If one fails, the run is not stored; the next run is then full and corrects the lines of the other
   * sessions.
   */
  async #match(
    run: { number: number; changes: Changes; first: boolean; progress: Progress | undefined },
    sessions?: number,
  ): Promise<StoredLinksResult> {
    const { shares, breakOff } = run.changes.whole
      ? await createPartitions(this.database, sessions)
      : { shares: [singlePartition], breakOff: () => undefined };
    const [only] = shares;
    if (only && shares.length === 1) return matchPartition(this.database, only, run);
    const inOne = (share: Partition) =>
      this.units.run({ ...this.database.actor() }, () => matchPartition(this.database, share, run));
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
    { opened, closed }: StoredLinksResult,
  ): Promise<void> {
    const read = {
      whole,
      lists,
      lastDecision,
      ground,
      versions: versions.length,
      goneVersions: goneVersions.length,
      batches: batches.length,
      steps: linkingSteps.map(({ name }) => name),
    };
    await this.database.query(
      'insert into matching.run (number, engine, started_at, finished_at, read, opened, closed) values ($1, $2, $3, $4, $5, $6, $7)',
      [number, ENGINE, startedAt, this.clock.now(), JSON.stringify(read), opened, closed],
    );
  }
}

const sumOf = (kept: readonly StoredLinksResult[]): StoredLinksResult => ({
  opened: kept.reduce((total, { opened }) => total + opened, 0),
  closed: kept.reduce((total, { closed }) => total + closed, 0),
  buyerIds: [...new Set(kept.flatMap(({ buyerIds }) => buyerIds))],
});
