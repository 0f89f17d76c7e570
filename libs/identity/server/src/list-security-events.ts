import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { filterCondition, type AuditFilter } from './audit-filter.ts';

export interface SecurityEventRow {
  readonly id: string;
  readonly at: Date;
  readonly event: string;
  readonly outcome: string;
  /** Number of occurrences within its minute. */
  readonly count: number;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly via: string | null;
  readonly address: string | null;
  readonly details: Record<string, unknown>;
}

const PAGE = 100;

const source = `select e.id, e.occurred_at as at, e.event, e.outcome, e.occurrence_count as count, p.name as person, o.name as organisation, e.via, e.address, e.details
  from platform.door_security_event e
  left join identity.person p on p.id = e.person_id
  left join identity.organisation o on o.cooperative_id = e.cooperative_id and o.id = e.organisation_id`;

/**
 * Lists security events of the organisation's own people, newest first. Row-level security selects the visible rows.
 */
@Injectable()
export class ListSecurityEvents {
  constructor(private readonly database: Database) {}

  /**
   * Returns a page of at most 100 events.
   * @param before id of the event after which to continue; null for the first page
   */
  run(before: string | null, filter: AuditFilter = {}): Promise<SecurityEventRow[]> {
    const { sql, params } = this.#condition(filter);
    const next = `$5::uuid is null or (e.occurred_at, e.id) < (select b.occurred_at, b.id from platform.door_security_event b where b.id = $5::uuid)`;
    return this.database.query<SecurityEventRow>(
      `${source} where ${sql} and (${next}) order by e.occurred_at desc, e.id desc limit ${PAGE}`,
      [...params, before],
    );
  }

  /** Yields all events of a filter in batches. */
  stream(filter: AuditFilter): AsyncGenerator<SecurityEventRow[]> {
    const { sql, params } = this.#condition(filter);
    return this.database.stream<SecurityEventRow>(
      `${source} where ${sql} order by e.occurred_at desc, e.id desc`,
      params,
    );
  }

  #condition(filter: AuditFilter): { sql: string; params: unknown[] } {
    return filterCondition(filter, { time: 'e.occurred_at', action: 'e.event' });
  }
}
