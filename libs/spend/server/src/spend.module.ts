import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { ChooseProfile } from './choose-profile.ts';
import { ImportBatch, ImportLargeBatch } from './import-batch.ts';
import { ImportDeliveries } from './import-deliveries.ts';
import { ImportInvoices } from './import-invoices.ts';
import { ImportLedger } from './import-ledger.ts';
import { ListBatchLines } from './list-batch-lines.ts';
import { ListBatches } from './list-batches.ts';
import { ListCoverage } from './list-coverage.ts';
import { ListProfiles } from './list-profiles.ts';
import { CompareLines } from './compare-lines.ts';
import { PreviewBatch } from './preview-batch.ts';
import { ProposeProfiles } from './propose-profiles.ts';
import { ReadBooked } from './read-booked.ts';
import { CountedLines } from './counted-lines.ts';
import { ReceiveBatch } from './receive-batch.ts';
import { FindBatch } from './find-batch.ts';
import { ReverseBatch } from './reverse-batch.ts';
import { RunReversal } from './run-reversal.ts';
import { SaveProfile } from './save-profile.ts';
import { ShowBatch } from './show-batch.ts';
import { ListSuppliers } from './list-suppliers.ts';
import { StateMonth } from './ledger-months/state-month.ts';
import { StateSuppliers } from './state-suppliers.ts';
import {
  LedgerMonthsController,
  ProfilesController,
  SpendController,
  SuppliersController,
} from './spend.controller.ts';
import { ListWaitingBatches } from './list-waiting-batches.ts';
import { LookIntoInbox } from './inbox/look-into-inbox.ts';
import { AwaitBatch } from './await-batch.ts';
import { ReceiveLines } from './receive-lines.ts';
import { TakeBody } from './take-body.ts';
import { ReadKnown } from './read-known.ts';
import { ExportReconciliation } from './reconciliation/export-reconciliation.ts';
import { ReadReconciliation } from './reconciliation/read-reconciliation.ts';
import { ReconciliationController } from './reconciliation/reconciliation.controller.ts';
import { StateLedgerTotals } from './reconciliation/state-ledger-totals.ts';
import { StoreSetAside } from './reconciliation/store-set-aside.ts';
import { SweepBatches } from './sweep-batches.ts';
import { BatchFile } from './store/batch-file.ts';
import { BatchStore } from './store/batch-store.ts';
import { RefreshStatistics } from './store/refresh-statistics.ts';
import { TieDeliveries } from './tie-deliveries.ts';
import { TieInvoices } from './tie-invoices.ts';

const reads = [
  ReadBooked,
  ListBatches,
  ShowBatch,
  ListBatchLines,
  ListCoverage,
  ListProfiles,
  ListSuppliers,
  ProposeProfiles,
  PreviewBatch,
  CompareLines,
  ReadKnown,
  ListWaitingBatches,
  AwaitBatch,
  ReadReconciliation,
  ExportReconciliation,
];
const acts = [
  LookIntoInbox,
  ReceiveBatch,
  ReceiveLines,
  TakeBody,
  FindBatch,
  ReverseBatch,
  RunReversal,
  CountedLines,
  ImportBatch,
  ImportLargeBatch,
  ImportInvoices,
  ImportLedger,
  ImportDeliveries,
  TieInvoices,
  TieDeliveries,
  ChooseProfile,
  SaveProfile,
  StateMonth,
  StateLedgerTotals,
  StoreSetAside,
  StateSuppliers,
  BatchStore,
  BatchFile,
  SweepBatches,
  RefreshStatistics,
];

@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({
        storage: new SpoolUpload(files.spoolFolder, limits.spend.sizeBytesMax),
        limits: { files: 1, fields: 10, fieldSize: 1_000 },
      }),
    }),
  ],
  controllers: [
    SpendController,
    ProfilesController,
    SuppliersController,
    LedgerMonthsController,
    ReconciliationController,
  ],
  providers: [...acts, ...reads],
  exports: [
    LookIntoInbox,
    ListProfiles,
    ListWaitingBatches,
    SweepBatches,
    ReadBooked,
    ReceiveBatch,
    ImportBatch,
    FindBatch,
    ReverseBatch,
    SaveProfile,
    ShowBatch,
  ],
})
export class SpendModule {}
