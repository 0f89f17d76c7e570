import { Injectable, SetMetadata } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { Clock } from './clock.ts';
import { Database } from './database.ts';
import { Jobs, type JobOptions } from './jobs.ts';

/** A domain event: something became true in a room, for example an immutable, numbered version now exists. */
export interface DomainEvent<P = Record<string, unknown>> {
  readonly name: string;
  readonly subjectId: string;
  readonly payload: P;
}

export const ON_DOMAIN_EVENT = 'tallgrunn:on-fact';

/** The declaration of an event subscription: the events it handles, and how its work is queued. */
export interface EventSubscription extends JobOptions {
  readonly names: readonly string[];
}

/**
 * Declares a provider with `run(fact, progress)` as an event subscriber. It runs in its own unit, as the system of the
 * event's cooperative. It must be idempotent.
 */
export const OnDomainEvent = (names: string | readonly string[], options: Partial<JobOptions> = {}) =>
  SetMetadata(ON_DOMAIN_EVENT, { lane: 'short', ...options, names: [names].flat() } satisfies EventSubscription);

/** Publishes domain events: a row, and one job per subscriber, in the transaction in which the event happened. */
@Injectable()
export class DomainEvents {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async publish(event: DomainEvent): Promise<void> {
    await this.database.query(
      'insert into platform.domain_event (id, name, subject_id, payload, announced_at) values ($1, $2, $3, $4, $5)',
      [uuidv7(this.clock.now()), event.name, event.subjectId, JSON.stringify(event.payload), this.clock.now()],
    );
    const subscriptions = await this.database.query<{ job_name: string; waiting: 'all' | 'one' }>(
      'select job_name, waiting from platform.event_subscription where fact_name = $1',
      [event.name],
    );
    for (const { job_name, waiting } of subscriptions) await this.jobs.enqueue(job_name, { ...event }, { waiting });
  }
}
