import { Injectable } from '@nestjs/common';
import { Database, Uptime, type Downtime } from '@tallgrunn/platform';
import { addDays, endOfOsloDay, startOfOsloDay } from '@tallgrunn/values';
import type { DutyView } from './duty-rows.ts';
import { MissingBranchStore, type MissingBranch } from '../store/missing-branch-store.ts';
import { ListDuties } from './list-duties.ts';

export interface VersionListed {
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
export class ShowDuty {
  constructor(
    private readonly duties: ListDuties,
    private readonly database: Database,
    private readonly uptime: Uptime,
    private readonly missing: MissingBranchStore,
  ) {}

  async run(
    dutyId: string,
  ): Promise<
    DutyView & { versions: VersionListed[]; portalDown: Downtime[]; missing: Omit<MissingBranch, 'dutyId'> | null }
  > {
    const duty = await this.duties.one(dutyId);
    const portalDown = await this.uptime.between(
      startOfOsloDay(addDays(duty.dueOn, -DAYS_BEFORE_DUE)),
      endOfOsloDay(duty.dueOn),
    );
    if (this.database.actor().role === 'invited')
      return { ...duty, version: null, versions: [], portalDown, missing: null };
    const versions = await this.database.query<VersionListed>(
      `select id, number, state, kind, file_name as "fileName", line_count as lines, amount, received_at as "receivedAt", submitted_at as "submittedAt"
       from reporting.version where duty_id = $1 order by received_at desc, id desc limit ${VERSIONS_MAX}`,
      [dutyId],
    );
    const said =
      duty.part && (duty.version === null || duty.version.state === 'returned')
        ? (await this.missing.of([dutyId]))[0]
        : undefined;
    return {
      ...duty,
      versions,
      portalDown,
      missing: said ? { reason: said.reason, saidBy: said.saidBy, saidAt: said.saidAt } : null,
    };
  }
}
