import { Injectable } from '@nestjs/common';
import { AuditLog, Database, notFound, Problem } from '@tallgrunn/platform';
import { withoutPersons } from '@tallgrunn/values';
import { MissingBranchStore } from '../store/missing-branch-store.ts';
import { SubmitVersion, type SubmissionInput } from '../versions/submit-version.ts';
import { ShowBranches, isDue, type BranchObligation } from './show-branches.ts';

export interface BranchSubmission extends SubmissionInput {
  readonly versionId: string;
}

export interface BranchMissing {
  readonly obligationId: string;
  readonly reason: string;
}

export interface BranchSubmitted {
  readonly obligationId: string;
  readonly versionId: string;
  readonly number: string;
}

/**
 * Submits the checked reports of a chain's branches together, all or none. Every branch with a report due must be
 * submitted or declared missing with a reason; a missing report is still due.
 */
@Injectable()
export class SubmitBranches {
  constructor(
    private readonly branches: ShowBranches,
    private readonly submit: SubmitVersion,
    private readonly missing: MissingBranchStore,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  async run(
    obligationId: string,
    versions: readonly BranchSubmission[],
    missing: readonly BranchMissing[],
  ): Promise<BranchSubmitted[]> {
    const branches = await this.branches.run(obligationId);
    const obligationOf = await this.#obligationsOf(versions, branches);
    this.#requireAll(branches, new Set(obligationOf.values()), missing);
    for (const { versionId, ...wanted } of versions) await this.submit.run(versionId, wanted);
    await this.#requireOwnLines(branches, obligationOf);
    for (const said of missing) {
      await this.missing.declare(said.obligationId, branches[0]!.supplier.id, withoutPersons(said.reason.trim()));
      await this.audit.record({
        act: 'report.branch-missing',
        subject: { kind: 'obligation', id: said.obligationId },
        details: { reason: withoutPersons(said.reason.trim()) },
      });
    }
    const numbers = await this.database.query<{ id: string; number: string }>(
      'select id, number from reporting.report_version where id = any ($1::uuid[])',
      [versions.map(({ versionId }) => versionId)],
    );
    return numbers.map(({ id, number }) => ({ obligationId: obligationOf.get(id)!, versionId: id, number }));
  }

  /**
   * Maps each version to its obligation.
   * @throws Problem 'not-found' (404) for a version of another chain or period; 'branch-duplicate' (422) for two versions
   * of one branch
   */
  async #obligationsOf(
    versions: readonly BranchSubmission[],
    branches: readonly BranchObligation[],
  ): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; obligation_id: string }>(
      'select id, obligation_id from reporting.report_version where id = any ($1::uuid[])',
      [versions.map(({ versionId }) => versionId)],
    );
    const branchIds = new Set(branches.map(({ id }) => id));
    const obligationOf = new Map(
      rows
        .filter(({ obligation_id }) => branchIds.has(obligation_id))
        .map(({ id, obligation_id }) => [id, obligation_id]),
    );
    if (versions.some(({ versionId }) => !obligationOf.has(versionId))) throw notFound('report-version');
    if (new Set(obligationOf.values()).size !== versions.length) throw new Problem(422, 'branch-duplicate', {});
    return obligationOf;
  }

  /**
   * Requires that no line occurs in two branches. Each version was checked before the others were delivered, so a file
   * uploaded for two branches is only detected here.
   * @throws Problem 'branches-overlap' (409)
   */
  async #requireOwnLines(
    branches: readonly BranchObligation[],
    obligationOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    const shared = await this.database.query<{ versions: string[]; lines: number }>(
      `select array_agg(distinct l.version_id::text) as versions, count(distinct l.line_key)::int as lines from (
         select version_id, line_key, count(*) over (partition by line_key) as found
         from reporting.report_line where version_id = any ($1::uuid[]) and coalesce(invoice_number, '') <> ''
       ) l where l.found > 1`,
      [[...obligationOf.keys()]],
    );
    const { versions, lines } = { versions: shared[0]?.versions ?? [], lines: shared[0]?.lines ?? 0 };
    if (lines === 0) return;
    const names = branches
      .filter(({ id }) => versions.some((version) => obligationOf.get(version) === id))
      .map(({ part }) => part?.name ?? '');
    throw new Problem(409, 'branches-overlap', { count: lines, names: names.slice(0, 20) });
  }

  #requireAll(
    branches: readonly BranchObligation[],
    sent: ReadonlySet<string>,
    missing: readonly BranchMissing[],
  ): void {
    const said = new Set(missing.map(({ obligationId }) => obligationId));
    const due = branches.filter((obligation) => isDue(obligation) && !sent.has(obligation.id));
    const unsaid = due.filter(({ id }) => !said.has(id));
    if (unsaid.length > 0)
      throw new Problem(409, 'branches-missing', {
        count: unsaid.length,
        names: unsaid.map(({ part }) => part?.name ?? '').slice(0, 20),
      });
    // A branch declared missing has delivered or is not one of these: the user saw an outdated list.
    if ([...said].some((id) => !due.some((obligation) => obligation.id === id)))
      throw new Problem(409, 'branch-not-missing', {});
  }
}
