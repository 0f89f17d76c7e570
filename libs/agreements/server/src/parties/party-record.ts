import { Injectable } from '@nestjs/common';
import { AuditLog, Database, DomainEvents, Instance, notFound, Problem, type Issue } from '@tallgrunn/platform';
import { OrgNumber } from '@tallgrunn/values';

export interface RegisteredParty {
  readonly id: string;
  readonly kind: 'buyer' | 'supplier';
  readonly name: string;
}

/** Shared steps of every change to a party: find it, validate numbers, and record the previous and new values. */
@Injectable()
export class PartyRecord {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly facts: DomainEvents,
    private readonly instance: Instance,
  ) {}

  /**
   * Returns the party.
   * @throws Problem 'not-found' (404) when it does not exist or is of the other kind
   */
  async require(partyId: string, kind: 'buyer' | 'supplier' | 'party' = 'party'): Promise<RegisteredParty> {
    const row = await this.database.one<RegisteredParty>(
      `select id, kind, name from identity.door_current_organisation where id = $1 and kind in ('buyer', 'supplier')`,
      [partyId],
    );
    if (!row || (kind !== 'party' && row.kind !== kind)) throw notFound(kind);
    return row;
  }

  /**
   * Requires that a site belongs to the buyer.
   * @throws Problem 'not-found' (404)
   */
  async requireSite(buyerId: string, unitId: string): Promise<void> {
    if (
      !(await this.database.one('select 1 from agreements.buyer_site where buyer_id = $1 and id = $2', [
        buyerId,
        unitId,
      ]))
    )
      throw notFound('site');
  }

  /**
   * Parses an organisation number of nine digits; returns null for an empty text.
   * @throws Problem 'party-invalid' (422) with the reason when it is invalid
   */
  async parseOrgNumber(text: string | null | undefined, path = 'orgNumber'): Promise<string | null> {
    if (!text?.trim()) return null;
    const reading = OrgNumber.parse(text, { testNumbers: await this.acceptsTestNumbers() });
    if (!reading.ok) rejectParty({ code: `org-number-${reading.problem}`, path, params: { found: text } });
    return reading.value;
  }

  /** Returns whether synthetic organisation numbers are accepted: only in a demo. */
  async acceptsTestNumbers(): Promise<boolean> {
    return (await this.instance.state()).demo;
  }

  /**
   * Records a change in the audit log and publishes the event; does nothing when both values are equal.
   * @param what the changed part, such as 'site' or 'customer-number'
   */
  async recordChange(partyId: string, what: string, before: object, after: object): Promise<void> {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await this.audit.record({
      act: `party.${what}-changed`,
      subject: { kind: 'organisation', id: partyId },
      details: { before, after },
    });
    await this.facts.publish({ name: 'agreements.party-changed', subjectId: partyId, payload: { what } });
  }
}

export function rejectParty(...issues: readonly Issue[]): never {
  throw new Problem(422, 'party-invalid', {}, issues);
}

/**
 * Requires that a period does not end before it begins. Both days are inclusive.
 * @throws Problem 'party-invalid' (422)
 */
export function requireValidDays(fromOn: string | null | undefined, untilOn: string | null | undefined): void {
  if (fromOn && untilOn && untilOn < fromOn)
    rejectParty({ code: 'ends-before-it-starts', path: 'untilOn', params: { found: untilOn, expected: fromOn } });
}

/** Merges a change into the previous values; undefined fields are unchanged. */
export function withChanges<T extends object>(before: T, change: Partial<T>): T {
  return { ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}
