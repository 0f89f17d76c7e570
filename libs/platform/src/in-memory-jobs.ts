import { Injectable } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { Jobs, type EnqueueOptions, type JobEnvelope } from './jobs.ts';

interface QueuedJob {
  readonly name: string;
  readonly envelope: JobEnvelope;
}

/**
 * A job queue in memory, for a command that runs the jobs itself, in order and by its own clock. Queued jobs are lost
 * with the process: use it only for loads that can be repeated.
 */
@Injectable()
export class InMemoryJobs extends Jobs {
  readonly #waiting: QueuedJob[] = [];

  constructor(
    private readonly unit: Database,
    boss: PgBoss,
    clock: Clock,
  ) {
    super(unit, boss, clock);
  }

  override async enqueue(name: string, payload: Record<string, unknown>, options: EnqueueOptions = {}): Promise<void> {
    if (options.startAfter) return super.enqueue(name, payload, options); // a scheduled job goes to the real queue
    const actor = this.unit.actor();
    this.unit.afterCommit(() => {
      const isQueued =
        options.waiting === 'one' &&
        this.#waiting.some((job) => job.name === name && job.envelope.actor?.cooperativeId === actor.cooperativeId);
      if (!isQueued) this.#waiting.push({ name, envelope: { actor, payload } });
    });
  }

  /** Removes and returns the first queued job that passes; undefined when there is none. */
  takeNext(passes: (name: string) => boolean = () => true): QueuedJob | undefined {
    const at = this.#waiting.findIndex(({ name }) => passes(name));
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }
}
