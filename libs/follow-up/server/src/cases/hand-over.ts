import { Injectable } from '@nestjs/common';
import { AssignOwner } from '@tallgrunn/agreements-server';
import { CreateDelegation } from '@tallgrunn/factor-book-server';
import { AuditLog, Clock, Database, Problem } from '@tallgrunn/platform';
import { addDays, osloDate } from '@tallgrunn/values';
import { CaseStore } from './case-store.ts';

/** Days for which the successor may decide on proposals addressed to the predecessor. */
const DELEGATE_DAYS = 365;

export interface HandOverResult {
  readonly agreements: number;
  /** Agreements in which the successor replaced the predecessor as the cooperative's contact. */
  readonly contacts: number;
  readonly cases: number;
  /** `not-asked`: only some agreements or cases were handed over. `needs-administrator`: only the person or an administrator may name a delegate. */
  readonly delegate: 'named' | 'already-named' | 'needs-administrator' | 'not-asked';
}

/** What is handed over; without lists, everything. */
export interface HandOver {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly agreementIds?: readonly string[];
  readonly caseIds?: readonly string[];
  /** Last day on which the successor decides for the predecessor; by default a year from now. */
  readonly untilOn?: string | null;
}

/** One person's responsibilities. */
export interface Responsibilities {
  readonly person: { readonly id: string; readonly name: string; readonly isMe: boolean };
  /** False when the person is no longer a contract manager. */
  readonly isActive: boolean;
  readonly agreements: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  readonly cases: readonly { readonly id: string; readonly number: string; readonly title: string }[];
}

const HOLDERS_SQL = `
  select h.id, p.name, coalesce(h.id = platform.person(), false) as "isMe",
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title) order by a.number) from agreements.door_agreement a where a.owner_id = h.id), '[]') as agreements,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'title', s.name) order by c.number) from follow_up.supplier_case c
      join identity.door_organisation s on s.cooperative_id = c.cooperative_id and s.id = c.supplier_id where c.owner_id = h.id and c.closed_at is null), '[]') as cases
  from (select a.owner_id as id from agreements.door_agreement a where a.owner_id is not null
    union select c.owner_id from follow_up.supplier_case c where c.owner_id is not null and c.closed_at is null
    union select unnest($1::uuid[])) h
  join identity.door_person p on p.id = h.id order by p.name, h.id`;

/**
 * Hands over all responsibilities of one contract manager to another: agreements, open cases, and decisions on factor
 * proposals. Lists who has which.
 */
@Injectable()
export class HandOverResponsibilities {
  constructor(
    private readonly owners: AssignOwner,
    private readonly store: CaseStore,
    private readonly nameDelegate: CreateDelegation,
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Lists the contract managers, and everyone else who is still responsible for something. */
  async list(): Promise<Responsibilities[]> {
    const active = new Set((await this.owners.list()).map(({ id }) => id));
    const rows = await this.database.query<
      Pick<Responsibilities, 'agreements' | 'cases'> & { id: string; name: string; isMe: boolean }
    >(HOLDERS_SQL, [[...active]]);
    return rows.map(({ id, name, isMe, agreements, cases }) => ({
      ...{ person: { id, name, isMe }, isActive: active.has(id) },
      ...{ agreements, cases },
    }));
  }

  /** @throws Problem 'owner-not-a-contract-manager' (422) for the successor, 'hand-over-to-the-same' (422) */
  async run({ fromPersonId, toPersonId, agreementIds, caseIds, untilOn }: HandOver): Promise<HandOverResult> {
    if (fromPersonId === toPersonId) throw new Problem(422, 'hand-over-to-the-same');
    const isPartial = agreementIds !== undefined || caseIds !== undefined;
    const { agreements, contacts } = await this.owners.reassignAll(
      fromPersonId,
      toPersonId,
      isPartial ? (agreementIds ?? []) : undefined,
    );
    const cases = await this.#cases(fromPersonId, toPersonId, isPartial ? (caseIds ?? []) : null);
    const delegate = isPartial ? 'not-asked' : await this.#delegate(fromPersonId, toPersonId, untilOn ?? null);
    await this.audit.record({
      act: 'responsibility.handed-over',
      subject: { kind: 'person', id: fromPersonId },
      details: { toPersonId, agreements, contacts, cases, delegate },
    });
    return { agreements, contacts, cases, delegate };
  }

  async #cases(fromPersonId: string, toPersonId: string, caseIds: readonly string[] | null): Promise<number> {
    const owned = await this.database.query<{ id: string }>(
      'select id from follow_up.supplier_case where owner_id = $1 and closed_at is null and ($2::uuid[] is null or id = any ($2)) order by id for update',
      [fromPersonId, caseIds],
    );
    for (const { id } of owned) {
      const row = await this.store.find(id);
      await this.store.change(id, { ownerId: toPersonId });
      await this.store.addEntry(row, {
        kind: 'owner-changed',
        isInternal: true,
        details: { before: fromPersonId, after: toPersonId },
      });
    }
    return owned.length;
  }

  async #delegate(
    fromPersonId: string,
    toPersonId: string,
    untilOn: string | null,
  ): Promise<HandOverResult['delegate']> {
    const today = osloDate(this.clock.now());
    const existing = await this.database.one(
      'select 1 from factor_book.door_approval_delegation where person_id = $1 and delegate_id = $2 and $3::date between valid_from and valid_to',
      [fromPersonId, toPersonId, today],
    );
    if (existing) return 'already-named';
    const { personId, role } = this.database.actor();
    // People cannot name themselves, and only administrators may name a delegate for others.
    if (personId === toPersonId || (personId !== fromPersonId && role !== 'administrator'))
      return 'needs-administrator';
    await this.nameDelegate.run({
      personId: fromPersonId,
      deputyId: toPersonId,
      fromOn: today,
      untilOn: untilOn ?? addDays(today, DELEGATE_DAYS),
    });
    return 'named';
  }
}
