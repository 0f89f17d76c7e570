import { Injectable } from '@nestjs/common';
import { Database, Jobs } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/apart';
import { limits } from '@tallgrunn/values';
import type { PreparedCheck } from '../checking/prepare-check.ts';
import type { CheckOutcome } from '../checking/run-check.ts';
import { checkJson } from './check-json.ts';
import type { SendingRow } from './sending-row.ts';
import { SUBMIT_CHECKED } from './submit-checked.ts';

/**
 * Stores the check result and enqueues the submission, in the same transaction, when a checked version came from a
 * system.
 */
@Injectable()
export class NoteChecked {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Returns the maximum number of findings for the system that waits for this version; 0 when none waits. */
  async findingsMax(versionId: string): Promise<number> {
    return (await this.#sendingOf(versionId)) ? limits.sending.findingsMax : 0;
  }

  async run(versionId: string, { terms, context }: PreparedCheck, outcome: CheckOutcome): Promise<void> {
    const sending = await this.#sendingOf(versionId);
    if (!sending) return;
    const said = checkJson(outcome, { file: sending.file_name, language: sending.language, terms, context });
    await this.database.query('update reporting.sending set check_json = $2 where id = $1', [
      sending.id,
      jsonbText(said),
    ]);
    await this.jobs.enqueue(SUBMIT_CHECKED, { subjectId: sending.id });
  }

  #sendingOf(versionId: string): Promise<Pick<SendingRow, 'id' | 'file_name' | 'language'> | undefined> {
    return this.database.one(
      `select id, file_name, language from reporting.sending where version_id = $1 and check_json is null`,
      [versionId],
    );
  }
}
