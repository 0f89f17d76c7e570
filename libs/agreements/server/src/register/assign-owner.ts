import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { AgreementRecord } from './agreement-record.ts';

export interface PossibleOwner {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
}

export interface ReassignedAgreements {
  readonly agreements: number;
  /** Agreements in which the cooperative's contact was replaced. */
  readonly contacts: number;
}

const CONTRACT_MANAGERS_SQL = `
  select m.person_id as id, p.name, coalesce(m.person_id = platform.person(), false) as "isMe"
  from identity.door_membership m
  join identity.door_organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id and o.kind = 'cooperative'
  join identity.door_person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
  where m.role = 'contract-manager' and m.ended_at is null and (m.ends_at is null or m.ends_at > $1)`;

/** Assigns the contract manager responsible for an agreement, and lists the candidates. */
@Injectable()
export class AssignOwner {
  constructor(
    private readonly database: Database,
    private readonly record: AgreementRecord,
    private readonly clock: Clock,
  ) {}

  /** Lists the contract managers of the cooperative by name. */
  list(): Promise<PossibleOwner[]> {
    return this.database.query<PossibleOwner & Record<string, unknown>>(
      `${CONTRACT_MANAGERS_SQL} order by p.name, m.person_id`,
      [this.clock.now()],
    );
  }

  /**
   * @param personId null removes the owner
   * @throws Problem 'owner-not-a-contract-manager' (422)
   */
  async run(agreementId: string, personId: string | null): Promise<void> {
    await this.record.lockForUpdate(agreementId);
    await this.requireContractManager(personId);
    const before = await this.#read(agreementId);
    await this.database.query('update agreements.agreement set owner_id = $2 where id = $1', [agreementId, personId]);
    await this.record.recordChange(agreementId, 'owner', before, await this.#read(agreementId));
  }

  /**
   * Assigns the agreements of one person to another, also as the cooperative's contact in them.
   * @param agreementIds only these; otherwise all
   */
  async reassignAll(
    fromPersonId: string,
    toPersonId: string,
    agreementIds?: readonly string[],
  ): Promise<ReassignedAgreements> {
    await this.requireContractManager(toPersonId);
    const owned = await this.database.query<{ id: string }>(
      'select id from agreements.agreement where owner_id = $1 and ($2::uuid[] is null or id = any ($2)) order by id',
      [fromPersonId, agreementIds ?? null],
    );
    for (const { id } of owned) await this.run(id, toPersonId);
    return { agreements: owned.length, contacts: await this.#replaceContact(fromPersonId, toPersonId, agreementIds) };
  }

  /** Returns the number of agreements in which one person was the cooperative's contact, and now another is. */
  async #replaceContact(from: string, to: string, agreementIds?: readonly string[]): Promise<number> {
    const replaced = await this.database.query<{ agreementId: string }>(
      `update agreements.agreement_contact c set name = t.name, email = t.email, phone = null
       from (select name, email from identity.door_recipient where person_id = $2 and kind = 'cooperative' limit 1) t
       where c.supplier_id is null and ($3::uuid[] is null or c.agreement_id = any ($3)) and exists (
         select from identity.door_recipient f where f.person_id = $1 and f.kind = 'cooperative' and (lower(f.email) = lower(c.email) or (c.email is null and f.name = c.name)))
       returning c.agreement_id as "agreementId"`,
      [from, to, agreementIds ?? null],
    );
    const changed = new Set(replaced.map(({ agreementId }) => agreementId));
    for (const id of changed) await this.record.recordChange(id, 'contacts', { ownerId: from }, { ownerId: to });
    return changed.size;
  }

  async requireContractManager(personId: string | null): Promise<void> {
    if (personId === null) return;
    const contractManagers = await this.list();
    if (!contractManagers.some(({ id }) => id === personId))
      throw new Problem(422, 'owner-not-a-contract-manager', { personId });
  }

  async #read(agreementId: string): Promise<Record<string, unknown>> {
    return (
      (await this.database.one<Record<string, unknown>>(
        'select owner_id as "ownerId" from agreements.agreement where id = $1',
        [agreementId],
      )) ?? {}
    );
  }
}
