import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, Facts, notFound, Problem } from '@tallgrunn/platform';

export interface AgreementDates {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** What every change to an agreement does: holds the agreement while it is changed, writes what was and what became, and says so to who listens. */
@Injectable()
export class AgreementRecord {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly facts: Facts,
  ) {}

  /** The agreement, locked until the change is written. 404 when it is not there. */
  async hold(agreementId: string): Promise<AgreementDates> {
    const row = await this.database.one<AgreementDates>(
      'select id, starts_on as "startsOn", ends_on as "endsOn" from agreements.agreement where id = $1 for update',
      [agreementId],
    );
    if (!row) throw notFound('agreement');
    return row;
  }

  /** `what` is the part that changed, as 'head' or 'participation'. Nothing is written when nothing differs. */
  async changed(
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
    await this.facts.announce({ name: 'agreements.agreement-changed', subjectId: agreementId, payload: { what } });
  }

  async requireParty(organisationId: string, kind: 'supplier' | 'buyer'): Promise<void> {
    const known = await this.database.one(
      'select 1 from identity.door_current_organisation where id = $1 and kind = $2',
      [organisationId, kind],
    );
    if (!known) throw notFound(kind);
  }
}

/** Refuses a span that ends before it begins. */
export function requireSpan(fromOn: string | null, untilOn: string | null, path = 'untilOn'): void {
  if (fromOn && untilOn && untilOn < fromOn)
    throw new Problem(422, 'agreement-invalid', {}, [
      { code: 'ends-before-it-starts', path, params: { found: untilOn, expected: fromOn } },
    ]);
}
