import type { Client } from 'pg';
import { jobColumns } from '../backup/backup-connection.ts';
import { MoveRejected } from './move-rejected.ts';
import { ownStart, waitingJobs } from './move-state.ts';

/**
 * Copies the waiting jobs of a cooperative, with their own start times. Returns their number.
 * @throws MoveRejected when the target has no queue for one of them
 */
export async function copyJobs(source: Client, target: Client, cooperativeId: string): Promise<number> {
  const columns = (await jobColumns(source))?.columns ?? [];
  const list = columns.join(', ');
  let count = 0;
  await source.query(
    `declare moved_jobs no scroll cursor for select (to_jsonb(j) || jsonb_build_object('start_after', ${ownStart}))::text as job from pgboss.job j where ${waitingJobs(cooperativeId)}`,
  );
  for (;;) {
    const { rows } = await source.query<{ job: string }>('fetch 500 from moved_jobs');
    if (rows.length === 0) break;
    const { rowCount } = await target.query(
      `insert into pgboss.job (${list}) select ${columns.map((column) => `j.${column}`).join(', ')}
       from unnest($1::text[]) text (job) cross join lateral jsonb_populate_record(null::pgboss.job, text.job::jsonb) j
       where j.name in (select q.name from pgboss.queue q)`,
      [rows.map(({ job }) => job)],
    );
    if (rowCount !== rows.length)
      throw new MoveRejected(
        `The target has no queue for ${rows.length - (rowCount ?? 0)} waiting job(s): run migrate for it with this version.`,
      );
    count += rows.length;
  }
  await source.query('close moved_jobs');
  return count;
}
