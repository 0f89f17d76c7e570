import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  Jobs,
  notFound,
  DocumentNumbers,
  Problem,
  type SpooledFile,
} from '@tallgrunn/platform';
import { Period, uuidv7 } from '@tallgrunn/values';
import type { BatchKind } from './batch.ts';
import { IMPORT_BATCH, IMPORT_LARGE_BATCH } from './import-batch.ts';
import { detectFileKind } from './detect-file-kind.ts';
import { redactFileName, type LedgerProfile } from '@tallgrunn/formats';
import { BatchFile } from './store/batch-file.ts';
import { BatchStore } from './store/batch-store.ts';

export interface BatchRequest {
  /** Default: detected from the content of the file. */
  readonly kind?: BatchKind;
  /** The buyer; null when the cooperative does not state it and the invoices must. */
  readonly buyerId: string | null;
  /** A stored profile for the ledger. Default: the best matching one. */
  readonly profileId?: string;
  readonly period?: string;
  /** A profile that is not stored. */
  readonly profile?: LedgerProfile;
  /** Idempotency key of a program. Repeating a request with the same key returns the batch of the first request. */
  readonly idempotencyKey?: string | null;
}

export interface Received {
  readonly id: string;
  readonly number: string;
  readonly kind: BatchKind;
  /** True when the request was a repetition and this is the batch of the first request. */
  readonly again?: boolean;
}

const SHORT_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Receives a file, numbers it as a batch and enqueues its import. The file is in the spool until it is imported, and is
 * then deleted.
 * @throws Problem 'batch-duplicate' (409) for the same file of the same buyer, unless the Idempotency-Key is repeated ·
 * 'idempotency-key-reused' (422) for another request with that key · 'body-invalid' (400) · 'not-found' (404)
 */
@Injectable()
export class ReceiveBatch {
  constructor(
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly file: BatchFile,
    private readonly numbers: DocumentNumbers,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(file: SpooledFile, request: BatchRequest): Promise<Received> {
    try {
      const earlier = (await this.#earlier(file, request)) ?? (await this.#require(file, request));
      if (earlier) {
        await rm(file.path, { force: true });
        return earlier;
      }
    } catch (error) {
      await rm(file.path, { force: true });
      throw error;
    }
    const kind = request.kind ?? (await detectFileKind(file));
    const now = this.clock.now();
    const id = uuidv7(now);
    const number = await this.numbers.next('S');
    const profile = request.profile ?? (request.profileId ? await this.#profile(request.profileId) : null);
    const inserted = await this.database.query(
      `insert into spend.batch (id, number, kind, state, buyer_id, period_key, file_name, file_sha256, size_bytes, spool_name, profile_id, profile, received_by, received_at, caller_id, idempotency_key, request_sha256)
       values ($1, $2, $3, 'received', $4, $5, $6, $7, $8, $9, $10, $11, platform.person(), $12, $13, $14, $15) on conflict do nothing returning id`,
      [
        id,
        number,
        kind,
        request.buyerId,
        request.period ?? null,
        redactFileName(file.name, number),
        file.sha256,
        file.sizeBytes,
        path.basename(file.path),
        request.profileId ?? null,
        profile && JSON.stringify(profile),
        now,
        ...this.#named(file, request),
      ],
    );
    // Another request with the same key or the same file was stored at the same moment.
    if (inserted.length === 0) {
      await rm(file.path, { force: true });
      return (await this.#earlier(file, request)) ?? this.#rejectExisting(file, request.buyerId);
    }
    await this.file.share(file);
    await this.audit.record({
      act: 'spend.received',
      subject: { kind: 'spend-batch', id },
      details: { number, kind, sha256: file.sha256, sizeBytes: file.sizeBytes, buyerId: request.buyerId },
    });
    await this.jobs.enqueue(
      file.sizeBytes > SHORT_BYTES_MAX ? IMPORT_LARGE_BATCH : IMPORT_BATCH,
      { subjectId: id },
      { inTurn: { sizeBytes: file.sizeBytes } },
    );
    return { id, number, kind };
  }

  #named(file: SpooledFile, request: BatchRequest): (string | null)[] {
    const { apiKeyId, membershipId, cooperativeId } = this.database.actor();
    return request.idempotencyKey
      ? [apiKeyId ?? membershipId ?? cooperativeId, request.idempotencyKey, requestHash(file, request)]
      : [null, null, null];
  }

  /**
   * Returns the batch of the first request when this is a repetition, otherwise null.
   * @throws Problem 'idempotency-key-reused' (422)
   */
  async #earlier(file: SpooledFile, request: BatchRequest): Promise<Received | null> {
    const [caller, key, sha256] = this.#named(file, request);
    if (!key) return null;
    const existing = await this.database.one<Omit<Received, 'again'> & { request_sha256: string }>(
      'select id, number, kind, request_sha256 from spend.batch where caller_id = $1 and idempotency_key = $2',
      [caller, key],
    );
    if (!existing) return null;
    if (existing.request_sha256 !== sha256) throw new Problem(422, 'idempotency-key-reused', { idempotencyKey: key });
    return { id: existing.id, number: existing.number, kind: existing.kind, again: true };
  }

  async #rejectExisting({ sha256 }: SpooledFile, buyerId: string | null): Promise<never> {
    const duplicate = await this.batches.findDuplicate(sha256, buyerId);
    throw new Problem(409, 'batch-duplicate', { number: duplicate?.number ?? '', id: duplicate?.id ?? '' });
  }

  /**
   * Validates the request. Returns the batch of the first request if it was stored since the previous check, otherwise
   * null.
   * @throws Problem 'body-invalid' (400) · 'batch-duplicate' (409) · 'not-found' (404)
   */
  async #require(file: SpooledFile, request: BatchRequest): Promise<Received | null> {
    const { buyerId, period } = request;
    if (period && !Period.tryParse(period))
      throw new Problem(400, 'body-invalid', {}, [{ code: 'period', path: 'period' }]);
    const duplicate = await this.batches.findDuplicate(file.sha256, buyerId);
    if (duplicate) {
      const earlier = await this.#earlier(file, request);
      if (earlier) return earlier;
      throw new Problem(409, 'batch-duplicate', { number: duplicate.number, id: duplicate.id });
    }
    if (buyerId === null) return null;
    const buyer = await this.database.one(
      `select id from identity.door_current_organisation where id = $1 and kind = 'buyer'`,
      [buyerId],
    );
    if (!buyer) throw notFound('buyer');
    return null;
  }

  async #profile(id: string): Promise<unknown> {
    const row = await this.database.one<{ body: unknown }>('select body from spend.import_profile where id = $1', [id]);
    if (!row) throw notFound('import-profile');
    return row.body;
  }
}

/** Returns a hash that is equal for requests with the same file and the same options. */
function requestHash({ sha256 }: SpooledFile, { kind, buyerId, profileId, profile, period }: BatchRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([sha256, kind ?? null, buyerId, profileId ?? null, profile ?? null, period ?? null]))
    .digest('hex');
}
