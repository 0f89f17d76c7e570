import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, notFound } from '@tallgrunn/platform';
import { addWorkingDays, osloDate } from '@tallgrunn/values';
import { ANSWER_WORKING_DAYS, type CaseSubject, type MatterKind } from './case.ts';
import { CaseStore } from './case-store.ts';
import { CaseSubjects } from './case-subjects.ts';

export interface CaseOpening {
  readonly kind: MatterKind;
  readonly supplierId: string;
  readonly agreementId?: string | null;
  readonly title?: string;
  readonly subjects?: readonly CaseSubject[];
  /** First message to the supplier; it makes the case visible to the supplier. */
  readonly message?: string | null;
  /** First internal note. */
  readonly note?: string | null;
  readonly nextOn?: string | null;
}

/** Opens a case manually, with its subjects. Without a message the supplier does not see it. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly store: CaseStore,
    private readonly subjects: CaseSubjects,
    private readonly database: Database,
    private readonly domainEvents: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404) for an unknown supplier, agreement or subject */
  async run(opening: CaseOpening): Promise<{ id: string }> {
    const { kind, supplierId, title = '', message = null, note = null } = opening;
    const subjects = await this.subjects.read(opening.subjects ?? []);
    const agreementId = opening.agreementId ?? subjects[0]?.agreementId ?? null;
    await this.#require(supplierId, agreementId);
    const today = osloDate(this.clock.now());
    const row = await this.store.open(
      {
        kind,
        title,
        supplierId,
        agreementId,
        origin: 'cooperative',
        isShared: message !== null,
        status: message === null ? 'open' : 'waiting-for-supplier',
        ownerId: (await this.store.ownerOf(agreementId)) ?? this.database.actor().personId,
        nextOn: opening.nextOn ?? addWorkingDays(today, ANSWER_WORKING_DAYS),
      },
      { isInternal: message === null },
    );
    await this.subjects.attach(row, subjects);
    if (note) await this.store.addEntry(row, { kind: 'note', isInternal: true, body: note });
    if (message) {
      const entryId = await this.store.addEntry(row, { kind: 'message', isInternal: false, body: message });
      await this.domainEvents.publish({
        name: 'follow-up.message-written',
        subjectId: row.id,
        payload: { caseId: row.id, entryId },
      });
    }
    await this.audit.record({
      act: 'case.opened',
      subject: { kind: 'case', id: row.id },
      details: { number: row.number, kind, supplierId },
    });
    return { id: row.id };
  }

  async #require(supplierId: string, agreementId: string | null): Promise<void> {
    const supplier = await this.database.one(
      `select 1 from identity.door_current_organisation where id = $1 and kind = 'supplier'`,
      [supplierId],
    );
    if (!supplier) throw notFound('supplier');
    const agreement = await this.database.one(
      'select 1 from agreements.door_agreement_supplier where agreement_id = $1 and supplier_id = $2 limit 1',
      [agreementId, supplierId],
    );
    if (agreementId !== null && !agreement) throw notFound('agreement');
  }
}
