import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface QualityCheck {
  /** The code of the check. */
  readonly code: string;
  readonly findingCount: number;
  /** The supplier stated that it was no error. */
  readonly overriddenCount: number;
}

/** How good the reports of a supplier were that it submitted in a period. */
export interface Quality {
  readonly reports: number;
  readonly lines: number;
  readonly returned: number;
  /** Findings that asked for an answer or a correction. */
  readonly findingCount: number;
  readonly overriddenCount: number;
  /** The checks that found most. */
  readonly checks: QualityCheck[];
}

const CHECKS_MAX = 5;
const SUBMITTED = `supplier_id = $1 and submitted_at >= $2::date::timestamp at time zone 'Europe/Oslo' and submitted_at < $3::date::timestamp at time zone 'Europe/Oslo'`;

const REPORTS = `
  select count(*) filter (where state in ('submitted', 'accepted'))::int as reports, coalesce(sum(line_count) filter (where state in ('submitted', 'accepted')), 0)::int as lines,
    count(*) filter (where returned_at is not null)::int as returned
  from reporting.door_version where ${SUBMITTED}`;

const CHECKS = `
  select code, sum(found)::int as "findingCount", sum(overridden)::int as "overriddenCount"
  from reporting.door_override where ${SUBMITTED} group by code order by 2 desc, 1`;

/** Reads how good a supplier's reports were. */
@Injectable()
export class ReadQuality {
  constructor(private readonly database: Database) {}

  /** `from` and `until`: days in Oslo on which reports were submitted, until excluded. */
  async run(supplierId: string, from: string, until: string): Promise<Quality> {
    const params = [supplierId, from, until];
    const reports = await this.database.one<Pick<Quality, 'reports' | 'lines' | 'returned'>>(REPORTS, params);
    const checks = await this.database.query<QualityCheck & Record<string, unknown>>(CHECKS, params);
    const total = (key: 'findingCount' | 'overriddenCount') => checks.reduce((sum, check) => sum + check[key], 0);
    return {
      reports: reports?.reports ?? 0,
      lines: reports?.lines ?? 0,
      returned: reports?.returned ?? 0,
      findingCount: total('findingCount'),
      overriddenCount: total('overriddenCount'),
      checks: checks.slice(0, CHECKS_MAX),
    };
  }
}
