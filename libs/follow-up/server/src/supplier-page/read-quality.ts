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

/** Quality of one supplier, with every check that found something. */
export interface SupplierQuality extends Quality {
  readonly supplierId: string;
}

export interface QualityFilter {
  /** Days in Oslo on which reports were submitted; `until` excluded. */
  readonly from: string;
  readonly until: string;
  readonly supplierId?: string;
  readonly agreementId?: string;
}

const CHECKS_MAX = 5;
const FILTER = `($1::uuid is null or supplier_id = $1) and submitted_at >= $2::date::timestamp at time zone 'Europe/Oslo' and submitted_at < $3::date::timestamp at time zone 'Europe/Oslo'
  and ($4::uuid is null or agreement_id = $4)`;

const REPORTS = `
  select supplier_id as "supplierId", count(*) filter (where state in ('submitted', 'accepted'))::int as reports,
    coalesce(sum(line_count) filter (where state in ('submitted', 'accepted')), 0)::int as lines, count(*) filter (where returned_at is not null)::int as returned
  from reporting.door_report_version where ${FILTER} group by supplier_id order by supplier_id`;

const CHECKS = `
  select supplier_id as "supplierId", code, sum(found)::int as "findingCount", sum(overridden)::int as "overriddenCount"
  from reporting.door_overridden_check where ${FILTER} group by supplier_id, code order by 3 desc, 2`;

/** Reads how good suppliers' reports were. */
@Injectable()
export class ReadQuality {
  constructor(private readonly database: Database) {}

  /** `from` and `until`: days in Oslo on which reports were submitted, until excluded. Lists the checks that found most. */
  async run(supplierId: string, from: string, until: string): Promise<Quality> {
    const [quality] = await this.bySupplier({ supplierId, from, until });
    if (!quality) return { reports: 0, lines: 0, returned: 0, findingCount: 0, overriddenCount: 0, checks: [] };
    const { reports, lines, returned, findingCount, overriddenCount, checks } = quality;
    return { reports, lines, returned, findingCount, overriddenCount, checks: checks.slice(0, CHECKS_MAX) };
  }

  /** Returns the suppliers that submitted something, each with all its checks. */
  async bySupplier({ from, until, supplierId, agreementId }: QualityFilter): Promise<SupplierQuality[]> {
    const params = [supplierId ?? null, from, until, agreementId ?? null];
    const reports = await this.database.query<ReportCounts & Record<string, unknown>>(REPORTS, params);
    const rows = await this.database.query<QualityCheck & { supplierId: string }>(CHECKS, params);
    const checksOf = Map.groupBy(rows, (row) => row.supplierId);
    return reports.map((counts) => {
      const checks = (checksOf.get(counts.supplierId) ?? []).map(({ code, findingCount, overriddenCount }) => ({
        code,
        findingCount,
        overriddenCount,
      }));
      const total = (key: 'findingCount' | 'overriddenCount') => checks.reduce((sum, check) => sum + check[key], 0);
      return { ...counts, findingCount: total('findingCount'), overriddenCount: total('overriddenCount'), checks };
    });
  }
}

type ReportCounts = Pick<SupplierQuality, 'supplierId' | 'reports' | 'lines' | 'returned'>;
