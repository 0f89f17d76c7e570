import { Injectable } from '@nestjs/common';
import { Database, Heartbeat, type Downtime } from '@tallgrunn/platform';
import { addDays, endOfOsloDay, startOfOsloDay } from '@tallgrunn/values';
import type { ObligationView } from './obligation-rows.ts';
import { MissingBranchStore, type MissingBranch } from '../store/missing-branch-store.ts';
import { ListObligations } from './list-obligations.ts';

export interface VersionSummary {
  readonly id: string;
  readonly number: string | null;
  readonly state: string;
  readonly kind: string;
  readonly fileName: string | null;
  readonly lines: number;
  readonly amount: string;
  readonly receivedAt: Date;
  readonly submittedAt: Date | null;
}

const VERSIONS_MAX = 100;
/** Days before the due date in which downtime may explain a late report. */
const DAYS_BEFORE_DUE = 2;

/**
 * Returns one obligation with its versions, newest first. A user with only an invitation sees the obligation without
 * versions.
 */
@Injectable()
export class ShowObligation {
  constructor(
    private readonly obligations: ListObligations,
    private readonly database: Database,
    private readonly uptime: Heartbeat,
    private readonly missing: MissingBranchStore,
  ) {}

  async run(obligationId: string): Promise<
    ObligationView & {
      versions: VersionSummary[];
      portalDown: Downtime[];
      missing: Omit<MissingBranch, 'obligationId'> | null;
    }
  > {
    const obligation = await this.obligations.byId(obligationId);
    const portalDown = await this.uptime.downtimesBetween(
      startOfOsloDay(addDays(obligation.dueOn, -DAYS_BEFORE_DUE)),
      endOfOsloDay(obligation.dueOn),
    );
    if (this.database.actor().role === 'invited')
      return { ...obligation, version: null, versions: [], portalDown, missing: null };
    const versions = await this.database.query<VersionSummary>(
      `select id, number, state, kind, file_name as "fileName", line_count as lines, amount, received_at as "receivedAt", submitted_at as "submittedAt"
       from reporting.report_version where obligation_id = $1 order by received_at desc, id desc limit ${VERSIONS_MAX}`,
      [obligationId],
    );
    const said =
      obligation.part && (obligation.version === null || obligation.version.state === 'returned')
        ? (await this.missing.byObligations([obligationId]))[0]
        : undefined;
    return {
      ...obligation,
      versions,
      portalDown,
      missing: said ? { reason: said.reason, saidBy: said.saidBy, saidAt: said.saidAt } : null,
    };
  }
}
