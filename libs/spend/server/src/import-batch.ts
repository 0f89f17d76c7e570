import { Injectable } from '@nestjs/common';
import { guardParams } from '@tallgrunn/formats';
import { Database, Job, Problem, UnitOfWork, type Progress } from '@tallgrunn/platform';
import type { Batch } from './batch.ts';
import { ImportDeliveries } from './import-deliveries.ts';
import { ImportInvoices } from './import-invoices.ts';
import { ImportLedger } from './import-ledger.ts';
import { BatchStore } from './store/batch-store.ts';
import { RefreshStatistics } from './store/refresh-statistics.ts';

export const IMPORT_BATCH = 'spend.import-batch';
export const IMPORT_LARGE_BATCH = 'spend.import-large-batch';

/**
 * Reads the file of a received batch and posts what it holds, all in one transaction. A job that was killed starts again from the
 * stored file; one that runs twice finds the batch posted and leaves it. What the file itself is to blame for refuses the batch.
 */
@Injectable()
@Job(IMPORT_BATCH, { lane: 'short', inTurn: true })
export class ImportBatch {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly batches: BatchStore,
    private readonly invoices: ImportInvoices,
    private readonly ledger: ImportLedger,
    private readonly deliveries: ImportDeliveries,
    private readonly statistics: RefreshStatistics,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    try {
      await this.#aside(async () => {
        const batch = await this.batches.hold(subjectId);
        if (batch) await this.#import(batch, progress);
      });
      await this.#aside(() => this.statistics.run());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.#aside(() => this.batches.refuse(subjectId, { code: error.code, params: guardParams(error.params) }));
    }
  }

  #import(batch: Batch, progress: Progress): Promise<void> {
    const imports = { invoices: this.invoices, ledger: this.ledger, deliveries: this.deliveries };
    return imports[batch.kind].run(batch, progress);
  }

  /** A unit of its own, so that a refusal can still be written when the import's transaction has failed. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }
}

/** The same for large files, in the lane where nothing small waits behind them. */
@Injectable()
@Job(IMPORT_LARGE_BATCH, { lane: 'long', inTurn: true })
export class ImportLargeBatch {
  constructor(private readonly small: ImportBatch) {}

  run(payload: { subjectId: string }, progress: Progress): Promise<void> {
    return this.small.run(payload, progress);
  }
}
