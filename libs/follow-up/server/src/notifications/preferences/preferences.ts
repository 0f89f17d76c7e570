import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { kindRule, kindsOf, type Cadence, type NotificationKind } from '../notification-kinds.ts';

export interface Preference {
  readonly kind: NotificationKind;
  readonly cadence: Cadence;
  readonly defaultCadence: Cadence;
  /** False for notifications that the contract requires: they are always sent at once. */
  readonly mayTurnOff: boolean;
}

/** The acting member's cadence for each kind of notification available to their side. */
@Injectable()
export class Preferences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<Preference[]> {
    const { side, membershipId } = this.database.actor();
    const rows = await this.database.query<{ kind: string; cadence: Cadence }>(
      'select kind, cadence from follow_up.notification_preference where membership_id = $1',
      [membershipId],
    );
    const chosen = new Map(rows.map(({ kind, cadence }) => [kind, cadence]));
    return kindsOf(side).map((kind) => {
      const { cadence: defaultCadence, mayTurnOff } = kindRule(kind);
      return { kind, cadence: (mayTurnOff && chosen.get(kind)) || defaultCadence, defaultCadence, mayTurnOff };
    });
  }

  /**
   * Stores the choices and returns all preferences.
   * @throws Problem 'notification-required' (422), 'notification-kind-unknown' (422)
   */
  async save(
    choices: readonly { readonly kind: NotificationKind; readonly cadence: Cadence }[],
  ): Promise<Preference[]> {
    const { side, membershipId } = this.database.actor();
    const allowed = new Set(kindsOf(side));
    const unknown = choices.filter(({ kind }) => !allowed.has(kind)).map(({ kind }) => kind);
    if (unknown.length > 0) throw new Problem(422, 'notification-kind-unknown', { kinds: unknown.join(', ') });
    const required = choices.filter(
      ({ kind, cadence }) => !kindRule(kind).mayTurnOff && cadence !== kindRule(kind).cadence,
    );
    if (required.length > 0)
      throw new Problem(422, 'notification-required', { kinds: required.map(({ kind }) => kind).join(', ') });
    for (const { kind, cadence } of choices)
      await this.database.query(
        `insert into follow_up.notification_preference (membership_id, kind, cadence, updated_at) values ($1, $2, $3, $4)
         on conflict (cooperative_id, membership_id, kind) do update set cadence = excluded.cadence, updated_at = excluded.updated_at`,
        [membershipId, kind, cadence, this.clock.now()],
      );
    return this.list();
  }
}
