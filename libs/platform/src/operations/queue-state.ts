import { Injectable } from '@nestjs/common';
import { HealthConnection } from './health-connection.ts';

/** Job counts of one queue. */
export interface QueueLength {
  readonly queue: string;
  /** Jobs that could start now, and jobs that wait for another attempt. */
  readonly waiting: number;
  /** Waiting jobs that have failed before. */
  readonly retrying: number;
  /** Jobs scheduled for later. */
  readonly deferred: number;
  readonly active: number;
  /** Jobs whose last attempt failed and that have not been removed. */
  readonly failed: number;
  /** Failed jobs of the last hour. */
  readonly failedLately: number;
  /** Age of the oldest waiting job, seconds; null when none waits. */
  readonly oldestSeconds: number | null;
}

/** How long one result is reused: health, metrics and alerts read it shortly after one another. */
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

/** Reads the job queues of all cooperatives: counts and ages only, no payloads. */
@Injectable()
export class QueueState {
  #last: { readonly at: number; readonly lengths: Promise<QueueLength[]> } | undefined;

  constructor(private readonly connection: HealthConnection) {}

  /**
   * Returns the counts of each queue.
   * @throws Error when the database does not answer within two seconds
   */
  lengths(): Promise<QueueLength[]> {
    const now = performance.now();
    if (this.#last === undefined || now - this.#last.at > FRESH_MS)
      this.#last = { at: now, lengths: this.connection.query<QueueLength>(LENGTHS) };
    return this.#last.lengths;
  }
}
