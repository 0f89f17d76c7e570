import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from './actor.ts';
import { CONFIG, type Config } from './config.ts';
import { current, currentUnit } from './current-unit.ts';
import { UnitOfWorkSession, type Pace, type TransactionContext } from './unit.ts';

/**
 * Returns the pace of a unit. Web and API-key actors, and units without an actor, serve a waiting request; everything
 * else is background work.
 */
const paceOf = (context: TransactionContext): Pace =>
  'actor' in context && context.actor.via !== 'web' && context.actor.via !== 'key' ? 'background' : 'request';

/** The result of a rehearsal, thrown to roll its transaction back. */
class DryRunResult extends Error {
  constructor(readonly result: unknown) {
    super('rehearsed');
  }
}

/** Opens units of work. All of `work` runs in one transaction, for exactly one membership. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'operations'>,
  ) {}

  /** Runs `work` in one transaction for this actor. A call inside a unit of the same actor object joins that unit. */
  run<T>(actor: Actor, work: () => Promise<T>, pace?: Pace): Promise<T> {
    const unit = current.getStore();
    if (unit && 'actor' in unit.context && unit.context.actor === actor) return work();
    return this.#stand({ actor }, work, pace);
  }

  /**
   * Runs `work` in a separate transaction and rolls it back. Returns its result; nothing is stored, published or
   * queued.
   */
  async dryRun<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#stand({ actor: { ...actor } }, async () => {
        throw new DryRunResult(await work());
      });
    } catch (error) {
      if (error instanceof DryRunResult) return error.result as T;
      throw error;
    }
  }

  /**
   * Commits the current unit and releases its connection, before a wait for something other than the database (a file,
   * a client). The next query opens a new transaction. Call it before the first write, because later work is not atomic
   * with earlier work.
   */
  async releaseConnection(): Promise<void> {
    await currentUnit().release();
  }

  /** Runs `work` in a unit that knows only the person, to find their memberships. */
  runAsPerson<T>(personId: string, work: () => Promise<T>): Promise<T> {
    return this.#stand({ personId }, work);
  }

  /** Runs `work` in a unit that knows only the hash of a token, to find its invitation. */
  runWithToken<T>(tokenHash: string, work: () => Promise<T>): Promise<T> {
    return this.#stand({ tokenHash }, work);
  }

  /** Runs `work` in a unit that knows only the public prefix of an API key, to find the key. */
  runWithKeyPrefix<T>(keyPrefix: string, work: () => Promise<T>): Promise<T> {
    return this.#stand({ keyPrefix }, work);
  }

  /** Runs `work` in a unit without actor or tenant. It sees rows that are public in all cooperatives. */
  runWithoutActor<T>(work: () => Promise<T>): Promise<T> {
    return this.#stand({ anybody: true }, work);
  }

  /**
   * Runs `work` in a new unit. A nested unit inherits the pace: separate transactions of a background job are
   * background work too.
   */
  async #stand<T>(
    context: TransactionContext,
    work: () => Promise<T>,
    pace = current.getStore()?.pace ?? paceOf(context),
  ): Promise<T> {
    const unit = new UnitOfWorkSession(this.source, context, pace, this.config.operations);
    try {
      const result = await current.run(unit, work);
      await unit.finish(false);
      return result;
    } catch (error) {
      await unit.finish(true).catch(() => undefined);
      throw error;
    }
  }
}
