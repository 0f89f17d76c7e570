import { Injectable } from '@nestjs/common';
import { Clock, Database, Job, Problem, UnitOfWork, type Issue } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { ShowReceipt } from '../versions/show-receipt.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
import { apiSubmissionColumns, senderOf, type ApiSubmissionRow } from './api-submission-row.ts';

export const SUBMIT_CHECKED_VERSION = 'reporting.submit-checked';

/**
 * Submits a checked API submission as its sender. Submission, receipt and result are one transaction, so that a job
 * that runs twice submits once. Reasons for a rejection are stored as the result.
 */
@Injectable()
@Job(SUBMIT_CHECKED_VERSION, { lane: 'short' })
export class SubmitCheckedVersion {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly submission: SubmitVersion,
    private readonly receipts: ShowReceipt,
    private readonly clock: Clock,
  ) {}

  async run({ subjectId }: { subjectId: string }): Promise<void> {
    const apiSubmission = await this.units.run({ ...this.database.actor() }, () =>
      this.database.one<ApiSubmissionRow>(
        `select ${apiSubmissionColumns} from reporting.api_submission where id = $1 and state = 'waiting'`,
        [subjectId],
      ),
    );
    if (!apiSubmission?.version_id) return;
    const { version_id: versionId } = apiSubmission;
    const actor = senderOf(apiSubmission);
    try {
      await this.units.run(actor, () => this.#submit(apiSubmission, versionId));
    } catch (error) {
      const refusals = rejectionsIn(error);
      if (!refusals) throw error;
      await this.units.run({ ...actor }, () =>
        this.database.query(
          `update reporting.api_submission set state = 'done', refusals = $2, answered_at = $3 where id = $1 and state = 'waiting'`,
          [apiSubmission.id, jsonbText(refusals), this.clock.now()],
        ),
      );
    }
  }

  async #submit(
    { id, confirmations, exclude_rows: leaveOutRows, correction, begun_at: handedInAt }: ApiSubmissionRow,
    versionId: string,
  ): Promise<void> {
    const locked = await this.database.query(
      `select 1 from reporting.api_submission where id = $1 and state = 'waiting' for update`,
      [id],
    );
    if (locked.length === 0) return;
    await this.submission.run(versionId, {
      confirmations,
      leaveOutRows,
      handedInAt,
      ...(correction && { correction }),
    });
    const receipt = await this.receipts.run(versionId);
    await this.database.query(
      `update reporting.api_submission set state = 'done', receipt = $2, answered_at = $3 where id = $1`,
      [id, jsonbText(receipt), this.clock.now()],
    );
  }
}

/**
 * Returns the reasons for a rejected submission: open questions of the check, or a conflict with another user. Null for
 * any other error.
 */
function rejectionsIn(error: unknown): readonly Issue[] | null {
  if (!(error instanceof Problem) || error.getStatus() >= 500) return null;
  return error.issues.length > 0 ? error.issues : [{ code: error.code, params: error.params }];
}
