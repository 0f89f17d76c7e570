import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

/** A link as evidence: both lines, the step that tied them, and what it saw. */
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

/** The links of one line of either side. */
@Injectable()
export class ListLinks {
  constructor(private readonly database: Database) {}

  run(documentId: string, lineNo: number): Promise<LinkRow[]> {
    return this.database.query<LinkRow>(
      `select version_id as "versionId", report_line_no as "reportLineNo", batch_id as "batchId", spend_line_no as "spendLineNo", step, amount::text as amount, evidence, from_run as "fromRun"
       from matching.link
       where until_run is null and ((version_id = $1 and report_line_no = $2) or (batch_id = $1 and spend_line_no = $2))
       order by report_line_no, spend_line_no limit 1000`,
      [documentId, lineNo],
    );
  }
}
