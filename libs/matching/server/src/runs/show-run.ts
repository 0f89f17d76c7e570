import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, Drain, UnitOfWork } from '@tallgrunn/platform';
import { ShowMatchingCoverage, type MatchingCoverage } from '../show-matching-coverage.ts';

const FIRST_PAUSE_MS = 60;
const PAUSE_MS_MAX = 1000;

/** Lines and amount of one side in one state, over all suppliers and buyers. */
export interface StateSum {
  readonly side: 'reported' | 'booked';
  readonly state: string;
  readonly lines: number;
  readonly amount: string;
}

/** A match run with its results: opened and closed links, and the states of all lines after it. */
export interface RunFigures extends Pick<
  MatchingCoverage,
  'agreementPurchases' | 'allPurchases' | 'outside' | 'linked' | 'notTied' | 'over'
> {
  readonly number: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly opened: number;
  readonly closed: number;
  readonly states: readonly StateSum[];
}

export interface RunShown {
  readonly state: 'waiting' | 'done';
  readonly requestedAt: Date;
  /** The newest run that began at or after `requestedAt`; null until there is one. */
  readonly run: RunFigures | null;
}

interface RunRow extends Record<string, unknown> {
  readonly number: number;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly opened: number;
  readonly closed: number;
}

/** Returns the newest match run that began after a time, with its figures; null until there is one. */
@Injectable()
export class ShowRun {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly coverage: ShowMatchingCoverage,
    private readonly drain: Drain,
  ) {}

  async run(requestedAt: Date): Promise<RunShown> {
    const row = await this.database.one<RunRow>(
      `select number, started_at as "startedAt", finished_at as "finishedAt", opened, closed from matching.run where started_at >= $1 order by number desc limit 1`,
      [requestedAt],
    );
    if (!row) return { state: 'waiting', requestedAt, run: null };
    const { agreementPurchases, allPurchases, outside, linked, notTied, over } = await this.coverage.run({
      supplierId: null,
      buyerId: null,
    });
    return {
      state: 'done',
      requestedAt,
      run: { ...row, agreementPurchases, allPurchases, outside, linked, notTied, over, states: await this.#states() },
    };
  }

  /**
   * Waits until there is such a run, or until the time is up. Polls in short units of work, so that no connection is
   * occupied meanwhile.
   */
  async wait(requestedAt: Date, secondsMax: number): Promise<RunShown> {
    const actor = this.database.actor();
    const until = Date.now() + secondsMax * 1000;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, PAUSE_MS_MAX)) {
      const shown = await this.units.run({ ...actor }, () => this.run(requestedAt));
      const left = until - Date.now();
      if (shown.state === 'done' || left <= 0 || this.drain.isDraining) return shown;
      await sleep(Math.min(pause, left), undefined, { signal: this.drain.signal }).catch(() => undefined);
    }
  }

  #states(): Promise<StateSum[]> {
    return this.database.query<StateSum & Record<string, unknown>>(
      `select side, state, sum(lines)::int as lines, sum(amount)::text as amount from matching.matching_total where buyer_id is not null group by side, state order by side, state`,
    );
  }
}
