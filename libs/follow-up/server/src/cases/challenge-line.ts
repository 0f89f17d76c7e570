import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { addWorkingDays, osloDate } from '@tallgrunn/values';
import { ANSWER_WORKING_DAYS } from './case.ts';
import { CaseStore } from './case-store.ts';
import { CaseSubjects } from './case-subjects.ts';

export const challengeReasons = ['not-received', 'price', 'quantity', 'other'] as const;

export interface LineChallenge {
  readonly versionId: string;
  readonly lineNo: number;
  readonly about: (typeof challengeReasons)[number];
  readonly body: string;
}

/**
 * Opens a case in which a buyer challenges a reported line or its price. The supplier sees it and replies; buyer and
 * cooperative follow it.
 */
@Injectable()
export class ChallengeLine {
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
   * @throws Problem 'not-found' (404) for a line of another buyer, 'line-already-challenged' (409)
   */
  async run({ versionId, lineNo, about, body }: LineChallenge): Promise<{ id: string }> {
    const { side, organisationId } = this.database.actor();
    const subjects = await this.subjects.read([{ kind: 'line', versionId, lineNo }]);
    const [line] = subjects;
    await this.#requireNew(line?.lineKey ?? null, line?.supplierId ?? '');
    const row = await this.store.open(
      {
        kind: about === 'price' ? 'overcharging' : 'dispute',
        title: '',
        supplierId: line?.supplierId ?? '',
        buyerId: side === 'buyer' ? organisationId : null,
        agreementId: line?.agreementId ?? null,
        origin: side === 'buyer' ? 'buyer' : 'cooperative',
        isShared: true,
        status: 'waiting-for-supplier',
        ownerId: await this.store.ownerOf(line?.agreementId ?? null),
        nextOn: addWorkingDays(osloDate(this.clock.now()), ANSWER_WORKING_DAYS),
      },
      { isInternal: false, details: { about } },
    );
    await this.subjects.attach(row, subjects);
    const entryId = await this.store.addEntry(row, { kind: 'message', isInternal: false, body });
    await this.domainEvents.publish({
      name: 'follow-up.message-written',
      subjectId: row.id,
      payload: { caseId: row.id, entryId },
    });
    await this.audit.record({
      act: 'case.line-challenged',
      subject: { kind: 'case', id: row.id },
      details: { number: row.number, about, versionId, lineNo },
    });
    return { id: row.id };
  }

  async #requireNew(lineKey: string | null, supplierId: string): Promise<void> {
    const open = await this.database.one<{ number: string }>(
      `select c.number from follow_up.case_subject s join follow_up.supplier_case c on c.cooperative_id = s.cooperative_id and c.id = s.case_id
       where s.kind = 'line' and s.line_key = $1 and s.supplier_id = $2 and c.closed_at is null limit 1`,
      [lineKey, supplierId],
    );
    if (open) throw new Problem(409, 'line-already-challenged', { number: open.number });
  }
}
