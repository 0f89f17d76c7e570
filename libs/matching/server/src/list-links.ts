import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';

/** A link as evidence: both lines, the matching step and its evidence. */
export interface LinkRow {
  readonly versionId: string;
  readonly reportLineNo: number;
  readonly batchId: string;
  readonly spendLineNo: number;
  readonly step: string;
  readonly amount: string;
  readonly evidence: Record<string, unknown>;
  readonly fromRun: number;
}

/**
 * Returns the links of one line of either side.
 * @throws Problem 'not-found' (404) when the user may not see such a line
 */
@Injectable()
export class ListLinks {
  constructor(private readonly database: Database) {}

  async run(documentId: string, lineNo: number): Promise<LinkRow[]> {
    const line = await this.database.one(
      `select 1 from reporting.door_report_line where version_id = $1 and line_no = $2 union all select 1 from spend.door_spend_line where batch_id = $1 and line_no = $2 limit 1`,
      [documentId, lineNo],
    );
    if (!line) throw notFound('matching-line');
    return this.database.query<LinkRow>(
      `select version_id as "versionId", report_line_no as "reportLineNo", batch_id as "batchId", spend_line_no as "spendLineNo", step, amount::text as amount, evidence, opened_by_run as "fromRun"
       from matching.door_link
       where (version_id = $1 and report_line_no = $2) or (batch_id = $1 and spend_line_no = $2)
       order by report_line_no, spend_line_no limit 1000`,
      [documentId, lineNo],
    );
  }
}
