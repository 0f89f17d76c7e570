import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { SelectImportProfile } from './profiles/select-import-profile.ts';
import { ImportBatch, ImportLargeBatch } from './import-batch.ts';
import { ImportDespatchAdvices } from './import-despatch-advices.ts';
import { ImportInvoices } from './import-invoices.ts';
import { ImportLedger } from './import-ledger.ts';
import { ListBatchLines } from './list-batch-lines.ts';
import { ListBatches } from './list-batches.ts';
import { ListLedgerCoverage } from './list-ledger-coverage.ts';
import { ListImportProfiles } from './profiles/list-import-profiles.ts';
import { FindOverlappingBatches } from './find-overlapping-batches.ts';
import { PreviewBatch } from './preview-batch.ts';
import { ProposeImportProfiles } from './profiles/propose-import-profiles.ts';
import { SumBookedSpend } from './sum-booked-spend.ts';
import { MarkDuplicates } from './mark-duplicates.ts';
import { ReceiveBatch } from './receive-batch.ts';
import { FindBatch } from './find-batch.ts';
import { ReverseBatch } from './reverse-batch.ts';
import { RunReversal } from './run-reversal.ts';
import { SaveImportProfile } from './profiles/save-import-profile.ts';
import { ShowBatch } from './show-batch.ts';
import { ListSupplierMaster } from './list-supplier-master.ts';
import { StoreMonthStatement } from './ledger-months/state-month.ts';
import { ImportSupplierMaster } from './import-supplier-master.ts';
import {
  LedgerMonthsController,
  ImportProfilesController,
  BatchesController,
  LedgerCoverageController,
  SupplierMasterController,
} from './spend.controller.ts';
import { ListPendingBatches } from './list-pending-batches.ts';
import { PollInbox } from './inbox/poll-inbox.ts';
import { WaitForBatch } from './wait-for-batch.ts';
import { ReceiveLines } from './lines/receive-lines.ts';
import { JsonLinesInterceptor } from './lines/json-lines.interceptor.ts';
import { LoadKnownParties } from './load-known-parties.ts';
import { ExportReconciliation } from './reconciliation/export-reconciliation.ts';
import { ReadReconciliation } from './reconciliation/read-reconciliation.ts';
import { ReconciliationController } from './reconciliation/reconciliation.controller.ts';
import { StoreLedgerTotals } from './reconciliation/state-ledger-totals.ts';
import { StoreExcludedRows } from './reconciliation/store-set-aside.ts';
import { CleanUpBatches } from './clean-up-batches.ts';
import { BatchFile } from './store/batch-file.ts';
import { BatchStore } from './store/batch-store.ts';
import { RefreshStatistics } from './store/refresh-statistics.ts';
import { AssignDeliveryDates } from './assign-delivery-dates.ts';
import { MatchInvoices } from './match-invoices.ts';

const reads = [
  SumBookedSpend,
  ListBatches,
  ShowBatch,
  ListBatchLines,
  ListLedgerCoverage,
  ListImportProfiles,
  ListSupplierMaster,
  ProposeImportProfiles,
  PreviewBatch,
  FindOverlappingBatches,
  LoadKnownParties,
  ListPendingBatches,
  WaitForBatch,
  ReadReconciliation,
  ExportReconciliation,
];
const acts = [
  PollInbox,
  ReceiveBatch,
  ReceiveLines,
  JsonLinesInterceptor,
  FindBatch,
  ReverseBatch,
  RunReversal,
  MarkDuplicates,
  ImportBatch,
  ImportLargeBatch,
  ImportInvoices,
  ImportLedger,
  ImportDespatchAdvices,
  MatchInvoices,
  AssignDeliveryDates,
  SelectImportProfile,
  SaveImportProfile,
  StoreMonthStatement,
  StoreLedgerTotals,
  StoreExcludedRows,
  ImportSupplierMaster,
  BatchStore,
  BatchFile,
  CleanUpBatches,
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
    BatchesController,
    LedgerCoverageController,
    ImportProfilesController,
    SupplierMasterController,
    LedgerMonthsController,
    ReconciliationController,
  ],
  providers: [...acts, ...reads],
  exports: [
    PollInbox,
    ListImportProfiles,
    ListPendingBatches,
    CleanUpBatches,
    SumBookedSpend,
    ReceiveBatch,
    ImportBatch,
    FindBatch,
    ReverseBatch,
    SaveImportProfile,
    ShowBatch,
  ],
})
export class SpendModule {}
