import { Injectable } from '@nestjs/common';
import { Database, Drain, Jobs, notFound, UnitOfWork } from '@tallgrunn/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiSubmissionColumns, type Purpose, type ApiSubmissionRow } from './api-submission-row.ts';
import type { CheckSubmissionDto, ApiSubmissionDto } from './api-submission.dto.ts';

const FIRST_PAUSE_MS = 60;
const PAUSE_MS_MAX = 1000;

/** Returns the status of an API submission: the result, or its progress. */
@Injectable()
export class ShowApiSubmission {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly drain: Drain,
  ) {}

  async check(id: string): Promise<CheckSubmissionDto> {
    return this.#view(await this.#row(id, 'check'));
  }

  /** Status, receipt and rejections are read from one row at once, because a job may submit between two reads. */
  async submission(id: string): Promise<ApiSubmissionDto> {
    const row = await this.#row(id, 'submit');
    return {
      ...(await this.#view(row)),
      versionId: row.version_id,
      submitted: row.receipt !== null,
      refusals: row.refusals.map(({ code, params = {} }) => ({ code, params })),
      receipt: row.receipt,
    };
  }

  /**
   * Waits until there is a result or the time is up. Polls in short transactions, so that no connection is held while
   * waiting.
   */
  async wait(id: string, secondsMax: number): Promise<void> {
    const actor = this.database.actor();
    const until = Date.now() + secondsMax * 1000;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, PAUSE_MS_MAX)) {
      const done = await this.units.run({ ...actor }, () =>
        this.database.one(`select 1 from reporting.api_submission where id = $1 and state = 'done'`, [id]),
      );
      const left = until - Date.now();
      if (done || left <= 0 || this.drain.isDraining) return;
      await sleep(Math.min(pause, left), undefined, { signal: this.drain.signal }).catch(() => undefined);
    }
  }

  async #row(id: string, purpose: Purpose): Promise<ApiSubmissionRow> {
    const row = await this.database.one<ApiSubmissionRow>(
      `select ${apiSubmissionColumns} from reporting.api_submission where id = $1 and purpose = $2`,
      [id, purpose],
    );
    if (!row) throw notFound(purpose === 'check' ? 'check' : 'submission');
    return row;
  }

  /** Builds the response from this reading of the row only; a second reading could be inconsistent with it. */
  async #view(row: ApiSubmissionRow): Promise<CheckSubmissionDto> {
    const base = {
      id: row.id,
      obligationId: row.obligation_id,
      receivedAt: row.begun_at,
      answeredAt: row.answered_at,
      check: row.check_result_json,
    };
    if (row.state === 'done') return { ...base, state: 'done', progress: null };
    const [progress = null] = await this.jobs.progressOf(
      row.version_id && row.check_result_json === null ? row.version_id : row.id,
    );
    const failed = progress?.state === 'failed';
    return {
      ...base,
      state: failed ? 'failed' : (progress?.state ?? 'waiting') === 'waiting' ? 'waiting' : 'working',
      progress,
    };
  }
}
