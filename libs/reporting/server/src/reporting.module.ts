import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { SpendModule } from '@tallgrunn/spend-server';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AcceptVersion } from './versions/accept-version.ts';
import { AnswerOnBehalf } from './on-behalf/answer-on-behalf.ts';
import { BringIntoForce } from './versions/bring-into-force.ts';
import { BranchesController } from './branches/branches.controller.ts';
import { ShowBranches } from './branches/show-branches.ts';
import { SubmitBranches } from './branches/submit-branches.ts';
import { CompleteCorrection } from './corrections/complete-correction.ts';
import { CorrectionsController, OnBehalfController } from './corrections/corrections.controller.ts';
import { DeliverVersion } from './versions/deliver-version.ts';
import { ComplianceController, DutiesController } from './duties/duties.controller.ts';
import { EarlierReports } from './checking/earlier-reports.ts';
import { BookedSpend } from './checking/booked-spend.ts';
import { DeclaredItems } from './checking/declared-items.ts';
import { GatherTogether } from './checking/gather-together.ts';
import { HandInForSupplier } from './on-behalf/hand-in-for-supplier.ts';
import { JudgeCorrection } from './corrections/judge-correction.ts';
import { KeepFile } from './checking/keep-file.ts';
import { KeepRows } from './checking/keep-rows.ts';
import { KeepVerdict } from './checking/keep-verdict.ts';
import { ListOnboarding } from './compliance/list-onboarding.ts';
import { OnboardingController } from './compliance/onboarding.controller.ts';
import { KeepNothing } from './duties/keep-nothing.ts';
import { LearnColumns } from './lessons/learn-columns.ts';
import { LearnCustomers } from './lessons/learn-customers.ts';
import { LearnExcludedCustomers } from './lessons/learn-excluded-customers.ts';
import { LearnUnits } from './lessons/learn-units.ts';
import { ListDuties } from './duties/list-duties.ts';
import { ListFindings } from './versions/list-findings.ts';
import { ListLines } from './versions/list-lines.ts';
import { ListOverrides } from './compliance/list-overrides.ts';
import { ListWaitingUploads } from './checking/list-waiting-uploads.ts';
import { OpenOriginal } from './versions/open-original.ts';
import { OpenPeriods } from './duties/open-periods.ts';
import { PrepareCheck } from './checking/prepare-check.ts';
import { ReceiveVersion } from './versions/receive-version.ts';
import { ListRemembered } from './remembered/list-remembered.ts';
import { RememberAnswers } from './remembered/remember-answers.ts';
import { RememberedAnswersController } from './remembered/remembered.controller.ts';
import { RevokeRemembered } from './remembered/revoke-remembered.ts';
import { RememberedAnswerStore } from './store/remembered-answer-store.ts';
import { ReportNothing } from './duties/report-nothing.ts';
import { ReportNothingForMany } from './duties/report-nothing-for-many.ts';
import { FindVersion } from './versions/find-version.ts';
import { ReturnVersion } from './versions/return-version.ts';
import { ShowAnswers } from './versions/show-answers.ts';
import { ShowCompliance } from './compliance/show-compliance.ts';
import { ShowDiff } from './corrections/show-diff.ts';
import { ShowDuty } from './duties/show-duty.ts';
import { ShowReceipt } from './versions/show-receipt.ts';
import { ShowVersion } from './versions/show-version.ts';
import { StageLines, StageManyLines } from './checking/stage-lines.ts';
import { CorrectionStore } from './store/correction-store.ts';
import { ExcludedCustomerStore } from './store/excluded-customer-store.ts';
import { CuttingStore } from './store/cutting-store.ts';
import { DutyStore } from './store/duty-store.ts';
import { CompareNilReturns } from './duties/compare-nil-returns.ts';
import { ExplainNilReturn } from './duties/explain-nil-return.ts';
import { NilQuestionStore } from './store/nil-question-store.ts';
import { BeginSending } from './sending/begin-sending.ts';
import { CheckOnly, CheckOnlyLarge } from './sending/check-only.ts';
import { NoteChecked } from './sending/note-checked.ts';
import { SendingsController } from './sending/sendings.controller.ts';
import { ShowLineSchema } from './sending/show-line-schema.ts';
import { ShowSending } from './sending/show-sending.ts';
import { SubmitChecked } from './sending/submit-checked.ts';
import { SweepSendings } from './sending/sweep-sendings.ts';
import { BeginTyped } from './invoiced/begin-typed.ts';
import { InvoicedController } from './invoiced/invoiced.controller.ts';
import { ReadInvoicedOfDuty } from './invoiced/invoiced-of-duty.ts';
import { JudgeInvoicesOfDuty } from './invoiced/judge-invoices-of-duty.ts';
import { OfferInvoiced } from './invoiced/offer-invoiced.ts';
import { ReadInvoiced } from './invoiced/read-invoiced.ts';
import { WriteInvoiced } from './invoiced/write-invoiced.ts';
import { MissingBranchStore } from './store/missing-branch-store.ts';
import { TypedStore } from './store/typed-store.ts';
import { SaveTyped } from './typing/save-typed.ts';
import { SendTyped } from './typing/send-typed.ts';
import { ShowTyped } from './typing/show-typed.ts';
import { TypedController } from './typing/typed.controller.ts';
import { VersionStore } from './store/version-store.ts';
import { SubmitForSupplier } from './on-behalf/submit-for-supplier.ts';
import { SubmitVersion } from './versions/submit-version.ts';
import { VersionDecisionsController, VersionsController } from './versions/versions.controller.ts';
import { SweepDrafts } from './checking/sweep-drafts.ts';
import { TeachItemNumbers } from './lessons/teach-item-numbers.ts';
import { TermsTrialController } from './trial/terms-trial.controller.ts';
import { TryTerms } from './trial/try-terms.ts';
import { WriteAnnotated } from './annotating/write-annotated.ts';
import { TemplateWorkbookController } from './workbooks/template-workbook.controller.ts';
import { WriteTemplate } from './workbooks/write-template.ts';

const reads = [
  ShowAnswers,
  ListOverrides,
  ListOnboarding,
  ListDuties,
  ShowDuty,
  ShowCompliance,
  ShowVersion,
  ListFindings,
  ListLines,
  ShowReceipt,
  OpenOriginal,
  ListWaitingUploads,
  WriteTemplate,
  WriteAnnotated,
  TryTerms,
  ShowDiff,
];
const acts = [
  ReceiveVersion,
  StageLines,
  StageManyLines,
  SubmitVersion,
  AcceptVersion,
  ReturnVersion,
  FindVersion,
  ReportNothing,
  ReportNothingForMany,
  CompareNilReturns,
  ExplainNilReturn,
  SweepDrafts,
  LearnColumns,
  LearnCustomers,
  LearnUnits,
  LearnExcludedCustomers,
  TeachItemNumbers,
  HandInForSupplier,
  SubmitForSupplier,
  AnswerOnBehalf,
];
const sendings = [
  BeginSending,
  ShowSending,
  ShowLineSchema,
  CheckOnly,
  CheckOnlyLarge,
  NoteChecked,
  SubmitChecked,
  SweepSendings,
];
const typing = [TypedStore, ShowTyped, SaveTyped, SendTyped];
const invoiced = [ReadInvoiced, ReadInvoicedOfDuty, OfferInvoiced, BeginTyped, WriteInvoiced, JudgeInvoicesOfDuty];
const remembered = [RememberedAnswerStore, RememberAnswers, ListRemembered, RevokeRemembered];
const branches = [MissingBranchStore, ShowBranches, SubmitBranches];
const steps = [
  NilQuestionStore,
  KeepNothing,
  BookedSpend,
  DeclaredItems,
  CuttingStore,
  ExcludedCustomerStore,
  CorrectionStore,
  KeepFile,
  KeepRows,
  CompleteCorrection,
  JudgeCorrection,
  DutyStore,
  VersionStore,
  EarlierReports,
  OpenPeriods,
  PrepareCheck,
  GatherTogether,
  KeepVerdict,
  DeliverVersion,
  BringIntoForce,
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
  providers: [...reads, ...acts, ...sendings, ...typing, ...invoiced, ...branches, ...remembered, ...steps],
  exports: [
    ReceiveVersion,
    SubmitVersion,
    AcceptVersion,
    ReturnVersion,
    FindVersion,
    ReportNothing,
    ReportNothingForMany,
    ShowCompliance,
    ShowVersion,
    ListDuties,
  ],
})
export class ReportingModule {}
