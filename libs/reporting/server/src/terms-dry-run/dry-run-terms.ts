import { Injectable } from '@nestjs/common';
import { BuildCheckContext, RequireValidTerms } from '@tallgrunn/agreements-server';
import { Database, FileStore, notFound, Problem, UnitOfWork } from '@tallgrunn/platform';
import { defaultReport, ownRuleCode, type CheckContext, type FindingGroup, type Terms } from '@tallgrunn/checks';
import type { ReadingOptions, CheckRequest } from '../checking/check-request.ts';
import { CollectSharedObligations } from '../checking/collect-shared-obligations.ts';
import { runCheck } from '../checking/run-check.ts';
import { RedactionStore, type StoredFile } from '../store/redaction-store.ts';
import type { DryRunOutcomeDto, DryRunReportDto } from './terms-dry-run.dto.ts';

interface Report {
  readonly id: string;
  readonly number: string | null;
  readonly supplier: string;
  readonly period_key: string;
  readonly file_name: string;
  readonly file_sha256: string;
  readonly file_size_bytes: string;
  readonly is_file_stored: boolean;
  readonly answers: ReadingOptions;
  readonly obligation_id: string;
  readonly supplier_id: string;
  readonly accepted_count: number;
  readonly quarantined_count: number;
  readonly groups: readonly FindingGroup[];
  readonly context_sha256: string | null;
}

interface ReportToCheck {
  readonly report: Report;
  /** null when no file of the report is stored */
  readonly stored: StoredFile | null;
  readonly context: CheckContext;
  /** the obligations that its file is divided among, under their current terms */
  readonly together: CheckRequest['together'];
}

interface DryRunInput {
  readonly terms: Terms;
  readonly reports: readonly ReportToCheck[];
}

const MB = 1024 * 1024;
const WAITING_MAX = 4;
/** Limits of a dry run: a user waits for it, so a report that exceeds them is skipped and reported as such. */
const limits = { sizeBytesMax: 32 * MB, memoryBytesMax: 1024 * MB, secondsMax: 30 };

/**
 * Checks the newest reports of an agreement against draft terms, in a subprocess like any check, and returns the
 * findings alongside the original ones. Nothing is stored.
 */
@Injectable()
export class DryRunTerms {
  #waiting = 0;
  #line: Promise<void> = Promise.resolve();

  constructor(
    private readonly units: UnitOfWork,
    private readonly sound: RequireValidTerms,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly cuttings: RedactionStore,
    private readonly contexts: BuildCheckContext,
    private readonly together: CollectSharedObligations,
  ) {}

  /**
   * Runs one dry run at a time, with a few waiting.
   * @throws Problem 'terms-dry-run-in-progress' (409) when more are waiting
   */
  async run(agreementId: string, draft: Record<string, unknown>, count: number): Promise<DryRunReportDto[]> {
    // A separate transaction, so that none stays open while files are read.
    const { terms, reports } = await this.units.run({ ...this.database.actor() }, () =>
      this.#gather(agreementId, draft, count),
    );
    return this.#inLine(async () => {
      const results: DryRunReportDto[] = [];
      for (const each of reports) results.push(await this.#try(each, terms));
      return results;
    });
  }

  async #inLine<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= WAITING_MAX) throw new Problem(409, 'terms-dry-run-in-progress');
    this.#waiting += 1;
    const before = this.#line;
    const done = before.then(work);
    this.#line = done.then(
      () => undefined,
      () => undefined,
    );
    return done.finally(() => (this.#waiting -= 1));
  }

  async #gather(agreementId: string, draft: Record<string, unknown>, count: number): Promise<DryRunInput> {
    const agreement = await this.database.one<{ number: string; title: string }>(
      'select number, title from agreements.door_agreement where id = $1',
      [agreementId],
    );
    if (!agreement) throw notFound('agreement');
    const document = {
      ...draft,
      id: agreement.number,
      version: 1,
      agreement: { id: agreementId, title: agreement.title },
    };
    await this.sound.run(document);
    const terms = document as unknown as Terms;
    const reports: DryRunInput['reports'][number][] = [];
    for (const report of await this.#newest(agreementId, terms.report ?? defaultReport, count)) {
      reports.push({
        report,
        stored: await this.cuttings.storedFile(report),
        context: report.context_sha256 === null ? {} : await this.contexts.load(report.context_sha256),
        together: await this.together.run(report),
      });
    }
    return { terms, reports };
  }

  #newest(agreementId: string, report: string, count: number): Promise<Report[]> {
    return this.database.query<Report>(
      `select v.id, v.number, o.name as supplier, v.period_key, v.file_name, v.file_sha256, v.file_size_bytes, v.is_file_stored, v.answers, v.obligation_id, v.supplier_id, d.accepted_count, d.quarantined_count, d.groups, d.context_sha256
       from reporting.report_version v
       join reporting.check_result d on d.cooperative_id = v.cooperative_id and d.version_id = v.id
       join agreements.door_reporting_obligation t on t.cooperative_id = v.cooperative_id and t.id = v.obligation_id
       join identity.door_organisation o on o.cooperative_id = v.cooperative_id and o.id = v.supplier_id
       where v.agreement_id = $1 and t.report = $2 and v.kind = 'lines' and v.file_sha256 is not null and v.state in ('submitted', 'accepted')
       order by v.submitted_at desc, v.id desc limit $3`,
      [agreementId, report, count],
    );
  }

  async #try({ report, stored, context, together }: ReportToCheck, terms: Terms): Promise<DryRunReportDto> {
    const before: DryRunOutcomeDto = {
      accepted: report.accepted_count,
      quarantined: report.quarantined_count,
      findings: byCode(report.groups),
    };
    const head = {
      versionId: report.id,
      number: report.number,
      supplier: report.supplier,
      periodKey: report.period_key,
      fileName: report.file_name,
      before,
    };
    if (stored && stored.sizeBytes > limits.sizeBytesMax) return { ...head, after: null, leftOut: 'too-large' };
    const file = stored && (await this.files.localFile(stored.sha256));
    if (!file) return { ...head, after: null, leftOut: 'file-deleted' };
    const outcome = await runCheck(
      {
        file: file.path,
        name: stored.name,
        terms,
        context,
        answers: report.answers,
        together,
        rows: null,
        findingsMax: 0,
      },
      { limits },
    ).finally(() => file.release());
    const { verdict } = outcome;
    if (!verdict) return { ...head, after: null, leftOut: outcome.stoppedBy ?? 'crash' };
    return {
      ...head,
      after: { accepted: verdict.accepted, quarantined: verdict.quarantined, findings: byCode(verdict.groups) },
      leftOut: null,
    };
  }
}

/** Counts findings by code and severity, most severe first; those of own rules by rule. */
function byCode(groups: readonly FindingGroup[]): DryRunOutcomeDto['findings'] {
  const counts = new Map<string, DryRunOutcomeDto['findings'][number]>();
  for (const { code, severity, count, example } of groups) {
    const rule = code === ownRuleCode ? example.cause : undefined;
    const key = `${severity} ${code} ${rule ?? ''}`;
    counts.set(key, {
      code,
      severity,
      count: (counts.get(key)?.count ?? 0) + count,
      ...(rule !== undefined && { rule }),
    });
  }
  const order = ['blocksFile', 'blocksRow', 'confirm', 'info'];
  return [...counts.values()].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      a.code.localeCompare(b.code) ||
      (a.rule ?? '').localeCompare(b.rule ?? ''),
  );
}
