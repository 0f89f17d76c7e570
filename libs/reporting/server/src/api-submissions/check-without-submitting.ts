import { Injectable, Logger } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  FileStore,
  Job,
  Problem,
  limitsForFile,
  SMALL_BYTES_MAX,
  UnitOfWork,
  type Progress,
} from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { limits } from '@tallgrunn/values';
import { CollectSharedObligations } from '../checking/collect-shared-obligations.ts';
import { PrepareCheck } from '../checking/prepare-check.ts';
import { runCheck } from '../checking/run-check.ts';
import { checkJson } from './check-json.ts';
import { apiSubmissionColumns, senderOf, type ApiSubmissionRow } from './api-submission-row.ts';

export const CHECK_WITHOUT_SUBMITTING = 'reporting.check-only';
export const CHECK_LARGE_WITHOUT_SUBMITTING = 'reporting.check-only-large';

const REPORT_EVERY_MS = 500;

/**
 * Checks a file without submitting it. The result is stored with the API submission and the file is deleted. A job that
 * was killed starts again from the file.
 */
@Injectable()
@Job(CHECK_WITHOUT_SUBMITTING, { lane: 'short', inTurn: true })
export class CheckWithoutSubmitting {
  readonly #log = new Logger('check-only');

  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly prepare: PrepareCheck,
    private readonly together: CollectSharedObligations,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    const apiSubmission = await this.#aside(() =>
      this.database.one<ApiSubmissionRow>(
        `select ${apiSubmissionColumns} from reporting.api_submission where id = $1 and state = 'waiting'`,
        [subjectId],
      ),
    );
    if (!apiSubmission) return;
    const result = await this.#check(apiSubmission, progress);
    await this.#store(apiSubmission, result);
  }

  /** Runs work in a separate transaction, so that none stays open while the file is read. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }

  async #check(apiSubmission: ApiSubmissionRow, progress: Progress): Promise<Record<string, unknown>> {
    const { terms, context } = await this.#aside(() => this.prepare.run(apiSubmission.obligation_id));
    const together = await this.#aside(() => this.together.run(apiSubmission));
    const file = await this.files.localUpload({ spool_name: apiSubmission.spool_name, file_sha256: null });
    if (!file) throw new Problem(410, 'file-deleted');
    let reportedAt = 0;
    const onRows = (rows: number) => {
      if (Date.now() - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = Date.now();
      void progress.tell('checking', rows).catch(() => undefined);
    };
    const request = {
      file: file.path,
      name: apiSubmission.file_name,
      terms,
      context,
      answers: apiSubmission.answers,
      together,
      rows: null,
      findingsMax: limits.sending.findingsMax,
    };
    const sizeBytes = Number(apiSubmission.file_size_bytes);
    const reuseFor = sizeBytes <= SMALL_BYTES_MAX ? this.database.actor().cooperativeId : undefined;
    const outcome = await runCheck(request, {
      limits: limitsForFile(sizeBytes),
      sizeBytes,
      reuseFor,
      onRows,
    }).finally(() => file.release());
    if (outcome.stoppedBy)
      this.#log.warn({ sendingId: apiSubmission.id, stoppedBy: outcome.stoppedBy, said: outcome.said });
    return checkJson(outcome, { file: apiSubmission.file_name, language: apiSubmission.language, terms, context });
  }

  /** Stores the result as the sender, so that their audit log shows a check without a submission. */
  async #store(apiSubmission: ApiSubmissionRow, result: Record<string, unknown>): Promise<void> {
    await this.units.run(senderOf(apiSubmission), async () => {
      await this.database.query(
        `update reporting.api_submission set state = 'done', check_result_json = $2, spool_name = null, answered_at = $3 where id = $1`,
        [apiSubmission.id, jsonbText(result), this.clock.now()],
      );
      await this.audit.record({
        act: 'report.checked-only',
        subject: { kind: 'api-submission', id: apiSubmission.id },
        details: { obligationId: apiSubmission.obligation_id, ok: result['ok'], rows: result['rows'] },
      });
      const { spool_name: waiting } = apiSubmission;
      if (waiting !== null) this.database.afterCommit(() => this.files.deleteUpload(waiting));
    });
  }
}

/** Checks large files in the long lane, so that small jobs do not wait behind them. */
@Injectable()
@Job(CHECK_LARGE_WITHOUT_SUBMITTING, { lane: 'long', inTurn: true })
export class CheckLargeWithoutSubmitting {
  constructor(private readonly check: CheckWithoutSubmitting) {}

  run(payload: { subjectId: string }, progress: Progress): Promise<void> {
    return this.check.run(payload, progress);
  }
}
