import { Injectable, SetMetadata } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Actor } from './actor.ts';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { traceOfEnvelope } from './operations/trace-context.ts';
import { placeInQueue, takeTurn } from './job-turns.ts';

export const JOB = 'tallgrunn:job';

export interface JobOptions {
  /** Small work never waits for large: each lane is worked on its own. 'mail' waits for a mail server: several at once, retried for hours. */
  readonly lane: 'short' | 'long' | 'mail';
  /** Several run at once, as many as the machine has processors, and organisations take turns. Enqueue these with `JobQueueTurns`. */
  readonly inTurn?: boolean;
  /** The work waits while all places for files are taken, at most so many seconds after it was asked for: someone waits for the files. */
  readonly yieldsSeconds?: number;
  /** 'one': a run takes with it all others that wait for the cooperative when it starts. For doers that read everything open. */
  readonly waiting?: 'all' | 'one';
}

export interface JobDeclaration extends JobOptions {
  readonly name: string;
}

/** Declares a provider with `run(payload, progress)` as the doer of a job. It runs in the worker, in its own unit, and must be idempotent. */
export const Job = (name: string, options: JobOptions) =>
  SetMetadata(JOB, { name, ...options } satisfies JobDeclaration);

/** Tells how far a job has come; written on its own connection, so that the page sees it at once. */
export interface Progress {
  tell(stage: string, done: number, total?: number | null): Promise<void>;
}

/** Where a piece of work stands, as `Progress.tell` last said it. */
export interface JobProgress {
  readonly jobName: string;
  readonly state: 'waiting' | 'working' | 'done' | 'failed';
  readonly stage: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly problem: { readonly code: string; readonly params?: Record<string, unknown> } | null;
  readonly updatedAt: Date;
  /** Its number in the queue, from 1; null when it does not wait. */
  readonly position: number | null;
  /** Jobs that are started before this one; null when it does not wait. */
  readonly ahead: number | null;
  /** Seconds until it starts, from how long such jobs took lately; null when it does not wait or none is known. */
  readonly expectedSeconds: number | null;
}

/** What lies in the queue: the payload, and who set it going. */
export interface JobEnvelope {
  /** Null for work of no cooperative: it runs outside a unit of work. */
  readonly actor: Actor | null;
  readonly payload: Record<string, unknown>;
  /** Bytes of the file it reads, for jobs whose organisations take turns. */
  readonly sizeBytes?: number;
  /** The trace of the request or job that queued it (W3C traceparent). */
  readonly traceparent?: string;
}

export interface JobDoer<P = Record<string, unknown>> {
  run(payload: P, progress: Progress): Promise<void>;
}

/** E-mails are tried 12 times in about four hours, then kept for a day as failed. */
export const MAIL_ATTEMPTS_MAX = 12;
const mailRetries = {
  retryLimit: MAIL_ATTEMPTS_MAX - 1,
  retryDelay: 15,
  retryDelayMax: 3600,
  deleteAfterSeconds: 24 * 3600,
};

/** Queue names may hold letters, digits, dots, dashes: a job's name is its queue. */
export const queueOptions = ({ lane }: JobOptions) => ({
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  heartbeatSeconds: 30,
  // committing a job wakes its worker
  notify: true,
  expireInSeconds: lane === 'long' ? 4 * 3600 : 3600,
  ...(lane === 'mail' && mailRetries),
});

export interface EnqueueOptions {
  readonly waiting?: 'all' | 'one';
  /** The work waits until then, in real time. */
  readonly startAfter?: Date;
  /** For jobs declared `inTurn`: bytes of the file they read. */
  readonly inTurn?: { readonly sizeBytes: number };
}

/** Puts work into the queue, in the same transaction as what caused it. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly boss: PgBoss,
    private readonly clock: Clock,
  ) {}

  /** `subjectId` in the payload, when there, is what its progress is shown under. */
  async enqueue(name: string, payload: Record<string, unknown>, options: EnqueueOptions = {}): Promise<void> {
    const actor = this.database.actor();
    const subjectId = payload['subjectId'];
    if (typeof subjectId === 'string') {
      await this.database.query(
        `insert into platform.progress (subject_id, job_name, state, updated_at) values ($1, $2, 'waiting', $3)
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
    const executeSql = async (sql: string, values?: unknown[]) => ({
      rows: await this.database.query(sql, values ?? []),
    });
    const turn = options.inTurn ? await takeTurn(this.database, name, options.inTurn.sizeBytes) : {};
    await this.boss.send(name, envelope, {
      db: { executeSql },
      singletonKey: options.waiting === 'one' ? actor.cooperativeId : undefined,
      startAfter: options.startAfter,
      ...turn,
    });
  }

  /** Queues work that belongs to no cooperative, in a transaction of its own; it runs outside a unit of work. */
  async enqueueOutsideUnit(name: string, payload: Record<string, unknown>): Promise<void> {
    const envelope: JobEnvelope = { actor: null, payload, ...traceOfEnvelope() };
    await this.boss.send(name, envelope);
  }

  /**
   * Takes the jobs that wait for the cooperative out of the queue, for a run that is about to read everything open. What caused them is
   * committed, so that run sees it. (Not adding them would lose some: a job that waits when a unit asks may have read before the unit commits.)
   */
  async takeWaiting(name: string): Promise<void> {
    await this.database.query(
      `delete from pgboss.job where name = $1 and singleton_key = $2 and state in ('created', 'retry') and start_after <= now()`,
      [name, this.database.actor().cooperativeId],
    );
  }

  /** Closes the progress of jobs that another run took with it, in a unit after that run has committed: nothing is in the queue for them any more. */
  async closeTaken(name: string): Promise<void> {
    await this.database.query(
      `with taken as (
         select p.subject_id from platform.progress p where p.job_name = $1 and p.state = 'waiting' and not exists (
           select 1 from pgboss.job j where j.name = $1 and j.state <= 'active' and j.data -> 'payload' ->> 'subjectId' = p.subject_id::text)
         for update skip locked)
       update platform.progress p set state = 'done', updated_at = $2 from taken where p.job_name = $1 and p.subject_id = taken.subject_id`,
      [name, this.clock.now()],
    );
  }

  /** How far the work on a subject has come, newest first; the subject's owner has been checked by the caller. */
  progressOf(subjectId: string): Promise<JobProgress[]> {
    return this.database.query<JobProgress>(
      `select p.job_name as "jobName", p.state, p.stage, p.done::float8 as done, p.total::float8 as total, p.problem, p.updated_at as "updatedAt", q.ahead + 1 as position, q.ahead, q.expected_seconds as "expectedSeconds"
       from platform.progress p
       left join lateral (${placeInQueue}) q on p.state = 'waiting'
       where p.subject_id = $1 order by p.updated_at desc`,
      [subjectId],
    );
  }
}
