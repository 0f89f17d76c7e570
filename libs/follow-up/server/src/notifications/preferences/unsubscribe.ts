import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  notFound,
  systemActor,
  UnitOfWork,
  type Actor,
  type ActorKind,
  type Role,
} from '@tallgrunn/platform';
import { kindsOf } from '../notification-kinds.ts';
import { Preferences } from './preferences.ts';
import { UnsubscribeTokens } from './unsubscribe-tokens.ts';

/** Turns off the kinds of one e-mail for the member that got it, without signing in. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly preferences: Preferences,
  ) {}

  /** @throws Problem 'not-found' (404) for a token that was not signed here, or of a membership that has ended */
  async run(token: string): Promise<void> {
    const wanted = this.tokens.read(token);
    if (!wanted) throw notFound('unsubscription');
    const { cooperativeId, membershipId, kinds } = wanted;
    const system = systemActor(cooperativeId, { via: 'web' });
    const member = await this.units.run(system, () => this.#member(cooperativeId, membershipId));
    if (!member) throw notFound('unsubscription');
    const available = kindsOf(member.side);
    const choices = kinds
      .filter((kind) => available.includes(kind))
      .map((kind) => ({ kind, cadence: 'never' as const }));
    await this.units.run(member, () => this.preferences.save(choices));
  }

  async #member(cooperativeId: string, membershipId: string): Promise<Actor | null> {
    const row = await this.database.one<{ person_id: string; organisation_id: string; kind: ActorKind; role: Role }>(
      `select r.person_id, r.organisation_id, r.kind, r.role from identity.door_recipient r
       where r.membership_id::text = $1 and r.ended_at is null and (r.ends_at is null or r.ends_at > $2) and r.role <> 'auditor'`,
      [membershipId, this.clock.now()],
    );
    if (!row) return null;
    return {
      ...{ personId: row.person_id, membershipId, cooperativeId, organisationId: row.organisation_id },
      ...{ side: row.kind, role: row.role, via: 'web' },
    };
  }
}
