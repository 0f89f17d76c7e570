import { Injectable } from '@nestjs/common';
import { AuditLog, Database, DomainEvents, Instance, Problem, type Issue } from '@tallgrunn/platform';
import { OrgNumber } from '@tallgrunn/values';
import { SetUpParties } from '../set-up-parties.ts';
import { findOrganisation, lockNumbers, type OrganisationRow } from './organisation-row.ts';
import { RecordFormerIdentity } from './record-former-identity.ts';

export interface OrganisationCorrection {
  /** New name; undefined leaves it unchanged. */
  readonly name?: string;
  /** New number as typed; undefined leaves it unchanged, null or empty removes it. */
  readonly orgNumber?: string | null;
  readonly reason: string;
}

/**
 * Corrects the name or number of a buyer or supplier in this cooperative. The legal entity is shared between
 * cooperatives and never changed; the organisation is linked to another one. The former name and number become history,
 * and files that use them are still recognised. Other rooms read names and numbers through doors, so they change at
 * once. Matching stores the organisation of a seller's number, so it reruns on the event
 * 'identity.organisation-changed'.
 */
@Injectable()
export class CorrectOrganisation {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
    private readonly formerIdentity: RecordFormerIdentity,
    private readonly instance: Instance,
    private readonly parties: SetUpParties,
  ) {}

  /**
   * Corrects the organisation. Publishes 'identity.organisation-changed'.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'organisation-correction-refused' (422) with the field
   * @throws Problem 'organisation-number-taken' (409) with the other organisation
   */
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
    await this.parties.setIdentity(id, after);
    await this.audit.record({
      act: 'organisation.corrected',
      subject: { kind: 'organisation', id },
      details: { before: { name: before.name, orgNumber: before.org_number }, after, reason: reason.trim() },
    });
    await this.domainEvents.publish({ name: 'identity.organisation-changed', subjectId: id, payload: {} });
  }

  /**
   * Parses the number. Demo installations accept test numbers; the current number of the organisation is always
   * accepted.
   * @throws Problem 'organisation-correction-refused' (422)
   */
  async #readNumber(text: string | null, current: string | null): Promise<string | null> {
    if (!text?.trim()) return null;
    const { ok, value, problem } = OrgNumber.parse(text, { testNumbers: (await this.instance.state()).demo });
    if (ok || (value !== null && value === current)) return value;
    return rejectCorrection({ code: `org-number-${problem}`, path: 'orgNumber', params: { found: text } });
  }

  #requireCorrection(
    before: OrganisationRow,
    after: { readonly name: string; readonly orgNumber: string | null },
    reason: string,
  ): void {
    if (!after.name) rejectCorrection({ code: 'name-missing', path: 'name' });
    if (!reason.trim()) rejectCorrection({ code: 'reason-missing', path: 'reason' });
    if (after.name === before.name && after.orgNumber === before.org_number)
      rejectCorrection({ code: 'nothing-corrected', path: 'name', params: { found: before.name } });
  }

  /**
   * Requires that no other organisation of the kind has the number. If both are the same organisation, they must be
   * merged.
   * @throws Problem 'organisation-number-taken' (409)
   */
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

function rejectCorrection(issue: Issue): never {
  throw new Problem(422, 'organisation-correction-refused', {}, [issue]);
}
