import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.ts';
import { Database } from '../database.ts';

/** Removals by kind and added files, in one month of the current cooperative. */
export interface RetentionMonth {
  readonly month: string;
  readonly removed: readonly { readonly kind: string; readonly days: number; readonly count: number }[];
  readonly filesAdded: number;
  readonly bytesAdded: number;
  /** All files stored now. */
  readonly files: number;
  readonly bytes: number;
}

/** Retention periods that the operator chose, and what was removed. */
@Injectable()
export class RetentionStore {
  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the retention days by kind; null days: until the cooperative is deleted. Kinds without a choice are
   * missing.
   */
  async chosenDays(): Promise<ReadonlyMap<string, number | null>> {
    const chosen = await this.source.query<{ kind: string; days: number | null }[]>(
      'select kind, days from platform.retention_period',
    );
    return new Map(chosen.map(({ kind, days }) => [kind, days]));
  }

  async setDays(kind: string, days: number): Promise<void> {
    await this.source.query(
      'insert into platform.retention_period (kind, days) values ($1, $2) on conflict (kind) do update set days = excluded.days, changed_at = now()',
      [kind, days],
    );
  }

  /** Deletes the security events of the current cooperative that are older than this. Returns how many. */
  async removeSecurityEvents(days: number): Promise<number> {
    const removed = await this.database.query(
      'delete from platform.security_event where cooperative_id = platform.cooperative() and recorded_at < now() - make_interval(days => $1) returning 1',
      [days],
    );
    return removed.length;
  }

  /** Records how many rows of a kind were removed in the current cooperative. */
  async report(kind: string, days: number, removed: number): Promise<void> {
    await this.database.query(
      'insert into platform.retention_run (id, kind, days, removed_count) values ($1, $2, $3, $4)',
      [uuidv7(this.clock.now()), kind, days, removed],
    );
  }

  /** Returns removals and added files of one month (UTC), for example 2026-11, in the current cooperative. */
  async month(month: string): Promise<RetentionMonth> {
    const range = `>= ($1 || '-01')::timestamp at time zone 'UTC'`;
    const end = `< (($1 || '-01')::timestamp + interval '1 month') at time zone 'UTC'`;
    const removed = await this.database.query<{ kind: string; days: number; count: number }>(
      `select kind, max(days) as days, sum(removed_count)::float8 as count from platform.retention_run
       where cooperative_id = platform.cooperative() and ran_at ${range} and ran_at ${end} group by kind order by kind`,
      [month],
    );
    const files = await this.database.one<Omit<RetentionMonth, 'month' | 'removed'>>(
      `select count(*) filter (where kept_at ${range} and kept_at ${end})::int as "filesAdded",
         coalesce(sum(size_bytes) filter (where kept_at ${range} and kept_at ${end}), 0)::float8 as "bytesAdded",
         count(*)::int as files, coalesce(sum(size_bytes), 0)::float8 as bytes
       from platform.stored_file where cooperative_id = platform.cooperative()`,
      [month],
    );
    return { month, removed, ...(files ?? { filesAdded: 0, bytesAdded: 0, files: 0, bytes: 0 }) };
  }
}
