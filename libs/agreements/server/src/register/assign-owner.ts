import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { AgreementRecord } from './agreement-record.ts';

export interface PossibleOwner {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
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

  /** Assigns every agreement of one person to another. Returns their number. */
  async reassignAll(fromPersonId: string, toPersonId: string): Promise<number> {
    await this.requireContractManager(toPersonId);
    const owned = await this.database.query<{ id: string }>(
      'select id from agreements.agreement where owner_id = $1 order by id',
      [fromPersonId],
    );
    for (const { id } of owned) await this.run(id, toPersonId);
    return owned.length;
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
