import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { SpendModule } from '@tallgrunn/spend-server';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AcceptVersion } from './versions/accept-version.ts';
import { RespondToOnBehalf } from './on-behalf/answer-on-behalf.ts';
import { ActivateVersion } from './versions/bring-into-force.ts';
import { BranchesController } from './branches/branches.controller.ts';
import { ShowBranches } from './branches/show-branches.ts';
import { SubmitBranches } from './branches/submit-branches.ts';
import { CompleteCorrection } from './corrections/complete-correction.ts';
import { CorrectionsController, OnBehalfController } from './corrections/corrections.controller.ts';
import { RecordSubmission } from './versions/deliver-version.ts';
import { ComplianceController, DutiesController } from './duties/duties.controller.ts';
import { EarlierReports } from './checking/earlier-reports.ts';
import { BookedSpend } from './checking/booked-spend.ts';
import { DeclaredItems } from './checking/declared-items.ts';
import { CollectSharedObligations } from './checking/gather-together.ts';
import { UploadOnBehalf } from './on-behalf/hand-in-for-supplier.ts';
import { AssessCorrection } from './corrections/judge-correction.ts';
import { StoreFile } from './checking/keep-file.ts';
import { StoreRows } from './checking/keep-rows.ts';
import { StoreCheckResult } from './checking/keep-verdict.ts';
import { ListOnboarding } from './compliance/list-onboarding.ts';
import { OnboardingController } from './compliance/onboarding.controller.ts';
import { StoreNilReturn } from './duties/keep-nothing.ts';
import { LearnColumns } from './lessons/learn-columns.ts';
import { LearnCustomers } from './lessons/learn-customers.ts';
import { LearnExcludedCustomers } from './lessons/learn-excluded-customers.ts';
import { LearnUnits } from './lessons/learn-units.ts';
import { ListObligations } from './duties/list-duties.ts';
import { ListFindings } from './versions/list-findings.ts';
import { ListLines } from './versions/list-lines.ts';
import { ListOverriddenChecks } from './compliance/list-overrides.ts';
import { ListPendingUploads } from './checking/list-waiting-uploads.ts';
import { DownloadFile } from './versions/open-original.ts';
import { ListOpenPeriods } from './duties/open-periods.ts';
import { PrepareCheck } from './checking/prepare-check.ts';
import { ReceiveVersion } from './versions/receive-version.ts';
import { ListRememberedAnswers } from './remembered/list-remembered.ts';
import { RememberAnswers } from './remembered/remember-answers.ts';
import { RememberedAnswersController } from './remembered/remembered.controller.ts';
import { RevokeRememberedAnswer } from './remembered/revoke-remembered.ts';
import { RememberedAnswerStore } from './store/remembered-answer-store.ts';
import { SubmitNilReturn } from './duties/report-nothing.ts';
import { SubmitNilReturns } from './duties/report-nothing-for-many.ts';
import { FindVersion } from './versions/find-version.ts';
import { ReturnVersion } from './versions/return-version.ts';
import { ShowReadingOptions } from './versions/show-answers.ts';
import { ShowCompliance } from './compliance/show-compliance.ts';
import { ShowDiff } from './corrections/show-diff.ts';
import { ShowObligation } from './duties/show-duty.ts';
import { ShowReceipt } from './versions/show-receipt.ts';
import { ShowVersion } from './versions/show-version.ts';
import { CheckVersion, CheckLargeVersion } from './checking/stage-lines.ts';
import { CorrectionStore } from './store/correction-store.ts';
import { ExcludedCustomerStore } from './store/excluded-customer-store.ts';
import { RedactionStore } from './store/cutting-store.ts';
import { ObligationStore } from './store/duty-store.ts';
import { CompareNilReturns } from './duties/compare-nil-returns.ts';
import { ExplainNilReturn } from './duties/explain-nil-return.ts';
import { NilQuestionStore } from './store/nil-question-store.ts';
import { StartApiSubmission } from './sending/begin-sending.ts';
import { CheckWithoutSubmitting, CheckLargeWithoutSubmitting } from './sending/check-only.ts';
import { RecordCheckResult } from './sending/note-checked.ts';
import { SendingsController } from './sending/sendings.controller.ts';
import { ShowLineSchema } from './sending/show-line-schema.ts';
import { ShowApiSubmission } from './sending/show-sending.ts';
import { SubmitCheckedVersion } from './sending/submit-checked.ts';
import { CleanUpApiSubmissions } from './sending/sweep-sendings.ts';
import { PrefillManualEntry } from './invoiced/begin-typed.ts';
import { InvoicedController } from './invoiced/invoiced.controller.ts';
import { ListInvoiceLines } from './invoiced/invoiced-of-duty.ts';
import { AssessInvoiceQuality } from './invoiced/judge-invoices-of-duty.ts';
import { OfferPrefill } from './invoiced/offer-invoiced.ts';
import { LoadInvoiceLines } from './invoiced/read-invoiced.ts';
import { WritePrefilledWorkbook } from './invoiced/write-invoiced.ts';
import { MissingBranchStore } from './store/missing-branch-store.ts';
import { ManualEntryStore } from './store/typed-store.ts';
import { SaveManualEntry } from './typing/save-typed.ts';
import { SubmitManualEntry } from './typing/send-typed.ts';
import { ShowManualEntry } from './typing/show-typed.ts';
import { TypedController } from './typing/typed.controller.ts';
import { VersionStore } from './store/version-store.ts';
import { SubmitOnBehalf } from './on-behalf/submit-for-supplier.ts';
import { SubmitVersion } from './versions/submit-version.ts';
import { VersionDecisionsController, VersionsController } from './versions/versions.controller.ts';
import { CleanUpDrafts } from './checking/sweep-drafts.ts';
import { LearnReportedItemNumbers } from './lessons/teach-item-numbers.ts';
import { TermsTrialController } from './trial/terms-trial.controller.ts';
import { DryRunTerms } from './trial/try-terms.ts';
import { WriteAnnotated } from './annotating/write-annotated.ts';
import { TemplateWorkbookController } from './workbooks/template-workbook.controller.ts';
import { WriteTemplate } from './workbooks/write-template.ts';

const queryProviders = [
  ShowReadingOptions,
  ListOverriddenChecks,
  ListOnboarding,
  ListObligations,
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
    DutiesController,
    ComplianceController,
    VersionsController,
    VersionDecisionsController,
    CorrectionsController,
    OnBehalfController,
    TermsTrialController,
    OnboardingController,
    SendingsController,
    TypedController,
    InvoicedController,
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
  ],
})
export class ReportingModule {}
