import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { SpendModule } from '@tallgrunn/spend-server';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AcceptVersion } from './versions/accept-version.ts';
import { RespondToOnBehalf } from './on-behalf/respond-to-on-behalf.ts';
import { ActivateVersion } from './versions/activate-version.ts';
import { BranchesController } from './branches/branches.controller.ts';
import { ShowBranches } from './branches/show-branches.ts';
import { SubmitBranches } from './branches/submit-branches.ts';
import { CompleteCorrection } from './corrections/complete-correction.ts';
import { ReportDiffsController, OnBehalfController } from './corrections/corrections.controller.ts';
import { RecordSubmission } from './versions/record-submission.ts';
import { ComplianceController, ObligationsController } from './obligations/obligations.controller.ts';
import { EarlierReports } from './checking/earlier-reports.ts';
import { BookedSpend } from './checking/booked-spend.ts';
import { DeclaredItems } from './checking/declared-items.ts';
import { CollectSharedObligations } from './checking/collect-shared-obligations.ts';
import { UploadOnBehalf } from './on-behalf/upload-on-behalf.ts';
import { AssessCorrection } from './corrections/assess-correction.ts';
import { StoreFile } from './checking/store-file.ts';
import { StoreRows } from './checking/store-rows.ts';
import { StoreCheckResult } from './checking/store-check-result.ts';
import { ListOnboarding } from './compliance/list-onboarding.ts';
import { OnboardingController } from './compliance/onboarding.controller.ts';
import { StoreNilReturn } from './obligations/store-nil-return.ts';
import { LearnColumns } from './learning/learn-columns.ts';
import { LearnCustomers } from './learning/learn-customers.ts';
import { LearnExcludedCustomers } from './learning/learn-excluded-customers.ts';
import { LearnUnits } from './learning/learn-units.ts';
import { ReadDeliveredShare } from './commitments/read-delivered-share.ts';
import { ListObligations } from './obligations/list-obligations.ts';
import { ListFindings } from './versions/list-findings.ts';
import { ListLines } from './versions/list-lines.ts';
import { ListOverriddenChecks } from './compliance/list-overridden-checks.ts';
import { ListPendingUploads } from './checking/list-pending-uploads.ts';
import { DownloadFile } from './versions/download-file.ts';
import { ListOpenPeriods } from './obligations/open-periods.ts';
import { PrepareCheck } from './checking/prepare-check.ts';
import { ReceiveVersion } from './versions/receive-version.ts';
import { ListRememberedAnswers } from './remembered/list-remembered.ts';
import { RememberAnswers } from './remembered/remember-answers.ts';
import { RememberedAnswersController } from './remembered/remembered.controller.ts';
import { RevokeRememberedAnswer } from './remembered/revoke-remembered.ts';
import { RememberedAnswerStore } from './store/remembered-answer-store.ts';
import { SubmitNilReturn } from './obligations/submit-nil-return.ts';
import { SubmitNilReturns } from './obligations/report-nothing-for-many.ts';
import { FindVersion } from './versions/find-version.ts';
import { ReturnVersion } from './versions/return-version.ts';
import { ShowReadingOptions } from './versions/show-reading-options.ts';
import { ShowCompliance } from './compliance/show-compliance.ts';
import { ShowDiff } from './corrections/show-diff.ts';
import { ShowObligation } from './obligations/show-obligation.ts';
import { ShowReceipt } from './versions/show-receipt.ts';
import { ShowVersion } from './versions/show-version.ts';
import { CheckVersion, CheckLargeVersion } from './checking/check-version.ts';
import { CorrectionStore } from './store/correction-store.ts';
import { ExcludedCustomerStore } from './store/excluded-customer-store.ts';
import { RedactionStore } from './store/redaction-store.ts';
import { ObligationStore } from './store/obligation-store.ts';
import { CompareNilReturns } from './obligations/compare-nil-returns.ts';
import { ExplainNilReturn } from './obligations/explain-nil-return.ts';
import { NilQuestionStore } from './store/nil-question-store.ts';
import { StartApiSubmission } from './api-submissions/start-api-submission.ts';
import { CheckWithoutSubmitting, CheckLargeWithoutSubmitting } from './api-submissions/check-without-submitting.ts';
import { RecordCheckResult } from './api-submissions/on-version-checked.ts';
import { ApiSubmissionsController } from './api-submissions/api-submissions.controller.ts';
import { ShowLineSchema } from './api-submissions/show-line-schema.ts';
import { ShowApiSubmission } from './api-submissions/show-api-submission.ts';
import { SubmitCheckedVersion } from './api-submissions/submit-checked-version.ts';
import { CleanUpApiSubmissions } from './api-submissions/clean-up-api-submissions.ts';
import { PrefillManualEntry } from './invoice-prefill/prefill-manual-entry.ts';
import { InvoicePrefillController } from './invoice-prefill/invoice-prefill.controller.ts';
import { ListInvoiceLines } from './invoice-prefill/list-invoice-lines.ts';
import { AssessInvoiceQuality } from './invoice-prefill/assess-invoice-quality.ts';
import { OfferPrefill } from './invoice-prefill/offer-prefill.ts';
import { LoadInvoiceLines } from './invoice-prefill/load-invoice-lines.ts';
import { WritePrefilledWorkbook } from './invoice-prefill/write-prefilled-workbook.ts';
import { MissingBranchStore } from './store/missing-branch-store.ts';
import { ManualEntryStore } from './store/manual-entry-store.ts';
import { SaveManualEntry } from './manual-entry/save-manual-entry.ts';
import { SubmitManualEntry } from './manual-entry/submit-manual-entry.ts';
import { ShowManualEntry } from './manual-entry/show-manual-entry.ts';
import { ManualEntryController } from './manual-entry/manual-entry.controller.ts';
import { VersionStore } from './store/version-store.ts';
import { SubmitOnBehalf } from './on-behalf/submit-on-behalf.ts';
import { SubmitVersion } from './versions/submit-version.ts';
import { VersionDecisionsController, ReportVersionsController } from './versions/versions.controller.ts';
import { CleanUpDrafts } from './checking/clean-up-drafts.ts';
import { LearnReportedItemNumbers } from './learning/learn-item-numbers.ts';
import { TermsDryRunsController } from './terms-dry-run/terms-dry-run.controller.ts';
import { DryRunTerms } from './terms-dry-run/dry-run-terms.ts';
import { WriteAnnotated } from './annotating/write-annotated.ts';
import { TemplateWorkbookController } from './workbooks/template-workbook.controller.ts';
import { WriteTemplate } from './workbooks/write-template.ts';

const queryProviders = [
  ShowReadingOptions,
  ListOverriddenChecks,
  ListOnboarding,
  ListObligations,
  ReadDeliveredShare,
  ShowObligation,
  ShowCompliance,
  ShowVersion,
  ListFindings,
  ListLines,
  ShowReceipt,
  DownloadFile,
  ListPendingUploads,
  WriteTemplate,
  WriteAnnotated,
  DryRunTerms,
  ShowDiff,
];
const commandProviders = [
  ReceiveVersion,
  CheckVersion,
  CheckLargeVersion,
  SubmitVersion,
  AcceptVersion,
  ReturnVersion,
  FindVersion,
  SubmitNilReturn,
  SubmitNilReturns,
  CompareNilReturns,
  ExplainNilReturn,
  CleanUpDrafts,
  LearnColumns,
  LearnCustomers,
  LearnUnits,
  LearnExcludedCustomers,
  LearnReportedItemNumbers,
  UploadOnBehalf,
  SubmitOnBehalf,
  RespondToOnBehalf,
];
const apiSubmissionProviders = [
  StartApiSubmission,
  ShowApiSubmission,
  ShowLineSchema,
  CheckWithoutSubmitting,
  CheckLargeWithoutSubmitting,
  RecordCheckResult,
  SubmitCheckedVersion,
  CleanUpApiSubmissions,
];
const manualEntryProviders = [ManualEntryStore, ShowManualEntry, SaveManualEntry, SubmitManualEntry];
const prefillProviders = [
  LoadInvoiceLines,
  ListInvoiceLines,
  OfferPrefill,
  PrefillManualEntry,
  WritePrefilledWorkbook,
  AssessInvoiceQuality,
];
const remembered = [RememberedAnswerStore, RememberAnswers, ListRememberedAnswers, RevokeRememberedAnswer];
const branches = [MissingBranchStore, ShowBranches, SubmitBranches];
const steps = [
  NilQuestionStore,
  StoreNilReturn,
  BookedSpend,
  DeclaredItems,
  RedactionStore,
  ExcludedCustomerStore,
  CorrectionStore,
  StoreFile,
  StoreRows,
  CompleteCorrection,
  AssessCorrection,
  ObligationStore,
  VersionStore,
  EarlierReports,
  ListOpenPeriods,
  PrepareCheck,
  CollectSharedObligations,
  StoreCheckResult,
  RecordSubmission,
  ActivateVersion,
];

@Module({
  imports: [
    AgreementsModule,
    IdentityModule,
    SpendModule,
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({
        storage: new SpoolUpload(files.spoolFolder, limits.report.sizeBytesMax),
        limits: { files: 1, fields: 6, fieldSize: 2_000_000 },
      }),
    }),
  ],
  controllers: [
    ObligationsController,
    ComplianceController,
    ReportVersionsController,
    VersionDecisionsController,
    ReportDiffsController,
    OnBehalfController,
    TermsDryRunsController,
    OnboardingController,
    ApiSubmissionsController,
    ManualEntryController,
    InvoicePrefillController,
    BranchesController,
    RememberedAnswersController,
    TemplateWorkbookController,
  ],
  providers: [
    ...queryProviders,
    ...commandProviders,
    ...apiSubmissionProviders,
    ...manualEntryProviders,
    ...prefillProviders,
    ...branches,
    ...remembered,
    ...steps,
  ],
  exports: [
    ReceiveVersion,
    SubmitVersion,
    AcceptVersion,
    ReturnVersion,
    FindVersion,
    SubmitNilReturn,
    SubmitNilReturns,
    ShowCompliance,
    ShowVersion,
    ListObligations,
    ReadDeliveredShare,
  ],
})
export class ReportingModule {}
