import { Injectable } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { AuditLog } from '../audit-log.ts';
import { Clock } from '../clock.ts';
import { Database } from '../database.ts';
import { notFound, Problem } from '../problem.ts';

/** A job whose attempt failed. */
export interface FailedJob {
  readonly id: string;
  readonly queue: string;
  /** `failed`: the last attempt failed. `retry`: another attempt is scheduled. */
  readonly state: 'failed' | 'retry';
  readonly createdAt: Date;
  readonly failedAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly attemptCount: number;
  /** The first line of the error, without e-mail addresses. */
  readonly reason: string | null;
  readonly subjectId: string | null;
  readonly cooperativeId: string | null;
}

const REASON_LENGTH_MAX = 300;
const LISTED_MAX = 200;

/** SQL: jobs of the actor's cooperative, and jobs of no cooperative, such as e-mails. */
const OWN_JOBS_SQL = `(j.data -> 'actor' ->> 'cooperativeId' = platform.cooperative()::text or coalesce(j.data -> 'actor', 'null') = 'null')`;

const COLUMNS = `j.id, j.name as queue, j.state::text as state, j.created_on as "createdAt", j.completed_on as "failedAt",
  case when j.state = 'retry' then j.start_after end as "nextAttemptAt", j.retry_count + (j.state = 'failed')::int as "attemptCount",
  j.output ->> 'message' as reason, j.data -> 'payload' ->> 'subjectId' as "subjectId", j.data -> 'actor' ->> 'cooperativeId' as "cooperativeId"`;

/** Lists failed jobs, and retries or discards them. Their payloads are never shown. */
@Injectable()
export class JobList {
  constructor(
    private readonly database: Database,
    private readonly boss: PgBoss,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the newest failures, at most 200.
   * @param scope `own`: jobs of the actor's cooperative, and of none; `all`: of the installation, for its operator
   */
  async failed(scope: 'own' | 'all'): Promise<FailedJob[]> {
    const rows = await this.database.query<FailedJob>(
      `select ${COLUMNS} from pgboss.job j where j.state in ('failed', 'retry') and ${scope === 'own' ? OWN_JOBS_SQL : 'true'}
       order by j.state desc, coalesce(j.completed_on, j.created_on) desc limit ${LISTED_MAX}`,
    );
    return rows.map((row) => ({ ...row, reason: redactReason(row.reason) }));
  }

  /**
   * Puts a failed job back into its queue and records it in the audit log.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'job-not-failed' (409) when it is completed, active or already scheduled again
   */
  async retry(id: string, scope: 'own' | 'all'): Promise<void> {
    const { queue, subjectId } = await this.#failedJob(id, scope);
    await this.boss.retry(queue, id, { db: { executeSql: this.#executeSql } });
    if (subjectId !== null)
      await this.database.query(
        `update platform.job_progress set state = 'waiting', problem = null, updated_at = $3 where subject_id = $1 and job_name = $2`,
        [subjectId, queue, this.clock.now()],
      );
    await this.audit.record({ act: 'job.retried', subject: { kind: 'job', id }, details: { name: queue } });
  }

  /**
   * Deletes a failed job and records it in the audit log.
   * @throws Problem 'not-found' (404) or 'job-not-failed' (409)
   */
  async discard(id: string, scope: 'own' | 'all'): Promise<void> {
    const { queue, subjectId } = await this.#failedJob(id, scope);
    await this.boss.deleteJob(queue, id, { db: { executeSql: this.#executeSql } });
    if (subjectId !== null)
      await this.database.query(
        `update platform.job_progress set state = 'failed', problem = '{"code": "unexpected"}', updated_at = $3
         where subject_id = $1 and job_name = $2 and state in ('waiting', 'working')`,
        [subjectId, queue, this.clock.now()],
      );
    await this.audit.record({ act: 'job.discarded', subject: { kind: 'job', id }, details: { name: queue } });
  }

  async #failedJob(id: string, scope: 'own' | 'all'): Promise<{ queue: string; subjectId: string | null }> {
    const job = await this.database.one<{ queue: string; subjectId: string | null; state: string }>(
      `select ${COLUMNS} from pgboss.job j where j.id = $1 and ${scope === 'own' ? OWN_JOBS_SQL : 'true'} for update`,
      [id],
    );
    if (!job) throw notFound('job');
    if (job.state !== 'failed') throw new Problem(409, 'job-not-failed', { state: job.state });
    return job;
  }

  readonly #executeSql = async (sql: string, values?: unknown[]) => ({
    rows: await this.database.query(sql, values ?? []),
  });
}

function redactReason(reason: string | null): string | null {
  const [line = ''] = (reason ?? '').split('\n');
  return line === '' ? null : line.replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…').slice(0, REASON_LENGTH_MAX);
}
