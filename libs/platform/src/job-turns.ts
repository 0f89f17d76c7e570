import { limits } from '@tallgrunn/values';
import type { Database } from './database.ts';
import { Problem } from './problem.ts';

/** Position of a job among those of other organisations. pg-boss starts the highest priority first, then the oldest. */
export interface QueuePosition {
  readonly group: { readonly id: string };
  readonly priority: number;
}

/**
 * Returns the group and priority of a new job of the actor's organisation (start-time fair queueing). An organisation's
 * next job comes after its own last job. Its first job ranks with the job that starts next. An organisation with many
 * jobs therefore delays only itself. Takes an advisory lock per organisation.
 * @throws Problem 'uploads-in-progress' (429) when a user or API key has too many or too large files in progress
 */
export async function assignQueuePosition(
  database: Database,
  queue: string,
  sizeBytes: number,
): Promise<QueuePosition> {
  const { organisationId, cooperativeId, via } = database.actor();
  const owner = organisationId ?? cooperativeId;
  await database.query(`select pg_advisory_xact_lock(hashtextextended('platform.turn' || $1, 0))`, [owner]);
  const inProgress = await database.one<{ jobs: number; bytes: string; priority: number }>(
    `select (count(*) filter (where group_id = $2))::int as jobs,
       coalesce(sum((data ->> 'sizeBytes')::bigint) filter (where group_id = $2), 0)::text as bytes,
       least(coalesce(max(priority) filter (where name = $1 and state < 'active'), 0), coalesce(min(priority) filter (where name = $1 and group_id = $2) - 1, 0))::int as priority
     from pgboss.job where state <= 'active' and group_id is not null`,
    [queue, owner],
  );
  const { jobs = 0, bytes = '0', priority = 0 } = inProgress ?? {};
  const { atWorkMax, atWorkBytesMax, retryAfterSeconds } = limits.uploads;
  if (
    (via === 'web' || via === 'key') &&
    (jobs >= atWorkMax || (jobs > 0 && Number(bytes) + sizeBytes > atWorkBytesMax))
  ) {
    throw new Problem(429, 'uploads-in-progress', {
      underWay: jobs,
      max: atWorkMax,
      bytesMax: atWorkBytesMax,
      retryAfterSeconds,
    });
  }
  return { group: { id: owner }, priority };
}

/**
 * SQL: queue position of `p`, a queued row of platform.progress. Returns the number of jobs before it, and the seconds
 * until it starts, estimated from the last twenty jobs.
 */
export const queuePositionSql = `
  select count(before.id)::int as ahead,
    (select ceil(count(before.id) * extract(epoch from avg(done.took)) / greatest(1, (select count(*) from pgboss.job a where a.name = p.job_name and a.state = 'active')))::int
     from (select d.completed_on - d.started_on as took from pgboss.job d where d.name = p.job_name and d.state = 'completed' order by d.completed_on desc limit 20) done) as expected_seconds
  from pgboss.job own
  left join pgboss.job before on before.name = own.name and before.state < 'active' and before.start_after <= now()
    and (before.priority > own.priority or (before.priority = own.priority and before.created_on < own.created_on))
  where own.name = p.job_name and own.state < 'active' and own.data -> 'payload' ->> 'subjectId' = p.subject_id::text
  group by own.id limit 1`;
