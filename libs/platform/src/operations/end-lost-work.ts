import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database.ts';
import { JobWorker } from '../job-worker.ts';
import { DELIVER_MAIL } from '../mail/deliver-mail.ts';
import { MailDeliveries } from '../mail/mail-deliveries.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/** Work that was reported as unfinished although the queue has no job for it. */
export interface LostWork {
  readonly jobName: string;
  readonly subjectId: string;
  /** `done`: the job, or a run that covered it, is completed. `failed`: it was given up, or it is lost. */
  readonly state: 'done' | 'failed';
  /** 'unexpected': the job was given up and can be retried. 'job-lost': there is no such job any more. */
  readonly code: 'unexpected' | 'job-lost' | null;
}

/** The queue knows a job from the commit on. Progress without a job is lost when nobody has reported on it for so long. */
const SILENT_MS = 60_000;

/**
 * Ends progress that no worker will report on any more, so that no page waits for it for ever: a worker that is killed
 * at its last attempt reports nothing, and neither does one whose database is away. Jobs are compared by name and
 * subject. Takes one statement for all open progress of a cooperative.
 */
@Injectable()
export class EndLostWork {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly worker: JobWorker,
    private readonly mail: MailDeliveries,
  ) {}

  /**
   * Returns what was ended.
   * @param system the system actor of one cooperative
   */
  async run(system: Actor): Promise<readonly LostWork[]> {
    const covering = this.worker
      .registeredJobs()
      .filter(({ waiting }) => waiting === 'one')
      .map(({ name }) => name);
    const before = new Date(this.clock.now().getTime() - SILENT_MS);
    const ended = await this.units.run({ ...system }, () => this.#endProgress(before, covering));
    const unsent = await this.mail.failLost(system.cooperativeId, DELIVER_MAIL, before);
    return [...ended, ...unsent.map((subjectId) => ({ ...lostMail, subjectId }))];
  }

  /** A job of `covering` is only removed by a run that does its work too. */
  #endProgress(before: Date, covering: readonly string[]): Promise<LostWork[]> {
    return this.database.query<LostWork & Record<string, unknown>>(
      `with open as materialized (
         select subject_id, job_name from platform.job_progress
         where state in ('waiting', 'working') and updated_at < $1 for update skip locked),
       job as materialized (
         select j.name, j.data -> 'payload' ->> 'subjectId' as subject_id, bool_or(j.state <= 'active') as is_live,
           (array_agg(j.state order by j.created_on desc))[1] as newest_state
         from pgboss.job j where j.name in (select job_name from open) group by 1, 2),
       ended as (
         select open.subject_id, open.job_name,
           case when job.newest_state = 'completed' then null when job.newest_state is not null then 'unexpected' when open.job_name <> all ($2) then 'job-lost' end as code
         from open left join job on job.name = open.job_name and job.subject_id = open.subject_id::text
         where not coalesce(job.is_live, false))
       update platform.job_progress p set state = case when ended.code is null then 'done' else 'failed' end, stage = null,
         problem = case when ended.code is not null then jsonb_build_object('code', ended.code) end, updated_at = $3
       from ended where p.subject_id = ended.subject_id and p.job_name = ended.job_name
       returning p.job_name as "jobName", p.subject_id as "subjectId", p.state, ended.code`,
      [before, covering, this.clock.now()],
    );
  }
}

const lostMail = { jobName: DELIVER_MAIL, state: 'failed', code: 'job-lost' } as const;
