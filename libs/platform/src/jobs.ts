import { Injectable, SetMetadata } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Actor } from './actor.ts';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { traceOfEnvelope } from './operations/trace-context.ts';
import { queuePositionSql, assignQueuePosition } from './job-turns.ts';

export const JOB = 'tallgrunn:job';

export interface JobOptions {
  /**
   * Each lane has its own workers, so that small jobs never wait for large ones. Jobs in 'mail' wait for a mail server:
   * several run at once and are retried for hours.
   */
  readonly lane: 'short' | 'long' | 'mail';
  /**
   * Several run at once, as many as the machine has processors, and organisations take turns. Enqueue them with
   * `inTurn`.
   */
  readonly inTurn?: boolean;
  /**
   * The job waits while all file slots are taken or file follows file, at most this many seconds after it was queued. A
   * user waits for those files.
   */
  readonly yieldsSeconds?: number;
  /**
   * 'one': one run covers all jobs that wait for the cooperative when it starts. For jobs that process everything open.
   */
  readonly waiting?: 'all' | 'one';
}

export interface JobDeclaration extends JobOptions {
  readonly name: string;
}

/**
 * Declares a provider with `run(payload, progress)` as the handler of a job. It runs in the worker, in its own unit. It
 * must be idempotent.
 */
export const Job = (name: string, options: JobOptions) =>
  SetMetadata(JOB, { name, ...options } satisfies JobDeclaration);

/** Reports how far a job has come. It writes on its own connection, so that the page sees it before the job commits. */
export interface Progress {
  tell(stage: string, done: number, total?: number | null): Promise<void>;
}

/** State of a job, as last reported by `Progress.tell`. */
export interface JobProgress {
  readonly jobName: string;
  readonly state: 'waiting' | 'working' | 'done' | 'failed';
  readonly stage: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly problem: { readonly code: string; readonly params?: Record<string, unknown> } | null;
  readonly updatedAt: Date;
  /** Position in the queue, from 1; null when it is not queued. */
  readonly position: number | null;
  /** Number of jobs that start before it; null when it is not queued. */
  readonly ahead: number | null;
  /** Seconds until it starts, estimated from recent jobs; null when it is not queued or cannot be estimated. */
  readonly expectedSeconds: number | null;
}

/** Content of a queued job: the payload, and the actor that queued it. */
export interface JobEnvelope {
  /** Null for work of no cooperative, which runs outside a unit of work. */
  readonly actor: Actor | null;
  readonly payload: Record<string, unknown>;
  /** Size in bytes of the file it reads, for jobs whose organisations take turns. */
  readonly sizeBytes?: number;
  /** The trace of the request or job that queued it (W3C traceparent). */
  readonly traceparent?: string;
}

export interface JobHandler<P = Record<string, unknown>> {
  run(payload: P, progress: Progress): Promise<void>;
}

/** E-mails are tried 12 times within about four hours; failed ones are retained for a day. */
export const MAIL_ATTEMPTS_MAX = 12;
const mailRetries = {
  retryLimit: MAIL_ATTEMPTS_MAX - 1,
  retryDelay: 15,
  retryDelayMax: 3600,
  deleteAfterSeconds: 24 * 3600,
};

/** Returns the queue settings of a job. The queue is named after the job: letters, digits, dots and dashes. */
export const queueOptions = ({ lane }: JobOptions) => ({
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  heartbeatSeconds: 30,
  // committing a job notifies its worker
  notify: true,
  expireInSeconds: lane === 'long' ? 4 * 3600 : 3600,
  ...(lane === 'mail' && mailRetries),
});

export interface EnqueueOptions {
  readonly waiting?: 'all' | 'one';
  /** Start time, in real time. */
  readonly startAfter?: Date;
  /** For jobs declared `inTurn`: size in bytes of the file they read. */
  readonly inTurn?: { readonly sizeBytes: number };
}

/** Queues jobs in the transaction of the act that causes them. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly boss: PgBoss,
    private readonly clock: Clock,
  ) {}

  /** Queues a job for the current actor. If the payload has a `subjectId`, the progress is stored under it. */
  async enqueue(name: string, payload: Record<string, unknown>, options: EnqueueOptions = {}): Promise<void> {
    const actor = this.database.actor();
    const subjectId = payload['subjectId'];
    if (typeof subjectId === 'string') {
      await this.database.query(
        `insert into platform.job_progress (subject_id, job_name, state, updated_at) values ($1, $2, 'waiting', $3)
         on conflict (cooperative_id, subject_id, job_name) do update set state = 'waiting', done = 0, total = null, stage = null, problem = null, updated_at = excluded.updated_at`,
        [subjectId, name, this.clock.now()],
      );
    }
    const envelope: JobEnvelope = {
      actor,
      payload,
      ...(options.inTurn && { sizeBytes: options.inTurn.sizeBytes }),
      ...traceOfEnvelope(),
    };
    const position = options.inTurn ? await assignQueuePosition(this.database, name, options.inTurn.sizeBytes) : {};
    await this.boss.send(name, envelope, {
      db: this.#inUnit(),
      singletonKey: options.waiting === 'one' ? actor.cooperativeId : undefined,
      startAfter: options.startAfter,
      ...position,
    });
  }

  /** Queues work that belongs to no cooperative, in its own transaction. It runs outside a unit of work. */
  async enqueueOutsideUnit(name: string, payload: Record<string, unknown>): Promise<void> {
    const envelope: JobEnvelope = { actor: null, payload, ...traceOfEnvelope() };
    await this.boss.send(name, envelope);
  }

  /**
   * Removes the queued jobs of the cooperative, for a run that is about to process everything open. Their causes are
   * committed, so the run sees them. (Skipping the insert of a second job would lose work: a running job may have read
   * its input before the new unit commits.)
   */
  async removeWaiting(name: string): Promise<void> {
    await this.database.query(
      `delete from pgboss.job where name = $1 and singleton_key = $2 and state in ('created', 'retry') and start_after <= now()`,
      [name, this.database.actor().cooperativeId],
    );
  }

  /**
   * Records in the current unit that a job is done, so that its work is committed once, whoever else was given it
   * meanwhile: a worker that is silent for half a minute is taken for dead, and the first of the two to end is counted.
   * The queue takes the beginning of the unit for the end of the job; expected waits are calculated from the real one.
   * @throws Error when the job is done already or was given up
   */
  async complete(name: string, jobId: string): Promise<void> {
    const db = this.#inUnit();
    const answer: { affected?: number } = await this.boss.complete(name, jobId, null, { db, includeQueued: true });
    if (answer.affected !== 1)
      throw new Error(`The job ${name} is done or was given up: nothing of this attempt is stored.`);
    await this.database.query('update pgboss.job set completed_on = clock_timestamp() where name = $1 and id = $2', [
      name,
      jobId,
    ]);
  }

  /** Runs statements of the queue in the current unit. */
  #inUnit() {
    return {
      executeSql: async (sql: string, values?: unknown[]) => ({ rows: await this.database.query(sql, values ?? []) }),
    };
  }

  /**
   * Marks the progress of removed jobs as done. Call it in a unit after the run that covered them has committed. A
   * removed job may have begun before: its worker was killed, or its attempt failed and another was scheduled.
   */
  async completeRemoved(name: string): Promise<void> {
    await this.database.query(
      `with taken as (
         select p.subject_id from platform.job_progress p
         where p.job_name = $1 and (p.state in ('waiting', 'working') or p.state = 'failed' and p.problem ->> 'code' = 'unexpected') and not exists (
           select 1 from pgboss.job j where j.name = $1 and (j.state <= 'active' or j.state = 'failed') and j.data -> 'payload' ->> 'subjectId' = p.subject_id::text)
         for update skip locked)
       update platform.job_progress p set state = 'done', stage = null, problem = null, updated_at = $2 from taken where p.job_name = $1 and p.subject_id = taken.subject_id`,
      [name, this.clock.now()],
    );
  }

  /**
   * Returns the progress of all jobs on a subject, newest first. The caller must have checked access to the subject.
   */
  progressOf(subjectId: string): Promise<JobProgress[]> {
    return this.database.query<JobProgress>(
      `select p.job_name as "jobName", p.state, p.stage, p.done::float8 as done, p.total::float8 as total, p.problem, p.updated_at as "updatedAt", q.ahead + 1 as position, q.ahead, q.expected_seconds as "expectedSeconds"
       from platform.job_progress p
       left join lateral (${queuePositionSql}) q on p.state = 'waiting'
       where p.subject_id = $1 order by p.updated_at desc`,
      [subjectId],
    );
  }
}
