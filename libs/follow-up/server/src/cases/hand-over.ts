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
  readonly cases: number;
  /** `needs-administrator`: only the person or an administrator may name a delegate. */
  readonly delegate: 'named' | 'already-named' | 'needs-administrator';
}

/**
 * Hands over all responsibilities of one contract manager to another: agreements, open cases, and decisions on factor
 * proposals.
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

  /** @throws Problem 'owner-not-a-contract-manager' (422) for the successor, 'hand-over-to-the-same' (422) */
  async run(fromPersonId: string, toPersonId: string): Promise<HandOverResult> {
    if (fromPersonId === toPersonId) throw new Problem(422, 'hand-over-to-the-same');
    const agreements = await this.owners.reassignAll(fromPersonId, toPersonId);
    const cases = await this.#cases(fromPersonId, toPersonId);
    const delegate = await this.#delegate(fromPersonId, toPersonId);
    await this.audit.record({
      act: 'responsibility.handed-over',
      subject: { kind: 'person', id: fromPersonId },
      details: { toPersonId, agreements, cases, delegate },
    });
    return { agreements, cases, delegate };
  }

  async #cases(fromPersonId: string, toPersonId: string): Promise<number> {
    const owned = await this.database.query<{ id: string }>(
      'select id from follow_up.supplier_case where owner_id = $1 and closed_at is null order by id for update',
      [fromPersonId],
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

  async #delegate(fromPersonId: string, toPersonId: string): Promise<HandOverResult['delegate']> {
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
      untilOn: addDays(today, DELEGATE_DAYS),
    });
    return 'named';
  }
}
