import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.ts';
import { Database } from '../database.ts';

/** How long kinds of records are retained as the operator chose it, and what was removed. */
@Injectable()
export class RetentionStore {
  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns days by kind; null days: until the cooperative is deleted. A kind that nobody has chosen for is missing. */
  async chosenDays(): Promise<ReadonlyMap<string, number | null>> {
    const chosen = await this.source.query<{ kind: string; days: number | null }[]>(
      'select kind, days from platform.retention_period',
    );
    return new Map(chosen.map(({ kind, days }) => [kind, days]));
  }

  async choose(kind: string, days: number): Promise<void> {
    await this.source.query(
      'insert into platform.retention_period (kind, days) values ($1, $2) on conflict (kind) do update set days = excluded.days, changed_at = now()',
      [kind, days],
    );
  }

  /** Removes the security events of the current cooperative that are older. Returns how many. */
  async removeSecurityEvents(days: number): Promise<number> {
    const removed = await this.database.query(
      'delete from platform.security_event where cooperative_id = platform.cooperative() and recorded_at < now() - make_interval(days => $1) returning 1',
      [days],
    );
    return removed.length;
  }

  /** Reports what was removed of a kind in the current cooperative. */
  async report(kind: string, days: number, removed: number): Promise<void> {
    await this.database.query(
      'insert into platform.retention_run (id, kind, days, removed_count) values ($1, $2, $3, $4)',
      [uuidv7(this.clock.now()), kind, days, removed],
    );
  }
}
