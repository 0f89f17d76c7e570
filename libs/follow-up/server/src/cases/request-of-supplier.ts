import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { RequestKind } from './case.ts';
import { CaseStore } from './case-store.ts';
import { CaseSubjects } from './case-subjects.ts';

export interface SupplierRequest {
  readonly kind: RequestKind;
  readonly reason: string;
  /** The report for which more time or an exemption is requested. */
  readonly obligationId?: string | null;
  /** For an extension: the requested date. */
  readonly dueOn?: string | null;
  /** For an end of reporting: the agreement and its last day. */
  readonly agreementId?: string | null;
  readonly lastDay?: string | null;
}

/**
 * Opens a request of a supplier as a case: more time, an exemption, an end of reporting, or a correction of stored
 * data.
 */
@Injectable()
export class OpenSupplierRequest {
  constructor(
    private readonly store: CaseStore,
    private readonly subjects: CaseSubjects,
    private readonly database: Database,
    private readonly domainEvents: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens the case and publishes 'follow-up.message-written'.
   * @throws Problem 'request-incomplete' (422) with the missing fields
   * @throws Problem 'extension-not-later' (422)
   * @throws Problem 'request-already-made' (409)
   */
  async run(request: SupplierRequest): Promise<{ id: string }> {
    const supplierId = this.database.actor().organisationId ?? '';
    requireComplete(request);
    const subjects = await this.subjects.read(
      request.obligationId ? [{ kind: 'obligation', obligationId: request.obligationId }] : [],
    );
    const agreementId = request.agreementId ?? subjects[0]?.agreementId ?? null;
    if (request.kind === 'extension-request') requireLater(request.dueOn ?? '', subjects[0]?.snapshot['dueOn']);
    await this.#requireAgreement(agreementId, supplierId);
    await this.#requireNew(request, supplierId);
    const row = await this.store.open(
      {
        kind: request.kind,
        title: '',
        supplierId,
        agreementId,
        origin: 'supplier',
        isShared: true,
        status: 'waiting-for-us',
        ownerId: await this.store.ownerOf(agreementId),
        nextOn: osloDate(this.clock.now()),
        request: {
          ...(request.dueOn && { dueOn: request.dueOn }),
          ...(request.lastDay && { lastDay: request.lastDay }),
        },
      },
      { isInternal: false },
    );
    await this.subjects.attach(row, subjects);
    const entryId = await this.store.addEntry(row, { kind: 'message', isInternal: false, body: request.reason });
    await this.domainEvents.publish({
      name: 'follow-up.message-written',
      subjectId: row.id,
      payload: { caseId: row.id, entryId },
    });
    await this.audit.record({
      act: 'case.requested',
      subject: { kind: 'case', id: row.id },
      details: { number: row.number, kind: request.kind },
    });
    return { id: row.id };
  }

  async #requireAgreement(agreementId: string | null, supplierId: string): Promise<void> {
    if (agreementId === null) return;
    const agreementSupplier = await this.database.one(
      'select 1 from agreements.door_agreement_supplier where agreement_id = $1 and supplier_id = $2 limit 1',
      [agreementId, supplierId],
    );
    if (!agreementSupplier) throw notFound('agreement');
  }

  /**
   * Rejects a duplicate of an open request.
   * @throws Problem 'request-already-made' (409)
   */
  async #requireNew({ kind, obligationId, agreementId }: SupplierRequest, supplierId: string): Promise<void> {
    if (kind === 'data-correction-request') return;
    const open = await this.database.one<{ number: string }>(
      `select c.number from follow_up.supplier_case c
       where c.supplier_id = $1 and c.kind = $2 and c.closed_at is null and case when $3::uuid is null then c.agreement_id = $4
         else exists (select from follow_up.case_subject s where s.cooperative_id = c.cooperative_id and s.case_id = c.id and s.obligation_id = $3) end limit 1`,
      [supplierId, kind, obligationId ?? null, agreementId ?? null],
    );
    if (open) throw new Problem(409, 'request-already-made', { number: open.number });
  }
}

function requireComplete({ kind, obligationId, dueOn, agreementId, lastDay }: SupplierRequest): void {
  const missing = {
    'extension-request': { obligationId, dueOn },
    'exemption-request': { obligationId },
    'stop-request': { agreementId, lastDay },
    'data-correction-request': {},
  }[kind];
  const issues = Object.entries(missing)
    .filter(([, value]) => !value)
    .map(([path]) => ({ code: 'required', path }));
  if (issues.length > 0) throw new Problem(422, 'request-incomplete', {}, issues);
}

function requireLater(dueOn: string, before: unknown): void {
  if (typeof before === 'string' && dueOn <= before)
    throw new Problem(422, 'extension-not-later', { found: dueOn, expected: before });
}
