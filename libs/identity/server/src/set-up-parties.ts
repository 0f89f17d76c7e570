import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Problem, type Role, type ActorKind } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { hashPassword } from './passwords/password.ts';

export interface NewOrganisation {
  readonly kind: Exclude<ActorKind, 'system'>;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber?: string | null;
}

/** An organisation with its former names and numbers. */
export interface ExistingOrganisation extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly orgNumber: string | null;
  readonly municipalityNumber: string | null;
  readonly formerNames: readonly string[];
  readonly formerNumbers: readonly string[];
}

export interface NewMember {
  readonly organisationId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** Null creates a person without a password, until an invitation or a reset sets one. */
  readonly password: string | null;
  /** End of the membership; required for an auditor. */
  readonly endsAt?: Date | null;
}

/** Creates a cooperative, its organisations and members. Used by the operator's commands and the demo. */
@Injectable()
export class SetUpParties {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Adds the cooperative. Call it in a system unit with the new cooperative's id. */
  async addCooperative(name: string): Promise<void> {
    const { cooperativeId } = this.database.actor();
    await this.database.query(
      'insert into identity.cooperative (id, name, created_at) values ($1, $2, $3) on conflict do nothing',
      [cooperativeId, name, this.clock.now()],
    );
    await this.audit.record({ act: 'cooperative.added', subject: { kind: 'cooperative', id: cooperativeId } });
  }

  /** Adds the cooperative unless it exists. */
  async ensureCooperative(name: string): Promise<void> {
    if (!(await this.database.one('select 1 from identity.cooperative where id = platform.cooperative()')))
      await this.addCooperative(name);
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

  /**
   * Returns the organisation of this kind with the number, else with the name, else with a former name or number; else
   * adds it. A missing number is added to an existing organisation.
   * @throws Problem 'organisation-number-differs' (409) when the name belongs to another number
   * @throws Problem 'organisation-ambiguous' (409) when several have the name
   */
  async ensureOrganisation(requested: NewOrganisation): Promise<{ id: string; existed: boolean }> {
    const existing = await this.#existing(requested);
    if (!existing) return { id: await this.addOrganisation(requested), existed: false };
    if (requested.orgNumber && !existing.org_number && !existing.wasCorrected)
      await this.#giveNumber(existing.id, requested.orgNumber, requested.name);
    return { id: existing.id, existed: true };
  }

  /**
   * Returns the organisation that `ensureOrganisation` would return; undefined when it would add one. Throws the same
   * problems.
   */
  async findOrganisation(requested: NewOrganisation): Promise<ExistingOrganisation | undefined> {
    const existing = await this.#existing(requested);
    return (
      existing &&
      this.database.one<ExistingOrganisation>(
        `select o.id, o.name, o.org_number as "orgNumber", o.municipality_number as "municipalityNumber",
         array(select h.name from identity.door_organisation_history h where h.organisation_id = o.id) as "formerNames",
         array(select h.org_number from identity.door_organisation_history h where h.organisation_id = o.id and h.org_number is not null) as "formerNumbers"
       from identity.door_organisation o where o.id = $1`,
        [existing.id],
      )
    );
  }

  /**
   * Sets the name and number of an organisation. Legal entities are not changed. The caller must record the former
   * values.
   */
  async setIdentity(
    id: string,
    { name, orgNumber }: { readonly name: string; readonly orgNumber: string | null },
  ): Promise<void> {
    const legalEntityId = orgNumber ? await this.#legalEntity(orgNumber, name) : null;
    await this.database.query('update identity.organisation set name = $2, legal_entity_id = $3 where id = $1', [
      id,
      name,
      legalEntityId,
    ]);
  }

  async #existing({
    kind,
    name,
    orgNumber,
  }: NewOrganisation): Promise<{ id: string; org_number: string | null; wasCorrected?: boolean } | undefined> {
    const rows = await this.database.query<{
      id: string;
      name: string;
      org_number: string | null;
      wasCorrected: boolean;
    }>(
      `select o.id, o.name, e.org_number,
         exists (select from identity.organisation_history h where h.cooperative_id = o.cooperative_id and h.organisation_id = o.id and h.org_number = $2) as "wasCorrected"
       from identity.organisation o left join identity.legal_entity e on e.id = o.legal_entity_id
       where o.kind = $1 and (e.org_number = $2 or lower(o.name) = lower($3))
         and not exists (select from platform.door_merged_organisation m where m.cooperative_id = o.cooperative_id and m.id = o.id)
       order by o.created_at`,
      [kind, orgNumber, name.trim()],
    );
    const byNumber = rows.find(({ org_number }) => orgNumber !== null && org_number === orgNumber);
    if (byNumber) return byNumber;
    if (rows.length === 0) return this.#formerly(kind, name, orgNumber);
    if (rows.length > 1)
      throw new Problem(409, 'organisation-ambiguous', {
        name,
        numbers: rows.map(({ org_number }) => org_number ?? ''),
      });
    const [byName] = rows;
    if (byName?.org_number && orgNumber && !byName.wasCorrected)
      throw new Problem(409, 'organisation-number-differs', { name, found: orgNumber, expected: byName.org_number });
    return byName;
  }

  /** Returns the organisation that had the number, else the name, before a correction. */
  #formerly(
    kind: string,
    name: string,
    orgNumber: string | null,
  ): Promise<{ id: string; org_number: string | null; wasCorrected: boolean } | undefined> {
    return this.database.one(
      `select o.id, o.org_number, true as "wasCorrected" from identity.door_organisation o where o.kind = $1 and (
         o.id = (select n.id from identity.door_organisation_number n where n.kind = $1 and n.org_number = $2)
         or ($2::text is null and o.id in (select h.organisation_id from identity.door_organisation_history h where lower(h.name) = lower($3)))) limit 1`,
      [kind, orgNumber, name.trim()],
    );
  }

  async #giveNumber(id: string, orgNumber: string, name: string): Promise<void> {
    await this.database.query('update identity.organisation set legal_entity_id = $2 where id = $1', [
      id,
      await this.#legalEntity(orgNumber, name),
    ]);
    await this.audit.record({
      act: 'organisation.number-added',
      subject: { kind: 'organisation', id },
      details: { orgNumber },
    });
  }

  /** Changes the displayed name; the registered name of the legal entity is retained. */
  async renameOrganisation(id: string, name: string): Promise<void> {
    await this.database.query('update identity.organisation set name = $2 where id = $1', [id, name]);
    await this.audit.record({ act: 'organisation.renamed', subject: { kind: 'organisation', id } });
  }

  async addMember({
    organisationId,
    role,
    name,
    email,
    password,
    endsAt = null,
  }: NewMember): Promise<{ personId: string; membershipId: string }> {
    const now = this.clock.now();
    const existing = await this.database.one<{ id: string }>(
      'select id from identity.person where lower(email) = lower($1)',
      [email],
    );
    const personId = existing?.id ?? uuidv7(now);
    if (!existing) {
      await this.database.query(
        'insert into identity.person (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)',
        [personId, email, name, password === null ? null : await hashPassword(password), now],
      );
    }
    const membershipId = uuidv7(now);
    await this.database.query(
      'insert into identity.membership (id, person_id, organisation_id, role, created_at, ends_at) values ($1, $2, $3, $4, $5, $6)',
      [membershipId, personId, organisationId, role, now, endsAt],
    );
    await this.audit.record({
      act: 'membership.added',
      subject: { kind: 'membership', id: membershipId },
      details: { organisationId, role },
    });
    return { personId, membershipId };
  }

  async #legalEntity(orgNumber: string, name: string): Promise<string> {
    await this.database.query(
      'insert into identity.legal_entity (id, org_number, name) values ($1, $2, $3) on conflict (org_number) do nothing',
      [uuidv7(this.clock.now()), orgNumber, name],
    );
    const row = await this.database.one<{ id: string }>('select id from identity.legal_entity where org_number = $1', [
      orgNumber,
    ]);
    return row?.id ?? '';
  }
}
