import { Injectable } from '@nestjs/common';
import { HealthConnection } from './health-connection.ts';

/** What waits in one queue, and what has failed there. */
export interface QueueLength {
  readonly queue: string;
  /** Jobs that could start now, or that wait to be tried once more. */
  readonly waiting: number;
  /** Of those that wait: jobs that have failed and are tried once more. */
  readonly retrying: number;
  /** Jobs for a later time. */
  readonly deferred: number;
  readonly active: number;
  /** Jobs whose last attempt failed, of those not removed yet. */
  readonly failed: number;
  /** Of these, failed within the last hour. */
  readonly failedLately: number;
  /** Age of the oldest that waits, seconds; null when none does. */
  readonly oldestSeconds: number | null;
}

/** Health, metrics and alerts look soon after one another. */
const FRESH_MS = 1000;

const LENGTHS = `
  select q.name as queue,
    count(j.id) filter (where j.state = 'retry' or j.state = 'created' and j.start_after <= now())::int as waiting,
    count(j.id) filter (where j.state = 'retry')::int as retrying,
    count(j.id) filter (where j.state = 'created' and j.start_after > now())::int as deferred,
    count(j.id) filter (where j.state = 'active')::int as active,
    count(j.id) filter (where j.state = 'failed')::int as failed,
    count(j.id) filter (where j.state = 'failed' and j.completed_on > now() - interval '1 hour')::int as "failedLately",
    extract(epoch from now() - min(case when j.state = 'retry' then j.created_on else greatest(j.created_on, j.start_after) end)
      filter (where j.state = 'retry' or j.state = 'created' and j.start_after <= now()))::float8 as "oldestSeconds"
  from pgboss.queue q
  left join pgboss.job j on j.name = q.name and (j.state < 'completed' or j.state = 'failed')
  where q.name not like '\\_\\_pgboss%'
  group by q.name order by q.name`;

/** Reads the job queue as a whole, of all cooperatives: lengths and ages, nothing of what the jobs are about. */
@Injectable()
export class QueueState {
  #last: { readonly at: number; readonly lengths: Promise<QueueLength[]> } | undefined;

  constructor(private readonly connection: HealthConnection) {}

  /** @throws Error when the database does not answer within two seconds */
  lengths(): Promise<QueueLength[]> {
    const now = performance.now();
    if (this.#last === undefined || now - this.#last.at > FRESH_MS)
      this.#last = { at: now, lengths: this.connection.query<QueueLength>(LENGTHS) };
    return this.#last.lengths;
  }
}
