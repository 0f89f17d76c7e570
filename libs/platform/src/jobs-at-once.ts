import { Injectable } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { Jobs, type EnqueueOptions, type JobEnvelope } from './jobs.ts';

interface Waiting {
  readonly name: string;
  readonly envelope: JobEnvelope;
}

/**
 * Jobs that wait in this process instead of in the queue, for a command that does the work itself, in order and by its own clock.
 * What is waiting is lost with the process: only for loads that can be run again.
 */
@Injectable()
export class JobsAtOnce extends Jobs {
  readonly #waiting: Waiting[] = [];

  constructor(
    private readonly unit: Database,
    boss: PgBoss,
    clock: Clock,
  ) {
    super(unit, boss, clock);
  }

  override async enqueue(name: string, payload: Record<string, unknown>, options: EnqueueOptions = {}): Promise<void> {
    if (options.startAfter) return super.enqueue(name, payload, options); // for later, and for whoever works then
    const actor = this.unit.actor();
    this.unit.afterCommit(() => {
      const already =
        options.waiting === 'one' &&
        this.#waiting.some((job) => job.name === name && job.envelope.actor?.cooperativeId === actor.cooperativeId);
      if (!already) this.#waiting.push({ name, envelope: { actor, payload } });
    });
  }

  /** The next job that waits and passes, taken out; undefined when there is none. */
  take(passes: (name: string) => boolean = () => true): Waiting | undefined {
    const at = this.#waiting.findIndex(({ name }) => passes(name));
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }
}
