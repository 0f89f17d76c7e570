import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import type { ReceiptDto } from './receipt.dto.ts';
import { correctionSql, onBehalfSql } from '../store/correction-store.ts';
import { prefillSummarySql } from '../invoice-prefill/prefill-summary.ts';
import { redactionsSql, fileSql } from '../store/redaction-store.ts';

/**
 * Returns the receipt of a submitted version: number, time, totals, file hash, and the terms and context it was checked
 * against.
 */
@Injectable()
export class ShowReceipt {
  constructor(private readonly database: Database) {}

  async run(versionId: string): Promise<ReceiptDto> {
    const receipt = await this.database.one<Omit<ReceiptDto, 'number'> & { number: string | null }>(
      `select v.number, v.state, v.kind, v.submitted_at as "submittedAt", p.name as "submittedBy", d.due_on as "dueOn",
         (d.opened_at at time zone 'Europe/Oslo')::date > d.due_on as "isCreatedAfterDueDate",
         json_build_object('id', v.agreement_id, 'number', a.number, 'title', a.title) as agreement,
         json_build_object('id', v.supplier_id, 'name', o.name, 'orgNumber', o.org_number) as supplier,
         json_build_object('key', v.period_key, 'start', v.period_start, 'end', v.period_end) as period,
         ${fileSql} as file, ${redactionsSql} as cuttings, ${correctionSql} as correction, ${onBehalfSql} as "onBehalf", ${prefillSummarySql} as begun,
         v.line_count as lines, v.amount, v.currency, v.requires_review as "needsDecision",
         coalesce(c.quarantined_count, 0) + coalesce((select k.left_out_count from reporting.file_redaction k where k.cooperative_id = v.cooperative_id and k.version_id = v.id and k.stage = 'sent'), 0) as "rowsLeftOut", coalesce(c.totals -> 'byBuyer', '[]') as "byBuyer",
         t.version as "termsVersion", t.sha256 as "termsSha256", c.context_sha256 as "contextSha256", c.engine,
         coalesce((
           select json_agg(json_build_object('code', f.code, 'cause', f.cause, 'reason', f.reason) order by f.code, f.cause)
           from reporting.finding_response f where f.cooperative_id = v.cooperative_id and f.version_id = v.id), '[]') as confirmations
       from reporting.report_version v
       join agreements.door_reporting_obligation d on d.cooperative_id = v.cooperative_id and d.id = v.obligation_id
       join agreements.door_agreement a on a.cooperative_id = v.cooperative_id and a.id = v.agreement_id
       join agreements.door_terms_version t on t.cooperative_id = v.cooperative_id and t.id = v.terms_version_id
       join identity.door_organisation o on o.cooperative_id = v.cooperative_id and o.id = v.supplier_id
       left join identity.door_person p on p.cooperative_id = v.cooperative_id and p.id = v.submitted_by
       left join reporting.check_result c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
       where v.id = $1`,
      [versionId],
    );
    if (!receipt) throw notFound('report-version');
    if (receipt.number === null) throw new Problem(409, 'version-not-submitted', { state: receipt.state });
    return { ...receipt, number: receipt.number };
  }
}
