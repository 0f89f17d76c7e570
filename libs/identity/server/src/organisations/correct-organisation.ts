import { Injectable } from '@nestjs/common';
import { AuditTrail, Database, Facts, Instance, Problem, type Issue } from '@tallgrunn/platform';
import { OrgNumber } from '@tallgrunn/values';
import { SetUpParties } from '../set-up-parties.ts';
import { findOrganisation, lockNumbers, type OrganisationRow } from './organisation-row.ts';
import { RecordFormerIdentity } from './record-former-identity.ts';

export interface OrganisationCorrection {
  /** Left out: the name stays. */
  readonly name?: string;
  /** As it is written. Left out: the number stays; null or empty: the organisation has no number. */
  readonly orgNumber?: string | null;
  readonly reason: string;
}

/**
 * Corrects the name or number of a buyer or supplier in this cooperative. The legal entity is shared between cooperatives and is never changed:
 * the organisation points to another one. What it was called and numbered before stays as history, and files that use it still lead here.
 * Rooms read names and numbers through doors and follow at once. Matching stores which organisation a seller's number led to, so it matches again
 * when 'identity.organisation-changed' is published.
 */
@Injectable()
export class CorrectOrganisation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly facts: Facts,
    private readonly formerIdentity: RecordFormerIdentity,
    private readonly instance: Instance,
    private readonly parties: SetUpParties,
  ) {}

  /** @throws Problem 'not-found', 'organisation-correction-refused' (422) with the field, 'organisation-number-taken' (409) with the other organisation */
  async run(id: string, { name, orgNumber, reason }: OrganisationCorrection): Promise<void> {
    await lockNumbers(this.database);
    const before = await findOrganisation(this.database, id, true);
    const after = {
      name: name === undefined ? before.name : name.replace(/\s+/g, ' ').trim(),
      orgNumber: orgNumber === undefined ? before.org_number : await this.#readNumber(orgNumber, before.org_number),
    };
    this.#requireCorrection(before, after, reason);
    if (after.orgNumber && after.orgNumber !== before.org_number) await this.#requireFree(before.kind, after.orgNumber);
    await this.formerIdentity.run(before, id, reason.trim());
    await this.parties.identify(id, after);
    await this.audit.record({
      act: 'organisation.corrected',
      subject: { kind: 'organisation', id },
      details: { before: { name: before.name, orgNumber: before.org_number }, after, reason: reason.trim() },
    });
    await this.facts.announce({ name: 'identity.organisation-changed', subjectId: id, payload: {} });
  }

  /** Numbers of made-up companies exist where everything is made up; one that the organisation has already stays. */
  async #readNumber(text: string | null, current: string | null): Promise<string | null> {
    if (!text?.trim()) return null;
    const { ok, value, problem } = OrgNumber.parse(text, { testNumbers: (await this.instance.state()).demo });
    if (ok || (value !== null && value === current)) return value;
    return refuse({ code: `org-number-${problem}`, path: 'orgNumber', params: { found: text } });
  }

  #requireCorrection(
    before: OrganisationRow,
    after: { readonly name: string; readonly orgNumber: string | null },
    reason: string,
  ): void {
    if (!after.name) refuse({ code: 'name-missing', path: 'name' });
    if (!reason.trim()) refuse({ code: 'reason-missing', path: 'reason' });
    if (after.name === before.name && after.orgNumber === before.org_number)
      refuse({ code: 'nothing-corrected', path: 'name', params: { found: before.name } });
  }

  /** Two organisations of one kind cannot have the same number; where they are the same one, they are merged. */
  async #requireFree(kind: string, number: string): Promise<void> {
    const other = await this.database.one<{ name: string }>(
      `select o.name from identity.organisation o join identity.legal_entity e on e.id = o.legal_entity_id where o.kind = $1 and e.org_number = $2`,
      [kind, number],
    );
    if (!other) return;
    const params = { found: number, expected: other.name };
    throw new Problem(409, 'organisation-number-taken', { orgNumber: number, name: other.name }, [
      { code: 'number-taken', path: 'orgNumber', params },
    ]);
  }
}

function refuse(issue: Issue): never {
  throw new Problem(422, 'organisation-correction-refused', {}, [issue]);
}
