import { Injectable } from '@nestjs/common';
import { redactParams } from '@tallgrunn/formats';
import { Database, Job, Problem, UnitOfWork, type Progress } from '@tallgrunn/platform';
import type { Batch } from './batch.ts';
import { ImportDespatchAdvices } from './import-despatch-advices.ts';
import { ImportInvoices } from './import-invoices.ts';
import { ImportLedger } from './import-ledger.ts';
import { BatchStore } from './store/batch-store.ts';
import { RefreshStatistics } from './store/refresh-statistics.ts';

export const IMPORT_BATCH = 'spend.import-batch';
export const IMPORT_LARGE_BATCH = 'spend.import-large-batch';

/**
 * Imports the file of a received batch in one transaction. A killed job restarts from the stored file. A repeated job
 * finds the batch posted and does nothing. A Problem caused by the file refuses the batch.
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
    private readonly despatchAdvices: ImportDespatchAdvices,
    private readonly statistics: RefreshStatistics,
  ) {}

  async run({ subjectId }: { subjectId: string }, progress: Progress): Promise<void> {
    try {
      await this.#aside(async () => {
        const batch = await this.batches.lockForUpdate(subjectId);
        if (batch) await this.#import(batch, progress);
      });
      await this.#aside(() => this.statistics.run());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.#aside(() => this.batches.refuse(subjectId, { code: error.code, params: redactParams(error.params) }));
    }
  }

  #import(batch: Batch, progress: Progress): Promise<void> {
    const imports = { invoices: this.invoices, ledger: this.ledger, deliveries: this.despatchAdvices };
    return imports[batch.kind].run(batch, progress);
  }

  /** Runs work in its own transaction, so that a refusal can be stored after the import has failed. */
  #aside<T>(work: () => Promise<T>): Promise<T> {
    return this.units.run({ ...this.database.actor() }, work);
  }
}

/** Imports large files in a separate lane, so that small files do not wait behind them. */
@Injectable()
@Job(IMPORT_LARGE_BATCH, { lane: 'long', inTurn: true })
export class ImportLargeBatch {
  constructor(private readonly small: ImportBatch) {}

  run(payload: { subjectId: string }, progress: Progress): Promise<void> {
    return this.small.run(payload, progress);
  }
}
