import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Jobs, notFound, DocumentNumbers, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { Batch } from './batch.ts';
import { REVERSE_BATCH } from './run-reversal.ts';

/** The batch to be reversed, with its existing reversals. */
type BatchToReverse = Omit<Batch, 'spool_name'> & {
  readonly reverses: string | null;
  readonly reversed_by_batch_id: string | null;
};

/**
 * Creates a reversal batch with its own number for a posted batch, and enqueues the reversal. Nothing is deleted.
 * @throws Problem 'batch-not-posted' | 'batch-is-reversal' | 'batch-already-reversed' (409) · 'not-found' (404)
 */
@Injectable()
export class ReverseBatch {
  constructor(
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(batchId: string, reason: string): Promise<{ id: string; number: string; kind: Batch['kind'] }> {
    const batch = await this.database.one<BatchToReverse>(
      'select id, number, kind, state, buyer_id, period_key, file_name, file_sha256, size_bytes, profile_id, profile, reverses, reversed_by_batch_id from spend.batch where id = $1 for update',
      [batchId],
    );
    if (!batch) throw notFound('spend-batch');
    await this.#require(batch);
    const now = this.clock.now();
    const id = uuidv7(now);
    const number = await this.numbers.next('S');
    await this.database.query(
      `insert into spend.batch (id, number, kind, state, buyer_id, period_key, file_name, file_sha256, size_bytes, reverses, reversal_reason, received_by, received_at)
       values ($1, $2, $3, 'received', $4, $5, $6, $7, 0, $8, $9, platform.person(), $10)`,
      [
        id,
        number,
        batch.kind,
        batch.buyer_id,
        batch.period_key,
        batch.file_name,
        batch.file_sha256,
        batchId,
        reason,
        now,
      ],
    );
    await this.audit.record({
      act: 'spend.reversal-requested',
      subject: { kind: 'spend-batch', id: batchId },
      details: { number: batch.number, counter: number },
    });
    await this.jobs.enqueue(REVERSE_BATCH, { subjectId: id });
    return { id, number, kind: batch.kind };
  }

  async #require({ id, state, reverses, reversed_by_batch_id }: BatchToReverse): Promise<void> {
    if (reverses !== null) throw new Problem(409, 'batch-is-reversal');
    if (state !== 'posted') throw new Problem(409, 'batch-not-posted');
    const reversalId =
      reversed_by_batch_id ??
      (
        await this.database.one<{ id: string }>(
          `select id from spend.batch where reverses = $1 and state <> 'refused'`,
          [id],
        )
      )?.id;
    if (reversalId === undefined) return;
    const reversal = await this.database.one<{ number: string }>('select number from spend.batch where id = $1', [
      reversalId,
    ]);
    throw new Problem(409, 'batch-already-reversed', { id: reversalId, number: reversal?.number ?? '' });
  }
}
