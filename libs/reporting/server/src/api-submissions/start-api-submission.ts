import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  FileStore,
  Jobs,
  notFound,
  Problem,
  SMALL_BYTES_MAX,
  UnitOfWork,
  type SpooledFile,
} from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { uuidv7, type Language } from '@tallgrunn/values';
import type { ReadingOptions } from '../checking/check-request.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import type { StatedReason } from '../corrections/correction.ts';
import type { CorrectionMode } from '../store/correction-store.ts';
import type { FindingResponse } from '../versions/submission.ts';
import { ObligationStore } from '../store/obligation-store.ts';
import { CHECK_WITHOUT_SUBMITTING, CHECK_LARGE_WITHOUT_SUBMITTING } from './check-without-submitting.ts';
import type { Purpose } from './api-submission-row.ts';

export interface ApiSubmissionInput {
  readonly purpose: Purpose;
  readonly obligationId: string;
  readonly file: SpooledFile;
  readonly language: Language;
  readonly answers: ReadingOptions;
  readonly confirmations: readonly FindingResponse[];
  readonly leaveOutRows: boolean;
  /** mode and reason of the correction, when a version exists already */
  readonly way?: CorrectionMode | undefined;
  readonly correction?: StatedReason | undefined;
  readonly idempotencyKey: string | null;
}

export interface StartedSubmission {
  readonly id: string;
  /** True when the same request was received before; `id` is that of the earlier submission. */
  readonly again: boolean;
}

/**
 * Receives a file from a system and starts its check, in a separate transaction. A repeated Idempotency-Key with the
 * same request returns the earlier submission, even when both arrive at once: the second waits for the first to be
 * stored. The same key with a different request is rejected.
 */
@Injectable()
export class StartApiSubmission {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly obligations: ObligationStore,
    private readonly receive: ReceiveVersion,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run(input: ApiSubmissionInput): Promise<StartedSubmission> {
    const { together } = input.answers;
    const normalisedInput = together
      ? { ...input, answers: { ...input.answers, together: [...new Set([...together, input.obligationId])] } }
      : input;
    const started = await this.units.run({ ...this.database.actor() }, () => this.#begin(normalisedInput));
    if (started.again) await rm(input.file.path, { force: true });
    return started;
  }

  async #begin(normalisedInput: ApiSubmissionInput): Promise<StartedSubmission> {
    const { obligationId, purpose, file } = normalisedInput;
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    const { together = [] } = normalisedInput.answers;
    if ((await this.obligations.visible(together, obligation.supplier_id)).length !== together.length)
      throw new Problem(422, 'reports-of-different-suppliers', { supplierId: obligation.supplier_id });
    const id = uuidv7(this.clock.now());
    const sha256 = requestHash(normalisedInput);
    if (!(await this.#claim(id, obligation.supplier_id, sha256, normalisedInput)))
      return this.#earlier(sha256, normalisedInput);
    if (purpose === 'submit') {
      const version = await this.receive.run(
        obligationId,
        file,
        normalisedInput.answers,
        normalisedInput.way ? { way: normalisedInput.way } : {},
      );
      await this.database.query('update reporting.api_submission set version_id = $2 where id = $1', [id, version.id]);
    } else {
      await this.files.shareUpload(file);
      await this.jobs.enqueue(
        file.sizeBytes > SMALL_BYTES_MAX ? CHECK_LARGE_WITHOUT_SUBMITTING : CHECK_WITHOUT_SUBMITTING,
        { subjectId: id },
        { inTurn: { sizeBytes: file.sizeBytes } },
      );
    }
    return { id, again: false };
  }

  async #claim(
    id: string,
    supplierId: string,
    sha256: string,
    {
      purpose,
      obligationId,
      file,
      language,
      answers,
      confirmations,
      leaveOutRows,
      correction,
      idempotencyKey,
    }: ApiSubmissionInput,
  ): Promise<boolean> {
    const actor = this.database.actor();
    const claimed = await this.database.query(
      `insert into reporting.api_submission (id, supplier_id, obligation_id, purpose, state, caller_id, idempotency_key, request_sha256, person_id, membership_id, role, via, api_key_id,
         language, answers, confirmations, exclude_rows, file_name, file_size_bytes, spool_name, begun_at, correction)
       values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       on conflict (cooperative_id, caller_id, idempotency_key) do nothing returning id`,
      [
        id,
        supplierId,
        obligationId,
        purpose,
        this.#caller(),
        idempotencyKey,
        sha256,
        actor.personId,
        actor.membershipId,
        actor.role,
        actor.via,
        actor.apiKeyId ?? null,
        language,
        jsonbText(answers),
        jsonbText(confirmations),
        leaveOutRows,
        file.name,
        file.sizeBytes,
        purpose === 'check' ? path.basename(file.path) : null,
        this.clock.now(),
        correction ? JSON.stringify(correction) : null,
      ],
    );
    return claimed.length > 0;
  }

  async #earlier(sha256: string, { idempotencyKey }: ApiSubmissionInput): Promise<StartedSubmission> {
    const earlier = await this.database.one<{ id: string; request_sha256: string }>(
      'select id, request_sha256 from reporting.api_submission where caller_id = $1 and idempotency_key = $2',
      [this.#caller(), idempotencyKey],
    );
    if (earlier?.request_sha256 !== sha256) throw new Problem(422, 'idempotency-key-reused', { idempotencyKey });
    return { id: earlier.id, again: true };
  }

  #caller(): string | null {
    const { apiKeyId, membershipId } = this.database.actor();
    return apiKeyId ?? membershipId;
  }
}

/**
 * Returns the hash that identifies equal requests: purpose, obligation, options and bytes. File name and waiting time
 * are ignored.
 */
function requestHash({
  purpose,
  obligationId,
  file,
  language,
  answers,
  confirmations,
  leaveOutRows,
  way,
  correction,
}: ApiSubmissionInput): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        purpose,
        obligationId,
        file.sha256,
        language,
        answers,
        confirmations,
        leaveOutRows,
        way ?? null,
        correction ?? null,
      ]),
    )
    .digest('hex');
}
