import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { lockNumbers } from './organisation-row.ts';
import { countsSql, PreviewMerge, rejectMerge, toCounts, type MergeCount, type MergePreview } from './preview-merge.ts';
import { RecordFormerIdentity } from './record-former-identity.ts';

export interface OrganisationMerge {
  /** Id of the organisation that remains. */
  readonly into: string;
  readonly reason: string;
  /** Confirms that the number of the merged organisation is wrong; needed when the two have different numbers. */
  readonly isNumberWrong?: boolean;
}

/**
 * Merges two records of one organisation, of the same kind in one cooperative. Each room registers its columns in
 * platform.organisation_reference, so the rows of all rooms move in this transaction. The merged record remains as a
 * row that points to the other one, because the audit log, runs, sealed figures and publications still name it. Its
 * name and number become former ones of the remaining organisation, its users and keys move there, and it no longer
 * appears in lists or choices.
 */
@Injectable()
export class MergeOrganisations {
  constructor(
    private readonly database: Database,
    private readonly preview: PreviewMerge,
    private readonly formerIdentity: RecordFormerIdentity,
    private readonly audit: AuditLog,
    private readonly domainEvents: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Merges the organisation. Returns the number of rows by kind. Publishes 'identity.organisation-changed'.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'organisation-merge-refused' (422) with the field
   * @throws Problem 'organisation-numbers-differ' (409)
   * @throws Problem 'organisation-merge-conflicts' (409) with everything that must be resolved first
   */
  async run(fromId: string, { into: intoId, reason, isNumberWrong = false }: OrganisationMerge): Promise<MergeCount[]> {
    if (!reason.trim()) rejectMerge({ code: 'reason-missing', path: 'reason' });
    await lockNumbers(this.database);
    const merge = await this.preview.run(fromId, intoId, true);
    requireNoConflicts(merge, isNumberWrong);
    await this.formerIdentity.run(merge.from, intoId, reason.trim());
    await this.#identify(merge);
    const moving = countsSql('platform.move_organisation_references($1, $2, $3)');
    const moved = toCounts(await this.database.query(moving, [fromId, intoId, this.clock.now()]));
    await this.audit.record({
      act: 'organisation.merged',
      subject: { kind: 'organisation', id: intoId },
      details: {
        mergedId: fromId,
        merged: { name: merge.from.name, orgNumber: merge.from.org_number },
        isNumberWrong,
        reason: reason.trim(),
        moved: summarise(moved),
      },
    });
    await this.domainEvents.publish({
      name: 'identity.organisation-changed',
      subjectId: intoId,
      payload: { mergedId: fromId },
    });
    return moved;
  }

  /**
   * Removes the number of the merged organisation. The remaining one takes over a legal entity or municipality number
   * that it lacks.
   */
  async #identify({ from, into }: MergePreview): Promise<void> {
    const [before] = await this.database.query<{ legal_entity_id: string | null; municipality_number: string | null }>(
      'select legal_entity_id, municipality_number from identity.organisation where id = $1',
      [from.id],
    );
    await this.database.query('update identity.organisation set legal_entity_id = null where id = $1', [from.id]);
    await this.database.query(
      `update identity.organisation
       set legal_entity_id = coalesce(legal_entity_id, $2), municipality_number = coalesce(municipality_number, $3) where id = $1`,
      [into.id, before?.legal_entity_id ?? null, before?.municipality_number ?? null],
    );
  }
}

function requireNoConflicts(
  { from, into, conflicts, hasDifferentNumbers }: MergePreview,
  isNumberWrong: boolean,
): void {
  if (conflicts.length > 0) {
    const issues = conflicts.map(({ code, found, expected, count }) => ({
      code,
      path: 'into',
      params: { found, expected, count },
    }));
    throw new Problem(
      409,
      'organisation-merge-conflicts',
      { name: from.name, into: into.name, count: conflicts.length },
      issues,
    );
  }
  if (!hasDifferentNumbers || isNumberWrong) return;
  const params = { found: from.org_number, expected: into.org_number };
  const issue = { code: 'numbers-differ', path: 'isNumberWrong', params };
  throw new Problem(409, 'organisation-numbers-differ', { orgNumber: from.org_number, into: into.org_number }, [issue]);
}

const summarise = (counts: readonly MergeCount[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ kind, moved }) => [kind, moved]));
