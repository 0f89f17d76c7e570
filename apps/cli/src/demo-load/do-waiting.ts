import type { INestApplicationContext } from '@nestjs/common';
import { Jobs, JobsAtOnce, WorkJobs, type Actor } from '@tallgrunn/platform';

/** Runs pending jobs in this process, in order; `passes` selects by job name. */
export interface DoWaiting {
  until(passes?: (name: string) => boolean): Promise<void>;
  /** Runs one job that was lost with an earlier process. */
  now(name: string, actor: Actor, payload: Record<string, unknown>): Promise<void>;
}

export function doWaiting(app: INestApplicationContext): DoWaiting {
  const jobs = app.get(Jobs, { strict: false });
  if (!(jobs instanceof JobsAtOnce)) throw new Error('These rooms stand with a queue of their own.');
  const work = app.get(WorkJobs, { strict: false });
  return {
    until: async (passes) => {
      for (let job = jobs.take(passes); job; job = jobs.take(passes)) await work.doNow(job.name, job.envelope);
    },
    now: (name, actor, payload) => work.doNow(name, { actor, payload }),
  };
}
