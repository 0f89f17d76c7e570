import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { FindingPageDto, FindingRowDto, FurtherDto, QuarantinedRowDto } from './version.dto.ts';

export interface FindingsFilter {
  readonly versionId: string;
  readonly code?: string;
  readonly cause?: string;
  readonly severity?: string;
  /** `no` of the last finding of the previous page. */
  readonly after?: number;
  readonly limit?: number;
}

export const FINDINGS_PAGE_SIZE = 200;
const ROWS_PAGE_SIZE = 200;

/** Lists the findings of a version in file order, and its quarantined rows. */
@Injectable()
export class ListFindings {
  constructor(private readonly database: Database) {}

  async run({ versionId, code, cause, severity, after, limit }: FindingsFilter): Promise<FindingPageDto> {
    await this.#require(versionId);
    const atOnce = Math.min(limit ?? FINDINGS_PAGE_SIZE, FINDINGS_PAGE_SIZE);
    const findings = await this.database.query<FindingRowDto>(
      `select finding_no as no, code, class, severity, cause, found, expected, amount, params, fix,
         case when sheet is not null or row_no is not null then json_build_object('sheet', sheet, 'row', row_no, 'column', column_name, 'cell', cell) end as place
       from reporting.finding
       where version_id = $1 and finding_no > $2 and ($3::text is null or code = $3) and ($4::text is null or coalesce(cause, '') = $4) and ($5::text is null or severity = $5)
       order by finding_no
       limit $6`,
      [versionId, after ?? 0, code ?? null, cause ?? null, severity ?? null, atOnce],
    );
    const further = await this.database.query<FurtherDto>(
      'select code, sheet, cardinality(rows) as count from reporting.overflow_finding where version_id = $1 and ($2::text is null or code = $2) order by code, sheet',
      [versionId, code ?? null],
    );
    return { findings, next: findings.length === atOnce ? (findings.at(-1)?.no ?? null) : null, further };
  }

  async quarantined(versionId: string, after = 0): Promise<QuarantinedRowDto[]> {
    await this.#require(versionId);
    return this.database.query<QuarantinedRowDto>(
      `select row_id as no, sheet, row_no as row, amount, raw from reporting.quarantined_row where version_id = $1 and row_id > $2 order by row_id limit ${ROWS_PAGE_SIZE}`,
      [versionId, after],
    );
  }

  async #require(versionId: string): Promise<void> {
    if (!(await this.database.one('select 1 from reporting.report_version where id = $1', [versionId])))
      throw notFound('report-version');
  }
}
