import { Injectable } from '@nestjs/common';
import { AssignOwner } from '@tallgrunn/agreements-server';
import { AuditLog } from '@tallgrunn/platform';
import type { CaseOutcome, CaseStatus } from './case.ts';
import { CaseStore, type CaseRow } from './case-store.ts';

export interface CaseChanges {
  readonly status?: Exclude<CaseStatus, 'closed'>;
  readonly ownerId?: string | null;
  readonly nextOn?: string | null;
}

/** Changes owner, next date and status of a case; closes and reopens it. Each change is logged in the case. */
@Injectable()
export class ChangeCase {
  constructor(
    private readonly store: CaseStore,
    private readonly owners: AssignOwner,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem 'case-closed' (409), 'owner-not-a-contract-manager' (422) */
  async run(caseId: string, { status, ownerId, nextOn }: CaseChanges): Promise<void> {
    const row = await this.store.lockForUpdate(caseId);
    if (ownerId !== undefined && ownerId !== row.ownerId) {
      await this.owners.requireContractManager(ownerId);
      await this.store.change(caseId, { ownerId });
      await this.#log(row, 'owner-changed', { before: row.ownerId, after: ownerId });
    }
    if (nextOn !== undefined && nextOn !== row.nextOn) {
      await this.store.change(caseId, { nextOn });
      await this.#log(row, 'next-date-changed', { before: row.nextOn, after: nextOn });
    }
    if (status !== undefined && status !== row.status) {
      await this.store.change(caseId, { status });
      await this.#log(row, 'status-changed', { before: row.status, after: status });
    }
  }

  async close(caseId: string, outcome: CaseOutcome, reason: string | null): Promise<void> {
    const row = await this.store.lockForUpdate(caseId);
    await this.store.change(caseId, { status: 'closed', outcome, nextOn: null });
    await this.store.addEntry(row, { kind: 'closed', isInternal: !row.isShared, body: reason, details: { outcome } });
    await this.audit.record({
      act: 'case.closed',
      subject: { kind: 'case', id: caseId },
      details: { number: row.number, outcome },
    });
  }

  async reopen(caseId: string, reason: string): Promise<void> {
    const row = await this.store.lockForUpdate(caseId, true);
    if (row.status !== 'closed') return;
    await this.store.change(caseId, { status: 'open', outcome: null });
    await this.store.addEntry(row, { kind: 'reopened', isInternal: !row.isShared, body: reason });
    await this.audit.record({
      act: 'case.reopened',
      subject: { kind: 'case', id: caseId },
      details: { number: row.number, reason },
    });
  }

  async #log(row: CaseRow, kind: 'owner-changed' | 'next-date-changed' | 'status-changed', details: object) {
    await this.store.addEntry(row, { kind, isInternal: true, details: { ...details } });
    await this.audit.record({
      act: `case.${kind}`,
      subject: { kind: 'case', id: row.id },
      details: { number: row.number, ...details },
    });
  }
}
