import type { INestApplicationContext } from '@nestjs/common';
import { Jobs, InMemoryJobs, JobWorker, type Actor } from '@tallgrunn/platform';

/** Runs pending jobs in this process, in order; `passes` selects by job name. */
export interface RunPendingJobs {
  until(passes?: (name: string) => boolean): Promise<void>;
  /** Runs one job that was lost with an earlier process. */
  now(name: string, actor: Actor, payload: Record<string, unknown>): Promise<void>;
}

export function runPendingJobs(app: INestApplicationContext): RunPendingJobs {
  const jobs = app.get(Jobs, { strict: false });
  if (!(jobs instanceof InMemoryJobs)) throw new Error('These rooms stand with a queue of their own.');
  const work = app.get(JobWorker, { strict: false });
  return {
    until: async (passes) => {
      for (let job = jobs.takeNext(passes); job; job = jobs.takeNext(passes)) await work.runNow(job.name, job.envelope);
    },
    now: (name, actor, payload) => work.runNow(name, { actor, payload }),
  };
}
