import { Injectable } from '@nestjs/common';
import { Clock, Database, RetentionStore, SecurityLog, UnitOfWork, type Via } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { FindActor } from '../find-actor.ts';
import { retentionKinds, type RetentionKind } from './retention-kinds.ts';

/** Number of records of one kind removed in one cooperative; `cooperativeId` null: in the whole installation. */
export interface RetentionResult {
  readonly kind: RetentionKind;
  readonly cooperativeId: string | null;
  readonly days: number;
  readonly removed: number;
}

const byTenant: Partial<Record<RetentionKind, string>> = {
  'invitation-addresses': `update identity.invitation set email = platform.erased_text()
    where cooperative_id = platform.cooperative() and email <> platform.erased_text() and coalesce(accepted_at, withdrawn_at, expires_at) < $2::timestamptz - make_interval(days => $1)`,
};
const byInstallation: Partial<Record<RetentionKind, string>> = {
  sessions: `delete from identity.session where expire < now() - make_interval(days => $1)`,
  'password-resets': `delete from identity.password_reset where expires_at < now() - make_interval(days => $1)`,
};

/** Deletes records older than the retention period of their kind, and records the deletion. */
@Injectable()
export class ApplyRetention {
  constructor(
    private readonly find: FindActor,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly source: DataSource,
    private readonly store: RetentionStore,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** Applies all periods. Returns one result per kind and cooperative with removals. */
  async run(via: Via): Promise<RetentionResult[]> {
    const periods = await this.periods();
    const results: RetentionResult[] = [];
    for (const { kind, days } of periods) {
      const statement = byInstallation[kind];
      if (statement && days !== null)
        results.push({
          kind,
          cooperativeId: null,
          days,
          removed: (await this.source.query<[unknown[], number]>(statement, [days]))[1],
        });
    }
    for (const { actor } of await this.find.all(via)) {
      await this.units.run(actor, async () => {
        for (const { kind, days } of periods) {
          if (days === null) continue;
          const removed = await this.#remove(kind, days);
          if (removed > 0) await this.#report(kind, days, removed);
          results.push({ kind, cooperativeId: actor.cooperativeId, days, removed });
        }
      });
    }
    return results.filter(({ removed }) => removed > 0);
  }

  /** Deletes expired records of a kind in the current cooperative. Returns how many. */
  async #remove(kind: RetentionKind, days: number): Promise<number> {
    if (kind === 'security-events') return this.store.removeSecurityEvents(days);
    const statement = byTenant[kind];
    return statement ? (await this.database.query(`${statement} returning 1`, [days, this.clock.now()])).length : 0;
  }

  /**
   * Returns every kind with its retention in days, chosen by the operator or by default; null: until the cooperative is
   * deleted.
   */
  async periods(): Promise<{ kind: RetentionKind; days: number | null; isDefault: boolean }[]> {
    const chosen = await this.store.chosenDays();
    return (Object.keys(retentionKinds) as RetentionKind[]).map((kind) => ({
      kind,
      days: chosen.has(kind) ? (chosen.get(kind) ?? null) : retentionKinds[kind].days,
      isDefault: !chosen.has(kind),
    }));
  }

  /**
   * Sets the retention of one kind.
   * @throws Error below the minimum of the kind, or for a fixed kind
   */
  async setPeriod(kind: RetentionKind, days: number): Promise<void> {
    const { minDays, isFixed } = retentionKinds[kind];
    if (isFixed) throw new Error(`The period of ${kind} is fixed.`);
    if (days < minDays) throw new Error(`${kind} is retained for ${minDays} days at least, and not ${days}.`);
    await this.store.setDays(kind, days);
  }

  async #report(kind: RetentionKind, days: number, removed: number): Promise<void> {
    await this.store.report(kind, days, removed);
    await this.securityLog.record({ event: 'retention-applied', details: { kind, days, removed } });
  }
}
