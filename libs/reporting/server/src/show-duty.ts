import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { DutyView } from './duty-rows.ts';
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

/** One duty with its versions, newest first. Who only holds an invitation sees the duty, not what was reported. */
@Injectable()
export class ShowDuty {
  constructor(
    private readonly duties: ListDuties,
    private readonly database: Database,
  ) {}

  async run(dutyId: string): Promise<DutyView & { versions: VersionListed[] }> {
    const duty = await this.duties.one(dutyId);
    if (this.database.actor().role === 'invited') return { ...duty, version: null, versions: [] };
    const versions = await this.database.query<VersionListed>(
      `select id, number, state, kind, file_name as "fileName", line_count as lines, amount, received_at as "receivedAt", submitted_at as "submittedAt"
       from reporting.version where duty_id = $1 order by received_at desc, id desc limit ${VERSIONS_MAX}`,
      [dutyId],
    );
    return { ...duty, versions };
  }
}
