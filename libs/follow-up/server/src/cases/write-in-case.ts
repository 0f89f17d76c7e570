import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { addWorkingDays, osloDate } from '@tallgrunn/values';
import { ANSWER_WORKING_DAYS, type CaseSubject } from './case.ts';
import { CaseStore, type NewEntry } from './case-store.ts';
import { CaseSubjects } from './case-subjects.ts';

export interface CaseEntryInput {
  readonly kind: 'message' | 'note' | 'phone-call' | 'meeting';
  readonly body: string;
  /** Day of the call or meeting. */
  readonly happenedOn?: string | null;
  readonly subjects?: readonly CaseSubject[];
  readonly nextOn?: string | null;
}

/**
 * Adds an entry to a case: a message that is shown and e-mailed to the other side, or an internal note, call or
 * meeting.
 */
@Injectable()
export class AddCaseEntry {
  constructor(
    private readonly store: CaseStore,
    private readonly subjects: CaseSubjects,
    private readonly database: Database,
    private readonly domainEvents: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds the entry. A message publishes 'follow-up.message-written'.
   * @throws Problem 'case-closed' (409), or 'note-for-cooperative-only' (422) when another side writes a note
   */
  async run(caseId: string, text: CaseEntryInput, author?: NewEntry['author']): Promise<{ id: string }> {
    const side = author?.side ?? this.database.actor().side;
    if (text.kind !== 'message' && side !== 'cooperative') throw new Problem(422, 'note-for-cooperative-only');
    const row = await this.store.lockForUpdate(caseId);
    const subjects = await this.subjects.read(text.subjects ?? []);
    const id = await this.store.addEntry(row, {
      kind: text.kind,
      isInternal: text.kind !== 'message',
      body: text.body,
      happenedOn: text.happenedOn ?? null,
      ...(author && { author }),
    });
    await this.subjects.attach(row, subjects, id);
    if (text.kind === 'message') await this.#sent(caseId, id, side === 'cooperative', text.nextOn);
    else if (text.nextOn) await this.store.change(caseId, { nextOn: text.nextOn });
    await this.audit.record({
      act: 'case.entry-added',
      subject: { kind: 'case', id: caseId },
      details: { number: row.number, entry: text.kind },
    });
    return { id };
  }

  /** Sets the status to wait for the other side, and the next date on which the case is checked. */
  async #sent(caseId: string, entryId: string, isOurs: boolean, nextOn?: string | null): Promise<void> {
    const today = osloDate(this.clock.now());
    await this.store.change(caseId, {
      status: isOurs ? 'waiting-for-supplier' : 'waiting-for-us',
      nextOn: isOurs ? (nextOn ?? addWorkingDays(today, ANSWER_WORKING_DAYS)) : today,
      ...(isOurs && { isShared: true }),
    });
    await this.domainEvents.publish({
      name: 'follow-up.message-written',
      subjectId: caseId,
      payload: { caseId, entryId },
    });
  }
}
