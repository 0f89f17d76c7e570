import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import {
  obligationSelect,
  obligationView,
  type ObligationRow,
  type ObligationView,
} from '../obligations/obligation-rows.ts';
import { MissingBranchStore, type MissingBranch } from '../store/missing-branch-store.ts';

/**
 * The obligation of one branch for a period. `missing`: the chain's statement that the report comes later; null when
 * there is none or a report is delivered.
 */
export interface BranchObligation extends ObligationView {
  readonly missing: Omit<MissingBranch, 'obligationId'> | null;
}

const BRANCHES_MAX = 500;
const isDelivered = ({ version }: ObligationView): boolean => version !== null && version.state !== 'returned';

/**
 * Lists the obligations of all branches of a chain for one period, by name. A user with only an invitation sees no
 * versions and no missing statements.
 */
@Injectable()
export class ShowBranches {
  constructor(
    private readonly database: Database,
    private readonly missing: MissingBranchStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param obligationId the obligation of any of the branches
   * @throws Problem 'not-found' (404) when the obligation is not of a branch
   */
  async run(obligationId: string): Promise<BranchObligation[]> {
    const rows = await this.database.query<ObligationRow>(
      `${obligationSelect}
       join agreements.door_reporting_obligation one on one.cooperative_id = d.cooperative_id and one.agreement_id = d.agreement_id and one.supplier_id = d.supplier_id
         and one.report = d.report and one.period_key = d.period_key and one.branch_id is not null
       where one.id = $1 and d.branch_id is not null
       order by d.part_name, d.period_start, d.id limit ${BRANCHES_MAX}`,
      [obligationId],
    );
    if (rows.length === 0) throw notFound('branches');
    const today = osloDate(this.clock.now());
    if (this.database.actor().role === 'invited')
      return rows.map((row) => ({ ...obligationView(row, today), version: null, missing: null }));
    const missingByObligation = new Map(
      (await this.missing.byObligations(rows.map(({ id }) => id))).map(({ obligationId: id, ...each }) => [id, each]),
    );
    return rows.map((row) => {
      const obligation = obligationView(row, today);
      return { ...obligation, missing: isDelivered(obligation) ? null : (missingByObligation.get(row.id) ?? null) };
    });
  }
}

/** Returns whether the branch must be submitted or declared missing: nothing is delivered and it is not exempt. */
export function isDue(obligation: ObligationView): boolean {
  return !isDelivered(obligation) && obligation.exemptReason === null;
}
