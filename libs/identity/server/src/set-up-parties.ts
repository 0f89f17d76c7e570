import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Database, type Role, type Side } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { hashPassword } from './passwords/password.ts';

export interface NewOrganisation {
  readonly kind: Exclude<Side, 'system'>;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber?: string | null;
}

export interface NewMember {
  readonly organisationId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** Null leaves the person without an account until an invitation or a reset gives one. */
  readonly password: string | null;
  /** When the membership ends by itself; an auditor must have it. */
  readonly endsAt?: Date | null;
}

/** Sets up who takes part: the cooperative, its organisations, their people. Used by the operator's commands and the demo. */
@Injectable()
export class SetUpParties {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Stands in a system unit of the new cooperative's id. */
  async addCooperative(name: string): Promise<void> {
    const { cooperativeId } = this.database.actor();
    await this.database.query('insert into identity.cooperative (id, name, created_at) values ($1, $2, $3) on conflict do nothing', [cooperativeId, name, this.clock.now()]);
    await this.audit.record({ act: 'cooperative.added', subject: { kind: 'cooperative', id: cooperativeId } });
  }

  async addOrganisation({ kind, name, orgNumber, municipalityNumber }: NewOrganisation): Promise<string> {
    const legalEntityId = orgNumber ? await this.#legalEntity(orgNumber, name) : null;
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into identity.organisation (id, kind, legal_entity_id, name, municipality_number, created_at) values ($1, $2, $3, $4, $5, $6)',
      [id, kind, legalEntityId, name, municipalityNumber ?? null, this.clock.now()],
    );
    await this.audit.record({ act: 'organisation.added', subject: { kind: 'organisation', id }, details: { kind } });
    return id;
  }

  /** What people see from now on; the register's name of the legal entity stays. */
  async renameOrganisation(id: string, name: string): Promise<void> {
    await this.database.query('update identity.organisation set name = $2 where id = $1', [id, name]);
    await this.audit.record({ act: 'organisation.renamed', subject: { kind: 'organisation', id } });
  }

  async addMember({ organisationId, role, name, email, password, endsAt = null }: NewMember): Promise<{ personId: string; membershipId: string }> {
    const now = this.clock.now();
    const known = await this.database.one<{ id: string }>('select id from identity.person where lower(email) = lower($1)', [email]);
    const personId = known?.id ?? uuidv7(now);
    if (!known) {
      await this.database.query('insert into identity.person (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)', [
        personId,
        email,
        name,
        password === null ? null : await hashPassword(password),
        now,
      ]);
    }
    const membershipId = uuidv7(now);
    await this.database.query('insert into identity.membership (id, person_id, organisation_id, role, created_at, ends_at) values ($1, $2, $3, $4, $5, $6)', [membershipId, personId, organisationId, role, now, endsAt]);
    await this.audit.record({ act: 'member.added', subject: { kind: 'membership', id: membershipId }, details: { organisationId, role } });
    return { personId, membershipId };
  }

  async #legalEntity(orgNumber: string, name: string): Promise<string> {
    await this.database.query('insert into identity.legal_entity (id, org_number, name) values ($1, $2, $3) on conflict (org_number) do nothing', [uuidv7(this.clock.now()), orgNumber, name]);
    const row = await this.database.one<{ id: string }>('select id from identity.legal_entity where org_number = $1', [orgNumber]);
    return row?.id ?? '';
  }
}
