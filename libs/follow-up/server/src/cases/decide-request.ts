import { Injectable } from '@nestjs/common';
import { ChangeAgreementSupplier, ExemptObligation, ExtendObligation } from '@tallgrunn/agreements-server';
import { AuditLog, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { isRequest } from './case.ts';
import { CaseStore, type CaseRow } from './case-store.ts';

export interface RequestDecision {
  readonly isApproved: boolean;
  /** Shown to the supplier. */
  readonly reason: string;
  /** Another date than the requested one. */
  readonly dueOn?: string | null;
}

/**
 * Approves or declines a supplier's request. An approval takes effect at once: a later due date, an exemption, or a
 * last day.
 */
@Injectable()
export class DecideRequest {
  constructor(
    private readonly store: CaseStore,
    private readonly extend: ExtendObligation,
    private readonly exempt: ExemptObligation,
    private readonly changeAgreementSupplier: ChangeAgreementSupplier,
    private readonly database: Database,
    private readonly domainEvents: DomainEvents,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Decides the request and closes the case. Publishes 'follow-up.message-written'.
   * @throws Problem 'case-not-a-request' | 'case-closed' (409), and the problems of the approved change
   */
  async run(caseId: string, { isApproved, reason, dueOn }: RequestDecision): Promise<void> {
    const row = await this.store.lockForUpdate(caseId);
    if (!isRequest(row.kind)) throw new Problem(409, 'case-not-a-request', { number: row.number });
    const effect = isApproved ? await this.#apply(row, reason, dueOn ?? null) : {};
    const outcome = isApproved ? 'approved' : 'declined';
    const entryId = await this.store.addEntry(row, {
      kind: 'decided',
      isInternal: false,
      body: reason,
      details: { outcome, ...effect },
    });
    await this.store.change(caseId, { status: 'closed', outcome, nextOn: null });
    await this.domainEvents.publish({
      name: 'follow-up.message-written',
      subjectId: caseId,
      payload: { caseId, entryId },
    });
    await this.audit.record({
      act: `case.request-${outcome}`,
      subject: { kind: 'case', id: caseId },
      details: { number: row.number, kind: row.kind, reason },
    });
  }

  async #apply(row: CaseRow, reason: string, chosenDueOn: string | null): Promise<Record<string, unknown>> {
    if (row.kind === 'stop-request') return this.#end(row);
    if (row.kind === 'data-correction-request') return {};
    const { obligationId } = await this.#obligation(row.id);
    if (row.kind === 'exemption-request') {
      await this.exempt.run(obligationId, reason);
      return {};
    }
    const dueOn = chosenDueOn ?? row.request.dueOn ?? '';
    await this.extend.run(obligationId, { dueOn, reason });
    return { dueOn };
  }

  /** Sets the last day of every part of the agreement that the supplier has. No report is due for later periods. */
  async #end({ supplierId, agreementId, request }: CaseRow): Promise<Record<string, unknown>> {
    const lastDay = request.lastDay ?? '';
    const parts = await this.database.query<{ id: string }>(
      `select id from agreements.door_agreement_supplier where agreement_id = $1 and supplier_id = $2 and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
      [agreementId, supplierId, lastDay],
    );
    for (const { id } of parts) await this.changeAgreementSupplier.run(agreementId ?? '', id, { untilOn: lastDay });
    return { lastDay, parts: parts.length };
  }

  async #obligation(caseId: string): Promise<{ obligationId: string; agreementId: string }> {
    const row = await this.database.one<{ obligationId: string; agreementId: string }>(
      `select s.obligation_id as "obligationId", d.agreement_id as "agreementId" from follow_up.case_subject s
       join agreements.door_reporting_obligation d on d.cooperative_id = s.cooperative_id and d.id = s.obligation_id
       where s.case_id = $1 and s.kind = 'obligation' order by s.id limit 1`,
      [caseId],
    );
    if (!row) throw new Problem(409, 'request-incomplete');
    return row;
  }
}
