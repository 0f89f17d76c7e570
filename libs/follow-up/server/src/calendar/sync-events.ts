import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { addDays } from '@tallgrunn/values';
import type { AgreementDate } from './collect-dates.ts';

export interface EventRevision {
  readonly key: string;
  readonly sequence: number;
  readonly changedAt: Date;
}

/** An obligation that no longer exists: its calendar entry is cancelled. */
export interface CancelledEvent extends EventRevision {
  readonly date: string;
  readonly agreementId: string;
  readonly supplierId: string;
}

const UPSERT = `
  insert into follow_up.calendar_event as e (key, supplier_id, agreement_id, happens_on, is_cancelled, changed_at)
  select d.key, d.supplier_id, d.agreement_id, d.happens_on, d.is_cancelled, $6
  from unnest($1::text[], $2::uuid[], $3::uuid[], $4::date[], $5::boolean[]) as d (key, supplier_id, agreement_id, happens_on, is_cancelled)
  on conflict (cooperative_id, key) do update set happens_on = excluded.happens_on, is_cancelled = excluded.is_cancelled, sequence = e.sequence + 1, changed_at = excluded.changed_at
    where (e.happens_on, e.is_cancelled) is distinct from (excluded.happens_on, excluded.is_cancelled)`;

const CANCEL_GONE = `
  update follow_up.calendar_event e set is_cancelled = true, sequence = e.sequence + 1, changed_at = $1
  where e.key like 'obligation:%' and not e.is_cancelled
    and not exists (select from agreements.door_reporting_obligation d where d.cooperative_id = e.cooperative_id and 'obligation:' || d.id = e.key)`;

/** Stores the events of calendar feeds, and increments the revision of changed ones. Runs in a unit of the system. */
@Injectable()
export class SyncEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(dates: readonly AgreementDate[]): Promise<ReadonlyMap<string, EventRevision>> {
    const now = this.clock.now();
    await this.database.query(UPSERT, [
      dates.map(({ key }) => key),
      dates.map(({ supplierId }) => supplierId),
      dates.map(({ agreementId }) => agreementId),
      dates.map(({ date }) => date),
      dates.map(({ isCancelled }) => isCancelled),
      now,
    ]);
    await this.database.query(CANCEL_GONE, [now]);
    const rows = await this.database.query<EventRevision & Record<string, unknown>>(
      'select key, sequence, changed_at as "changedAt" from follow_up.calendar_event where key = any ($1)',
      [dates.map(({ key }) => key)],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Returns the deleted obligations of one supplier, or of all suppliers for null, with dates from 90 days ago. */
  listCancelled(supplierId: string | null, today: string): Promise<CancelledEvent[]> {
    return this.database.query<CancelledEvent & Record<string, unknown>>(
      `select e.key, e.sequence, e.changed_at as "changedAt", e.happens_on as date, e.agreement_id as "agreementId", e.supplier_id as "supplierId"
       from follow_up.calendar_event e
       where e.key like 'obligation:%' and e.is_cancelled and e.happens_on >= $1::date and ($2::uuid is null or e.supplier_id = $2)
         and not exists (select from agreements.door_reporting_obligation d where d.cooperative_id = e.cooperative_id and 'obligation:' || d.id = e.key)
       order by e.happens_on, e.key`,
      [addDays(today, -90), supplierId],
    );
  }
}
