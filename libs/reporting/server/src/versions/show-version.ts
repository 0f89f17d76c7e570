import { Injectable } from '@nestjs/common';
import { Database, Jobs, notFound } from '@tallgrunn/platform';
import { CHECK_VERSION, CHECK_LARGE_VERSION } from '../checking/check-version.ts';
import type { VersionDto } from './version.dto.ts';
import { correctionSql, onBehalfSql } from '../store/correction-store.ts';
import { prefillSummarySql } from '../invoice-prefill/prefill-summary.ts';
import { redactionsSql, fileSql } from '../store/redaction-store.ts';

/** Returns one version with its status, its check result and, while it is being checked, its progress. */
@Injectable()
export class ShowVersion {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async run(versionId: string): Promise<VersionDto> {
    const row = await this.database.one<Omit<VersionDto, 'progress'>>(
      `select v.id, v.obligation_id as "obligationId", v.state, v.kind, v.number, v.sequence, v.requires_review as "needsDecision",
         json_build_object('id', v.agreement_id, 'number', a.number, 'title', a.title) as agreement,
         json_build_object('id', v.supplier_id, 'name', o.name) as supplier,
         json_build_object('key', v.period_key, 'start', v.period_start, 'end', v.period_end) as period,
         ${fileSql} as file, ${redactionsSql} as cuttings, ${correctionSql} as correction, ${onBehalfSql} as "onBehalf", ${prefillSummarySql} as begun, c.shared,
         v.line_count as lines, v.amount, v.currency,
         v.received_at as "receivedAt", v.checked_at as "checkedAt", v.submitted_at as "submittedAt", v.accepted_at as "acceptedAt",
         v.returned_at as "returnedAt", v.return_reason as "returnReason", v.superseded_at as "replacedAt",
         case when c.version_id is not null then json_build_object(
           'ok', c.ok, 'rows', c.row_count, 'accepted', c.accepted_count, 'quarantined', c.quarantined_count, 'totals', c.totals, 'groups', c.groups, 'counts', c.counts,
           'columns', c.columns, 'sheets', c.sheets, 'engine', c.engine, 'termsSha256', c.terms_sha256, 'contextSha256', c.context_sha256) end as verdict,
         coalesce((
           select json_agg(json_build_object('code', f.code, 'cause', f.cause, 'reason', f.reason) order by f.code, f.cause)
           from reporting.finding_response f where f.cooperative_id = v.cooperative_id and f.version_id = v.id), '[]') as confirmations,
         (select p.name from identity.door_person p where p.cooperative_id = v.cooperative_id and p.id = v.decided_by) as "decidedBy", d.due_on as "dueOn"
       from reporting.report_version v
       join agreements.door_agreement a on a.cooperative_id = v.cooperative_id and a.id = v.agreement_id
       join identity.door_organisation o on o.cooperative_id = v.cooperative_id and o.id = v.supplier_id
       left join agreements.door_reporting_obligation d on d.cooperative_id = v.cooperative_id and d.id = v.obligation_id
       left join reporting.check_result c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
       where v.id = $1`,
      [versionId],
    );
    if (!row) throw notFound('report-version');
    const work = await this.jobs.progressOf(versionId);
    return {
      ...row,
      progress: work.find(({ jobName }) => jobName === CHECK_VERSION || jobName === CHECK_LARGE_VERSION) ?? null,
    };
  }
}
