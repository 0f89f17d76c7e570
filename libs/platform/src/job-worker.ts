import { Injectable, Logger, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PgBoss } from 'pg-boss';
import { systemActor } from './actor.ts';
import { largeFileSlots, readingSlots } from './subprocess/subprocess-limits.ts';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { declarationsOf } from './collect-declarations.ts';
import { Jobs, type JobDeclaration, type JobHandler, type JobEnvelope, type Progress } from './jobs.ts';
import { FileSlots } from './file-places.ts';
import { DiskSpace, isDiskFull } from './operations/disk-space.ts';
import { Metrics } from './operations/metrics.ts';
import { runInTrace, traceFrom } from './operations/trace-context.ts';
import { Problem } from './problem.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** A job or event subscription, with the provider that handles it. */
export interface RegisteredJob extends JobDeclaration {
  readonly doer: JobHandler;
}

/**
 * Committing a job notifies an idle queue. Polling finds jobs that become due later (a retry, a scheduled start). It
 * runs every two seconds, or every half second without LISTEN, as behind a pooler that shares sessions.
 */
const polling = { notifyPollingIntervalSeconds: 2, pollingIntervalSeconds: 0.5 };

/** E-mails that one worker delivers concurrently, so that a slow delivery does not block the others. */
const CONCURRENT_MAILS = 4;

/** Returns how many jobs of one queue this worker runs concurrently. */
function concurrencyOf({ lane, inTurn }: JobDeclaration): number {
  if (lane === 'mail') return CONCURRENT_MAILS;
  if (!inTurn) return 1;
  return lane === 'long' ? largeFileSlots() : readingSlots();
}

/** One attempt at a job of the queue. */
interface Attempt {
  /** Null when the job is run without the queue. */
  readonly jobId: string | null;
  readonly isLast: boolean;
}

const notQueued: Attempt = { jobId: null, isLast: false };

/** What a report is about. Nothing is stored without a subject. */
interface Reported {
  readonly jobName: string;
  /** Null when it does not matter whether the job is open. */
  readonly jobId: string | null;
  readonly subjectId: string | null;
}

interface ReportedState {
  readonly state: 'working' | 'done' | 'failed';
  readonly stage: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly problem?: unknown;
}

const ended = { stage: null, done: 0, total: null };

/**
 * Finds the jobs and subscriptions of the rooms and processes their queues. Each lane is processed separately, so that
 * small jobs never wait for large ones.
 */
@Injectable()
export class JobWorker {
  readonly #log = new Logger('work');
  readonly #places = new FileSlots(readingSlots());

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly boss: PgBoss,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly disk: DiskSpace,
  ) {}

  /** Returns all jobs and event subscriptions of all rooms. */
  registeredJobs(): RegisteredJob[] {
    const registered: RegisteredJob[] = [];
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || !instance) continue;
      for (const work of declarationsOf(metatype as Type)) registered.push({ ...work, doer: instance as JobHandler });
    }
    return registered;
  }

  /** Starts processing. Resolves when every queue has its workers. */
  async start(): Promise<void> {
    for (const job of this.registeredJobs()) {
      for (let n = 0; n < concurrencyOf(job); n += 1) await this.#watch(job);
    }
  }

  /** Processes the jobs of one queue, one after the other. */
  async #watch(job: RegisteredJob): Promise<void> {
    let worker = '';
    // an organisation has one large file read at a time, because that may take hours
    const groups = job.inTurn && job.lane === 'long' ? { groupConcurrency: 1 } : {};
    const options = { ...polling, ...groups, heartbeatRefreshSeconds: 10, includeMetadata: true as const };
    worker = await this.boss.work<JobEnvelope, void, typeof options>(job.name, options, async (jobs) => {
      for (const { id, data, createdOn, retryCount, retryLimit } of jobs) {
        if (job.yieldsSeconds) await this.#places.waitUntilFree(createdOn.getTime() + job.yieldsSeconds * 1000);
        const work = () => this.#attempt(job, data, { jobId: id, isLast: retryCount >= retryLimit });
        const done = job.inTurn && job.lane === 'short' ? this.#places.runInSlot(work) : work();
        await done.finally(() => this.boss.notifyWorker(worker)); // polls at once, because another job may be waiting
      }
    });
  }

  /** Runs one job in the trace that queued it, and counts its outcome. */
  async #attempt(job: RegisteredJob, envelope: JobEnvelope, attempt: Attempt): Promise<void> {
    const began = performance.now();
    const queue = job.name;
    try {
      const isRejected = await runInTrace(traceFrom(envelope.traceparent), () => this.#do(job, envelope, attempt));
      this.metrics.jobs.increase({ queue, outcome: isRejected ? 'refused' : 'done' });
    } catch (error) {
      if (isDiskFull(error)) this.disk.recordFull();
      this.metrics.jobs.increase({ queue, outcome: attempt.isLast ? 'failed' : 'retried' });
      throw error;
    } finally {
      this.metrics.jobSeconds.observe((performance.now() - began) / 1000, { queue });
    }
  }

  /** Runs one job now, in this process. Errors other than a Problem are thrown to the caller. */
  async runNow(name: string, envelope: JobEnvelope): Promise<void> {
    const job = this.registeredJobs().find((each) => each.name === name);
    if (!job) throw new Error(`Nobody does the job ${name}.`);
    await this.#do(job, envelope);
  }

  /**
   * Runs the job. Returns true when it ended with a Problem, which means its input was rejected; any other error is
   * thrown. What it did, that it is done and its last progress are one transaction: a worker that is killed leaves all of
   * it or nothing. Progress before that, and of a failure, is stored in transactions of its own.
   */
  async #do(job: RegisteredJob, { actor, payload }: JobEnvelope, attempt = notQueued): Promise<boolean> {
    if (!actor) return this.#doOutsideUnit(job, payload, attempt.isLast).then(() => false);
    const system = systemActor(actor.cooperativeId, actor);
    const subjectId = typeof payload['subjectId'] === 'string' ? payload['subjectId'] : null;
    const of: Reported = { jobName: job.name, jobId: attempt.jobId, subjectId };
    const report = (now: ReportedState) => this.units.run({ ...system }, () => this.#report(of, now));
    const progress: Progress = {
      tell: (stage, done, total) => report({ state: 'working', stage, done, total: total ?? null }),
    };
    try {
      await progress.tell('started', 0);
      await this.units.run(
        system,
        async () => {
          if (job.waiting === 'one') await this.jobs.removeWaiting(job.name);
          await job.doer.run(payload, progress);
          if (attempt.jobId) await this.jobs.complete(job.name, attempt.jobId);
          await this.#report({ ...of, jobId: null }, { ...ended, state: 'done' });
        },
        'background',
      );
      if (job.waiting === 'one') await this.units.run({ ...system }, () => this.jobs.completeRemoved(job.name));
      return false;
    } catch (error) {
      this.#log.error({
        job: job.name,
        subjectId,
        isLastAttempt: attempt.isLast,
        error: error instanceof Error ? error.stack : String(error),
      });
      const problem = error instanceof Problem ? { code: error.code, params: error.params } : { code: 'unexpected' };
      await report({ ...ended, state: 'failed', problem }).catch(() => undefined);
      if (!(error instanceof Problem)) throw error;
      return true;
    }
  }

  /** Runs a job of no cooperative. It opens its own transactions, and no progress is stored. */
  async #doOutsideUnit(job: RegisteredJob, payload: Record<string, unknown>, isLastAttempt: boolean): Promise<void> {
    try {
      await job.doer.run(payload, { tell: () => Promise.resolve() });
    } catch (error) {
      this.#log.error({ job: job.name, isLastAttempt, error: error instanceof Error ? error.stack : String(error) });
      throw error;
    }
  }

  /**
   * Stores progress in the current unit, unless the job is done: another worker may have been faster. It waits for one
   * that is about to end the same job, because its own snapshot would not show that.
   */
  async #report({ jobName, jobId, subjectId }: Reported, now: ReportedState): Promise<void> {
    if (subjectId === null) return;
    await this.database.query(
      `insert into platform.job_progress (subject_id, job_name, state, stage, done, total, problem, updated_at) select $1, $2, $3, $4, $5, $6, $7, $8
       where $9::uuid is null or exists (select from pgboss.job j where j.name = $2 and j.id = $9 and j.state <= 'active' for share)
       on conflict (cooperative_id, subject_id, job_name) do update
       set state = excluded.state, stage = excluded.stage, done = excluded.done, total = excluded.total, problem = excluded.problem, updated_at = excluded.updated_at`,
      [
        subjectId,
        jobName,
        now.state,
        now.stage,
        now.done,
        now.total,
        now.problem === undefined ? null : JSON.stringify(now.problem),
        this.clock.now(),
        jobId,
      ],
    );
  }
}
