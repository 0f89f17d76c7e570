import { Injectable } from '@nestjs/common';
import { AuditLog, Database, DomainEvents, notFound, Problem } from '@tallgrunn/platform';

export interface AgreementDates {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Shared steps of every change to an agreement: lock it, record the previous and new values, and publish the event. */
@Injectable()
export class AgreementRecord {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly facts: DomainEvents,
  ) {}

  /**
   * Locks the agreement until the transaction ends, and returns its dates.
   * @throws Problem 'not-found' (404)
   */
  async lockForUpdate(agreementId: string): Promise<AgreementDates> {
    const row = await this.database.one<AgreementDates>(
      'select id, starts_on as "startsOn", ends_on as "endsOn" from agreements.agreement where id = $1 for update',
      [agreementId],
    );
    if (!row) throw notFound('agreement');
    return row;
  }

  /**
   * Records a change in the audit log and publishes the event; does nothing when both values are equal.
   * @param what the changed part, such as 'head' or 'participation'
   */
  async recordChange(
    agreementId: string,
    what: string,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): Promise<void> {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await this.audit.record({
      act: `agreement.${what}-changed`,
      subject: { kind: 'agreement', id: agreementId },
      details: { before, after },
    });
    await this.facts.publish({ name: 'agreements.agreement-changed', subjectId: agreementId, payload: { what } });
  }

  async requireParty(organisationId: string, kind: 'supplier' | 'buyer'): Promise<void> {
    const party = await this.database.one(
      'select 1 from identity.door_current_organisation where id = $1 and kind = $2',
      [organisationId, kind],
    );
    if (!party) throw notFound(kind);
  }
}

/**
 * Requires that a period does not end before it begins.
 * @throws Problem 'agreement-invalid' (422)
 */
export function requireValidPeriod(fromOn: string | null, untilOn: string | null, path = 'untilOn'): void {
  if (fromOn && untilOn && untilOn < fromOn)
    throw new Problem(422, 'agreement-invalid', {}, [
      { code: 'ends-before-it-starts', path, params: { found: untilOn, expected: fromOn } },
    ]);
}
