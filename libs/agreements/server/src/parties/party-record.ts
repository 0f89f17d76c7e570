import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, Facts, Instance, notFound, Problem, type Issue } from '@tallgrunn/platform';
import { OrgNumber } from '@tallgrunn/values';

export interface KnownParty {
  readonly id: string;
  readonly kind: 'buyer' | 'supplier';
  readonly name: string;
}

/** What every change to a party does: knows whom it is about, judges numbers, and writes what was and what became. */
@Injectable()
export class PartyRecord {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly facts: Facts,
    private readonly instance: Instance,
  ) {}

  /** The party; 404 when it is not there or of the other kind. */
  async require(partyId: string, kind: 'buyer' | 'supplier' | 'party' = 'party'): Promise<KnownParty> {
    const row = await this.database.one<KnownParty>(
      `select id, kind, name from identity.door_current_organisation where id = $1 and kind in ('buyer', 'supplier')`,
      [partyId],
    );
    if (!row || (kind !== 'party' && row.kind !== kind)) throw notFound(kind);
    return row;
  }

  /** A unit of a buyer; 404 when it is not there, or another's. */
  async requireUnit(buyerId: string, unitId: string): Promise<void> {
    if (
      !(await this.database.one('select 1 from agreements.buyer_site where buyer_id = $1 and id = $2', [
        buyerId,
        unitId,
      ]))
    )
      throw notFound('unit');
  }

  /** Nine digits, or null where nothing is written. A number that cannot be one is refused with what is wrong with it. */
  async readNumber(text: string | null | undefined, path = 'orgNumber'): Promise<string | null> {
    if (!text?.trim()) return null;
    const reading = OrgNumber.parse(text, { testNumbers: await this.takesTestNumbers() });
    if (!reading.ok) refuse({ code: `org-number-${reading.problem}`, path, params: { found: text } });
    return reading.value;
  }

  /** Synthetic companies exist where everything is made up. */
  async takesTestNumbers(): Promise<boolean> {
    return (await this.instance.state()).demo;
  }

  /** `what` is the part that changed, as 'unit' or 'customer-number'. Nothing is written when nothing differs. */
  async changed(partyId: string, what: string, before: object, after: object): Promise<void> {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await this.audit.record({
      act: `party.${what}-changed`,
      subject: { kind: 'organisation', id: partyId },
      details: { before, after },
    });
    await this.facts.announce({ name: 'agreements.party-changed', subjectId: partyId, payload: { what } });
  }
}

export function refuse(...issues: readonly Issue[]): never {
  throw new Problem(422, 'party-refused', {}, issues);
}

/** Refuses a span that ends before it begins. Days, both included. */
export function requireDays(fromOn: string | null | undefined, untilOn: string | null | undefined): void {
  if (fromOn && untilOn && untilOn < fromOn)
    refuse({ code: 'ends-before-it-starts', path: 'untilOn', params: { found: untilOn, expected: fromOn } });
}

/** What is named takes the place of what was; what is not named stays. */
export function laidOver<T extends object>(before: T, change: Partial<T>): T {
  return { ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}
