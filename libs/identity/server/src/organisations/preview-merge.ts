import { Injectable } from '@nestjs/common';
import { Database, Problem, type Issue } from '@tallgrunn/platform';
import { findOrganisation, type OrganisationRow } from './organisation-row.ts';

/** Number of rows of one kind that a merge affects. */
export interface MergeCount {
  readonly kind: string;
  /** Rows that move to the remaining organisation. */
  readonly moved: number;
  /** Rows that are deleted because the remaining organisation has the same. */
  readonly removed: number;
  /** Rows that still name the merged organisation: sealed figures, the audit log. */
  readonly retained: number;
}

/** A conflict that must be resolved before the merge. */
export interface MergeConflict {
  readonly code: string;
  /** An example: the title of an agreement, a month, a number. */
  readonly found: string | null;
  readonly expected: string | null;
  readonly count: number;
}

export interface MergePreview {
  readonly from: OrganisationRow;
  readonly into: OrganisationRow;
  readonly counts: readonly MergeCount[];
  readonly conflicts: readonly MergeConflict[];
  /**
   * Both have a number, and these differ. The caller must confirm that the number of the merged organisation is wrong.
   */
  readonly hasDifferentNumbers: boolean;
}

interface CountRow extends Record<string, unknown> {
  readonly kind: string;
  readonly moved: string;
  readonly removed: string;
  readonly retained: string;
}

/** Returns SQL that sums the counts of `source`, a set of rows per column, by kind. */
export const countsSql = (source: string): string =>
  `select c.counted_as as kind, sum(c.moved) as moved, sum(c.removed) as removed, sum(c.retained) as retained
   from ${source} c group by c.counted_as order by c.counted_as`;

export const toCounts = (rows: readonly CountRow[]): MergeCount[] =>
  rows.map(({ kind, moved, removed, retained }) => ({
    kind,
    moved: Number(moved),
    removed: Number(removed),
    retained: Number(retained),
  }));

/** Statement timeout: a merge reads and then writes whole tables, which may take longer than other requests. */
const STATEMENT_TIMEOUT = '10min';

/** Returns the rows that a merge would move, by kind, and the conflicts to resolve first. Stores nothing. */
@Injectable()
export class PreviewMerge {
  constructor(private readonly database: Database) {}

  /**
   * Sets a longer statement timeout for the transaction.
   * @param lockForUpdate whether to lock both organisations
   * @throws Problem 'not-found' (404), or 'organisation-merge-refused' (422) for the same organisation or for two kinds
   */
  async run(fromId: string, intoId: string, lockForUpdate = false): Promise<MergePreview> {
    await this.database.query(`select set_config('statement_timeout', $1, true)`, [STATEMENT_TIMEOUT]);
    const from = await findOrganisation(this.database, fromId, lockForUpdate);
    if (fromId === intoId) rejectMerge({ code: 'same-organisation', path: 'into', params: { found: from.name } });
    const into = await findOrganisation(this.database, intoId, lockForUpdate);
    if (from.kind !== into.kind) rejectMerge({ code: 'other-kind', path: 'into', params: { found: into.name } });
    return {
      from,
      into,
      counts: await this.#counts(fromId, intoId),
      conflicts: await this.#conflicts(fromId, intoId),
      hasDifferentNumbers: from.org_number !== null && into.org_number !== null && from.org_number !== into.org_number,
    };
  }

  async #counts(fromId: string, intoId: string): Promise<MergeCount[]> {
    return toCounts(
      await this.database.query<CountRow>(countsSql('platform.count_organisation_references($1, $2)'), [
        fromId,
        intoId,
      ]),
    );
  }

  /** Returns the conflicts. The generic conflict of obligations is omitted when its room reports a specific one. */
  async #conflicts(fromId: string, intoId: string): Promise<MergeConflict[]> {
    const rows = await this.database.query<{
      code: string;
      found: string | null;
      expected: string | null;
      total: string;
    }>(
      'select c.code, c.found, c.expected, c.total from platform.find_merge_conflicts($1, $2) c order by c.code, c.found',
      [fromId, intoId],
    );
    const isDescribed = rows.some(({ code }) => code === 'obligations-overlap');
    return rows
      .filter(({ code, found }) => !(isDescribed && code === 'duplicates' && found === 'obligations'))
      .map(({ total, ...conflict }) => ({ ...conflict, count: Number(total) }));
  }
}

export function rejectMerge(...issues: readonly Issue[]): never {
  throw new Problem(422, 'organisation-merge-refused', {}, issues);
}
