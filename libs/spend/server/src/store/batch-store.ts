import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { LedgerProfile } from '@tallgrunn/formats';
import { READER, type Batch } from '../batch.ts';
import { BatchFile } from './batch-file.ts';
import { REVERSAL_TOTALS_SQL, NET_TOTALS_SQL } from './net-totals.ts';

/** Result of a batch, stored once when it is posted. */
export interface BatchOutcome {
  readonly documents: number;
  readonly refusedDocuments: number;
  readonly lines: number;
  readonly quarantined: number;
  readonly repeated: number;
  /** Totals as in the file, per currency: purchases positive, credit notes negative, duplicates excluded. */
  readonly totals: Record<string, string>;
  readonly leftOut: readonly unknown[];
  readonly withheld: readonly unknown[];
  readonly findingCounts: Record<string, number>;
  readonly findings: readonly unknown[];
}

const FINDINGS_MAX = 2_000;
const columns =
  'id, number, kind, state, buyer_id, period_key, file_name, file_sha256, size_bytes, spool_name, profile_id, profile';

@Injectable()
export class BatchStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly file: BatchFile,
  ) {}

  find(id: string): Promise<Batch | undefined> {
    return this.database.one<Batch>(`select ${columns} from spend.batch where id = $1`, [id]);
  }

  /**
   * Returns the batch and locks its row, so that only one import processes it. Undefined when it is not received (any
   * more).
   */
  lockForUpdate(id: string): Promise<Batch | undefined> {
    return this.database.one<Batch>(
      `select ${columns} from spend.batch where id = $1 and state = 'received' for update`,
      [id],
    );
  }

  /** Returns the batch with the same file. Refused and reversed batches do not count. */
  findDuplicate(sha256: string, buyerId: string | null): Promise<{ id: string; number: string } | undefined> {
    return this.database.one(
      `select id, number from spend.batch where file_sha256 = $1 and buyer_id is not distinct from $2::uuid and state <> 'refused' and reverses is null and reversed_by_batch_id is null`,
      [sha256, buyerId],
    );
  }

  async useProfile(id: string, profile: LedgerProfile): Promise<void> {
    await this.database.query('update spend.batch set profile = $2 where id = $1', [id, jsonbText(profile)]);
  }

  /**
   * Stores the buyer detected from a file when the request stated none.
   * @throws Problem 'batch-duplicate' (409) if the same file is already imported for that buyer
   */
  async useBuyer({ id, file_sha256 }: Pick<Batch, 'id' | 'file_sha256'>, buyerId: string): Promise<void> {
    const duplicate = await this.findDuplicate(file_sha256, buyerId);
    if (duplicate) throw new Problem(409, 'batch-duplicate', { number: duplicate.number, id: duplicate.id });
    await this.database.query('update spend.batch set buyer_id = $2 where id = $1 and buyer_id is null', [id, buyerId]);
  }

  async post(id: string, outcome: BatchOutcome): Promise<void> {
    await this.file.deleteAfterCommit(id);
    await this.database.query(
      `update spend.batch set state = 'posted', reader = $2, posted_at = $3, documents = $4, rejected_document_count = $5, lines = $6, quarantined = $7, repeated = $8,
         totals = $9, left_out = $10, withheld = $11, finding_counts = $12, findings = $13 where id = $1`,
      [
        id,
        READER,
        this.clock.now(),
        outcome.documents,
        outcome.refusedDocuments,
        outcome.lines,
        outcome.quarantined,
        outcome.repeated,
        ...[
          outcome.totals,
          outcome.leftOut,
          outcome.withheld,
          outcome.findingCounts,
          outcome.findings.slice(0, FINDINGS_MAX),
        ].map((part) => jsonbText(part)),
      ],
    );
    await this.database.query(NET_TOTALS_SQL, [[id]]);
    await this.database.query(REVERSAL_TOTALS_SQL, [id]);
  }

  /** Refuses a batch of which nothing can be used. Findings describe what the file contains instead. */
  async refuse(
    id: string,
    refusal: { code: string; params: Record<string, unknown> },
    findings: readonly unknown[] = [],
  ): Promise<void> {
    await this.file.deleteAfterCommit(id);
    await this.database.query(
      `update spend.batch set state = 'refused', reader = $2, posted_at = $3, refusal = $4, findings = $5 where id = $1 and state = 'received'`,
      [id, READER, this.clock.now(), jsonbText(refusal), jsonbText(findings.slice(0, FINDINGS_MAX))],
    );
  }
}
