import { Logger } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from './actor.ts';

/** What a unit of work stands for: someone acting, or (before that is known) only a person, a token or the open part of a machine key; or nobody. */
export type Standing =
  { actor: Actor } | { personId: string } | { tokenHash: string } | { keyPrefix: string } | { anybody: true };

/** How long a unit may take: an answer that somebody waits for, a download, or work in the background. */
export type Pace = 'request' | 'download' | 'background';

/** How long a request's statements may take and wait for a lock, seconds. */
export interface UnitLimits {
  readonly statementSeconds: number;
  readonly lockSeconds: number;
}

/**
 * Longest single statement, longest wait for a lock, and longest pause between two statements of a transaction. Beyond it PostgreSQL ends the
 * statement or the connection. Work in the background may wait for a lock as long as for anything else.
 */
const timeoutsOf = (pace: Pace, { statementSeconds, lockSeconds }: UnitLimits): Record<string, string> =>
  ({
    request: {
      statement_timeout: `${statementSeconds}s`,
      lock_timeout: `${lockSeconds}s`,
      idle_in_transaction_session_timeout: '60s',
    },
    download: {
      statement_timeout: '10min',
      lock_timeout: `${lockSeconds}s`,
      idle_in_transaction_session_timeout: '60s',
    },
    background: { statement_timeout: '2h', idle_in_transaction_session_timeout: '2h' },
  })[pace];

/** One transaction, opened at its first query and set to one standing. */
export class Unit {
  #runner: Promise<QueryRunner> | undefined;
  #afterCommit: (() => unknown)[] = [];
  #isOver = false;

  constructor(
    private readonly source: DataSource,
    readonly standing: Standing,
    readonly pace: Pace,
    private readonly limits: UnitLimits,
  ) {}

  /** The query runner, inside the transaction; the first call opens it. */
  async runner(): Promise<QueryRunner> {
    if (this.#isOver) throw new Error('This unit of work is over.');
    return (this.#runner ??= this.#open());
  }

  /** Runs after the transaction has committed, never when it rolled back. A failure is logged: it can no longer undo anything. */
  afterCommit(act: () => unknown): void {
    this.#afterCommit.push(act);
  }

  /** Whether the unit has ended. */
  get isFinished(): boolean {
    return this.#isOver;
  }

  /** Ends the unit: no query can follow. */
  async finish(failed: boolean): Promise<void> {
    this.#isOver = true;
    await this.#end(failed);
  }

  /** Commits what was done so far; the next query opens another transaction. */
  async release(): Promise<void> {
    await this.#end(false);
  }

  async #end(failed: boolean): Promise<void> {
    const runner = await this.#runner?.catch(() => undefined);
    const afterCommit = this.#afterCommit;
    [this.#runner, this.#afterCommit] = [undefined, []];
    if (!runner) return;
    try {
      if (failed) await runner.rollbackTransaction();
      else await runner.commitTransaction();
    } finally {
      await runner.release();
    }
    if (!failed) for (const act of afterCommit) runLogged(act);
  }

  async #open(): Promise<QueryRunner> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      const set = Object.entries({ ...settingsOf(this.standing), ...timeoutsOf(this.pace, this.limits) });
      await runner.query(
        `select ${set.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`).join(', ')}`,
        set.flat(),
      );
      return runner;
    } catch (error) {
      await runner.release();
      throw error;
    }
  }
}

/** Starts `act`; an error, at once or later, goes to the log and nowhere else. */
function runLogged(act: () => unknown): void {
  const log = (error: unknown) =>
    new Logger('after commit').error(error instanceof Error ? error.stack : String(error));
  try {
    Promise.resolve(act()).catch(log);
  } catch (error) {
    log(error);
  }
}

function settingsOf(standing: Standing): Record<string, string> {
  if ('tokenHash' in standing) return { 'app.token_hash': standing.tokenHash };
  if ('anybody' in standing) return {};
  if ('keyPrefix' in standing) return { 'app.key_prefix': standing.keyPrefix };
  if ('personId' in standing) return { 'app.person_id': standing.personId };
  const { actor } = standing;
  return {
    'app.cooperative_id': actor.cooperativeId,
    'app.organisation_id': actor.organisationId ?? '',
    'app.person_id': actor.personId ?? '',
    'app.membership_id': actor.membershipId ?? '',
    'app.side': actor.side,
    'app.role': actor.role,
    'app.via': actor.via,
    'app.api_key_id': actor.apiKeyId ?? '',
  };
}
