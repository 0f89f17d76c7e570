import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor } from './actor.ts';

/** What a unit of work stands for: someone acting, or (before that is known) only a person, a token or the open part of a machine key. */
export type Standing = { actor: Actor } | { personId: string } | { tokenHash: string } | { keyPrefix: string };

/** One transaction, opened at its first query and set to one standing. */
export class Unit {
  #runner: Promise<QueryRunner> | undefined;
  #afterCommit: (() => unknown)[] = [];

  constructor(
    private readonly source: DataSource,
    readonly standing: Standing,
  ) {}

  /** The query runner, inside the transaction; the first call opens it. */
  runner(): Promise<QueryRunner> {
    return (this.#runner ??= this.#open());
  }

  /** Runs after the transaction has committed, never when it rolled back. A failure is logged: it can no longer undo anything. */
  afterCommit(act: () => unknown): void {
    this.#afterCommit.push(act);
  }

  async finish(failed: boolean): Promise<void> {
    const runner = await this.#runner?.catch(() => undefined);
    if (!runner) return;
    try {
      if (failed) await runner.rollbackTransaction();
      else await runner.commitTransaction();
    } finally {
      await runner.release();
    }
    if (!failed) for (const act of this.#afterCommit) runLogged(act);
  }

  async #open(): Promise<QueryRunner> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      const set = Object.entries(settingsOf(this.standing));
      await runner.query(`select ${set.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`).join(', ')}`, set.flat());
      return runner;
    } catch (error) {
      await runner.release();
      throw error;
    }
  }
}

/** Starts `act`; an error, at once or later, goes to the log and nowhere else. */
function runLogged(act: () => unknown): void {
  const log = (error: unknown) => new Logger('after commit').error(error instanceof Error ? error.stack : String(error));
  try {
    Promise.resolve(act()).catch(log);
  } catch (error) {
    log(error);
  }
}

function settingsOf(standing: Standing): Record<string, string> {
  if ('tokenHash' in standing) return { 'app.token_hash': standing.tokenHash };
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

const current = new AsyncLocalStorage<Unit>();

/** The unit one stands in; an error when there is none, so that no query escapes its transaction. */
export function standingUnit(): Unit {
  const unit = current.getStore();
  if (!unit) throw new Error('No unit of work: open one with UnitOfWork.run before touching the database.');
  return unit;
}

/** The unit of work around the caller; undefined outside any. */
export const currentUnit = (): Unit | undefined => current.getStore();

/** Opens units of work. All that happens inside `work` is one transaction, acting for exactly one membership. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /** One transaction for this actor. A call inside a unit of the same actor joins it. */
  run<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const unit = current.getStore();
    if (unit && 'actor' in unit.standing && unit.standing.actor === actor) return work();
    return this.#stand({ actor }, work);
  }

  /** A short unit that knows only who the person is: which memberships do they have? */
  runAsPerson<T>(personId: string, work: () => Promise<T>): Promise<T> {
    return this.#stand({ personId }, work);
  }

  /** A short unit that knows only a token's hash: what does this invitation open? */
  runWithToken<T>(tokenHash: string, work: () => Promise<T>): Promise<T> {
    return this.#stand({ tokenHash }, work);
  }

  /** A short unit that knows only the open part of a machine key: which keys begin so? */
  runWithKeyPrefix<T>(keyPrefix: string, work: () => Promise<T>): Promise<T> {
    return this.#stand({ keyPrefix }, work);
  }

  async #stand<T>(standing: Standing, work: () => Promise<T>): Promise<T> {
    const unit = new Unit(this.source, standing);
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
