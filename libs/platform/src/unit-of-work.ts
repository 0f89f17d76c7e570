import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from './actor.ts';
import { CONFIG, type Config } from './config.ts';
import { current, standingUnit } from './current-unit.ts';
import { Unit, type Pace, type Standing } from './unit.ts';

/** People and programs at the door wait for an answer; everything else is background work. */
const paceOf = (standing: Standing): Pace =>
  'actor' in standing && standing.actor.via !== 'web' && standing.actor.via !== 'key' ? 'background' : 'request';

/** What a rehearsal came to, thrown so that its transaction is rolled back. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super('rehearsed');
  }
}

/** Opens units of work. All that happens inside `work` is one transaction, acting for exactly one membership. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'operations'>,
  ) {}

  /** One transaction for this actor. A call inside a unit of the same actor joins it. */
  run<T>(actor: Actor, work: () => Promise<T>, pace?: Pace): Promise<T> {
    const unit = current.getStore();
    if (unit && 'actor' in unit.standing && unit.standing.actor === actor) return work();
    return this.#stand({ actor }, work, pace);
  }

  /** Does all of the work in a transaction of its own and takes it back: what would come of it, with nothing stored, announced or queued. */
  async rehearse<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#stand({ actor: { ...actor } }, async () => {
        throw new Rehearsed(await work());
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as T;
      throw error;
    }
  }

  /**
   * Commits what the current unit has done and gives its connection back, before a wait for something else than the database (a file that is
   * read, a client). The next query opens a new transaction, so call it before anything is written.
   */
  async releaseConnection(): Promise<void> {
    await standingUnit().release();
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

  /** A short unit that stands for nobody: it sees what is open to anybody, whatever cooperative it is of. */
  runForAnybody<T>(work: () => Promise<T>): Promise<T> {
    return this.#stand({ anybody: true }, work);
  }

  /** A unit inside another goes at its pace: what a job does aside is background work too, whoever set the job going. */
  async #stand<T>(
    standing: Standing,
    work: () => Promise<T>,
    pace = current.getStore()?.pace ?? paceOf(standing),
  ): Promise<T> {
    const unit = new Unit(this.source, standing, pace, this.config.operations);
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
