import { Injectable } from '@nestjs/common';
import { Database, Jobs } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { limits } from '@tallgrunn/values';
import type { PreparedCheck } from '../checking/prepare-check.ts';
import type { CheckOutcome } from '../checking/run-check.ts';
import { checkJson } from './check-json.ts';
import type { ApiSubmissionRow } from './api-submission-row.ts';
import { SUBMIT_CHECKED_VERSION } from './submit-checked-version.ts';

/**
 * Stores the check result and enqueues the submission, in the same transaction, when a checked version came from a
 * system.
 */
@Injectable()
export class RecordCheckResult {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Returns the maximum number of findings for the system that waits for this version; 0 when none waits. */
  async findingsMax(versionId: string): Promise<number> {
    return (await this.#sendingOf(versionId)) ? limits.sending.findingsMax : 0;
  }

  async run(versionId: string, { terms, context }: PreparedCheck, outcome: CheckOutcome): Promise<void> {
    const apiSubmission = await this.#sendingOf(versionId);
    if (!apiSubmission) return;
    const result = checkJson(outcome, {
      file: apiSubmission.file_name,
      language: apiSubmission.language,
      terms,
      context,
    });
    await this.database.query('update reporting.api_submission set check_result_json = $2 where id = $1', [
      apiSubmission.id,
      jsonbText(result),
    ]);
    await this.jobs.enqueue(SUBMIT_CHECKED_VERSION, { subjectId: apiSubmission.id });
  }

  #sendingOf(versionId: string): Promise<Pick<ApiSubmissionRow, 'id' | 'file_name' | 'language'> | undefined> {
    return this.database.one(
      `select id, file_name, language from reporting.api_submission where version_id = $1 and check_result_json is null`,
      [versionId],
    );
  }
}
