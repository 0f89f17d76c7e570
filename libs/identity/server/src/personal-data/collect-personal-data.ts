import { Injectable } from '@nestjs/common';
import { Database, notFound, SecurityLog, UnitOfWork } from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { FindActor } from '../find-actor.ts';
import { People } from '../store/people.ts';

type Rows = Record<string, unknown>[];

/** All data stored about one person (GDPR Art. 15 and 20), without hashes of passwords and keys. */
export interface PersonalData {
  readonly collectedAt: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly createdAt: string;
  };
  readonly sessions: Rows;
  readonly securityEvents: Rows;
  readonly cooperatives: readonly {
    readonly name: string;
    readonly memberships: Rows;
    readonly invitations: Rows;
    readonly apiKeys: Rows;
    readonly acts: Rows;
    readonly securityEvents: Rows;
  }[];
}

const memberships = `select o.name as organisation, m.role, m.created_at as "since", m.ended_at as "endedAt", m.ends_at as "endsAt"
  from identity.membership m join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id where m.person_id = $1 order by m.created_at`;
const invitations = `select o.name as organisation, i.role, i.created_at as "createdAt", i.opened_at as "openedAt", i.accepted_at as "acceptedAt", i.expires_at as "expiresAt"
  from identity.invitation i join identity.organisation o on o.cooperative_id = i.cooperative_id and o.id = i.organisation_id where lower(i.email) = lower($1) order by i.created_at`;
const apiKeys = `select name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt" from identity.api_key where person_id = $1 order by created_at`;
const acts = `select at, act, subject_kind as "subjectKind", subject_id as "subjectId", via, details from platform.door_audit_entry where person_id = $1 order by at, id`;
const securityEvents = `select occurred_at as "occurredAt", event, outcome, occurrence_count as count, address, details from platform.door_security_event
  where cooperative_id = platform.cooperative() and person_id = $1 order by occurred_at, id`;

/** Collects a person's data from all cooperatives. The collection is recorded as a security event. */
@Injectable()
export class CollectPersonalData {
  constructor(
    private readonly people: People,
    private readonly find: FindActor,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly source: DataSource,
    private readonly securityLog: SecurityLog,
  ) {}

  /** @throws Problem 'not-found' (404) */
  async run(personId: string): Promise<PersonalData> {
    const person = await this.people.byId(personId);
    if (!person) throw notFound('person');
    const { id, name, email, language, createdAt } = person;
    const sessions = await this.source.query<Rows>(
      `select expire as "expiresAt" from identity.session where sess->>'personId' = $1 order by expire`,
      [personId],
    );
    const [installation, ...cooperatives] = await this.find.all('job');
    const own = installation
      ? await this.units.run(installation.actor, () => this.database.query(securityEvents, [personId]))
      : [];
    const parts: PersonalData['cooperatives'][number][] = [];
    for (const { actor, cooperative } of cooperatives) {
      const part = await this.units.run(actor, async () => ({
        name: cooperative,
        memberships: await this.database.query(memberships, [personId]),
        invitations: await this.database.query(invitations, [email]),
        apiKeys: await this.database.query(apiKeys, [personId]),
        acts: await this.database.query(acts, [personId]),
        securityEvents: await this.database.query(securityEvents, [personId]),
      }));
      if (Object.values(part).some((value) => Array.isArray(value) && value.length > 0)) parts.push(part);
    }
    await this.securityLog.record({ event: 'personal-data-exported', personId });
    return {
      collectedAt: new Date().toISOString(),
      person: { id, name, email, language, createdAt: createdAt.toISOString() },
      sessions,
      securityEvents: own,
      cooperatives: parts,
    };
  }
}
