import { Logger } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from './actor.ts';
import { noteFailedCommit } from './uncertain-commit.ts';

/**
 * Whom a unit of work acts for: an actor, or (before that is known) only a person, a token or an API key prefix; or
 * nobody.
 */
export type TransactionContext =
  { actor: Actor } | { personId: string } | { tokenHash: string } | { keyPrefix: string } | { anybody: true };

/** Time class of a unit: a waiting request, a download, or background work. */
export type Pace = 'request' | 'download' | 'background';

/** Limits of a request: longest statement and longest wait for a lock, seconds. */
export interface UnitLimits {
  readonly statementSeconds: number;
  readonly lockSeconds: number;
}

/**
 * Returns PostgreSQL timeouts: longest statement, longest lock wait, longest pause within a transaction. After them
 * PostgreSQL cancels the statement or closes the connection. Background work has no separate lock timeout.
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

/** One database transaction, opened at its first query with the settings of its context. */
export class UnitOfWorkSession {
  #runner: Promise<QueryRunner> | undefined;
  #afterCommit: (() => unknown)[] = [];
  #isOver = false;

  constructor(
    private readonly source: DataSource,
    readonly context: TransactionContext,
    readonly pace: Pace,
    private readonly limits: UnitLimits,
  ) {}

  /**
   * Returns the query runner in the transaction. The first call opens the transaction.
   * @throws Error after the unit has ended
   */
  async runner(): Promise<QueryRunner> {
    if (this.#isOver) throw new Error('This unit of work is over.');
    return (this.#runner ??= this.#open());
  }

  /**
   * Registers a function to run after the commit; it does not run after a rollback. A failure is only logged, because
   * the commit cannot be undone.
   */
  afterCommit(act: () => unknown): void {
    this.#afterCommit.push(act);
  }

  /** Whether the unit has ended. */
  get isFinished(): boolean {
    return this.#isOver;
  }

  /** Ends the unit with a commit or a rollback. No query can follow. */
  async finish(failed: boolean): Promise<void> {
    this.#isOver = true;
    await this.#end(failed);
  }

  /** Commits the work so far. The next query opens a new transaction. */
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
    } catch (error) {
      if (!failed) noteFailedCommit(error);
      throw error;
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
      const set = Object.entries({ ...settingsOf(this.context), ...timeoutsOf(this.pace, this.limits) });
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

/** Runs `act` and logs an error or rejected promise. */
function runLogged(act: () => unknown): void {
  const log = (error: unknown) =>
    new Logger('after commit').error(error instanceof Error ? error.stack : String(error));
  try {
    Promise.resolve(act()).catch(log);
  } catch (error) {
    log(error);
  }
}

function settingsOf(context: TransactionContext): Record<string, string> {
  if ('tokenHash' in context) return { 'app.token_hash': context.tokenHash };
  if ('anybody' in context) return {};
  if ('keyPrefix' in context) return { 'app.key_prefix': context.keyPrefix };
  if ('personId' in context) return { 'app.person_id': context.personId };
  const { actor } = context;
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
