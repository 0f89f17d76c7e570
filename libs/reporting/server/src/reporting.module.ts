import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { AgreementsModule } from '@tallgrunn/agreements-server';
import { FileStore, SpoolUpload } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AcceptVersion } from './accept-version.ts';
import { AnswerOnBehalf } from './answer-on-behalf.ts';
import { BringIntoForce } from './bring-into-force.ts';
import { CompleteCorrection } from './complete-correction.ts';
import { CorrectionsController, OnBehalfController } from './corrections.controller.ts';
import { DeliverVersion } from './deliver-version.ts';
import { ComplianceController, DutiesController } from './duties.controller.ts';
import { EarlierReports } from './earlier-reports.ts';
import { GatherTogether } from './gather-together.ts';
import { HandInForSupplier } from './hand-in-for-supplier.ts';
import { JudgeCorrection } from './judge-correction.ts';
import { KeepFile } from './keep-file.ts';
import { KeepRows } from './keep-rows.ts';
import { KeepVerdict } from './keep-verdict.ts';
import { ListOnboarding } from './list-onboarding.ts';
import { OnboardingController } from './onboarding.controller.ts';
import { LearnUnits } from './learn-units.ts';
import { ListDuties } from './list-duties.ts';
import { ListFindings } from './list-findings.ts';
import { ListLines } from './list-lines.ts';
import { ListOverrides } from './list-overrides.ts';
import { ListWaitingUploads } from './list-waiting-uploads.ts';
import { OpenOriginal } from './open-original.ts';
import { OpenPeriods } from './open-periods.ts';
import { PrepareCheck } from './prepare-check.ts';
import { ReceiveVersion } from './receive-version.ts';
import { ReportNothing } from './report-nothing.ts';
import { ReturnVersion } from './return-version.ts';
import { ShowAnswers } from './show-answers.ts';
import { ShowCompliance } from './show-compliance.ts';
import { ShowDiff } from './show-diff.ts';
import { ShowDuty } from './show-duty.ts';
import { ShowReceipt } from './show-receipt.ts';
import { ShowVersion } from './show-version.ts';
import { StageLines, StageManyLines } from './stage-lines.ts';
import { CorrectionStore } from './store/correction-store.ts';
import { CuttingStore } from './store/cutting-store.ts';
import { DutyStore } from './store/duty-store.ts';
import { BeginSending } from './sending/begin-sending.ts';
import { CheckOnly, CheckOnlyLarge } from './sending/check-only.ts';
import { NoteChecked } from './sending/note-checked.ts';
import { SendingsController } from './sending/sendings.controller.ts';
import { ShowLineSchema } from './sending/show-line-schema.ts';
import { ShowSending } from './sending/show-sending.ts';
import { SubmitChecked } from './sending/submit-checked.ts';
import { SweepSendings } from './sending/sweep-sendings.ts';
import { VersionStore } from './store/version-store.ts';
import { SubmitForSupplier } from './submit-for-supplier.ts';
import { SubmitVersion } from './submit-version.ts';
import { VersionDecisionsController, VersionsController } from './versions.controller.ts';
import { SweepDrafts } from './sweep-drafts.ts';
import { TeachItemNumbers } from './teach-item-numbers.ts';
import { TermsTrialController } from './terms-trial.controller.ts';
import { TryTerms } from './try-terms.ts';
import { WriteAnnotated } from './write-annotated.ts';
import { WriteTemplate } from './write-template.ts';

const reads = [ShowAnswers, ListOverrides, ListOnboarding, ListDuties, ShowDuty, ShowCompliance, ShowVersion, ListFindings, ListLines, ShowReceipt, OpenOriginal, ListWaitingUploads, WriteTemplate, WriteAnnotated, TryTerms, ShowDiff];
const acts = [ReceiveVersion, StageLines, StageManyLines, SubmitVersion, AcceptVersion, ReturnVersion, ReportNothing, SweepDrafts, LearnUnits, TeachItemNumbers, HandInForSupplier, SubmitForSupplier, AnswerOnBehalf];
const sendings = [BeginSending, ShowSending, ShowLineSchema, CheckOnly, CheckOnlyLarge, NoteChecked, SubmitChecked, SweepSendings];
const steps = [CuttingStore, CorrectionStore, KeepFile, KeepRows, CompleteCorrection, JudgeCorrection, DutyStore, VersionStore, EarlierReports, OpenPeriods, PrepareCheck, GatherTogether, KeepVerdict, DeliverVersion, BringIntoForce];

@Module({
  imports: [
    AgreementsModule,
    IdentityModule,
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({ storage: new SpoolUpload(files.spoolFolder, limits.report.sizeBytesMax), limits: { files: 1, fields: 6, fieldSize: 2_000_000 } }),
    }),
  ],
  controllers: [DutiesController, ComplianceController, VersionsController, VersionDecisionsController, CorrectionsController, OnBehalfController, TermsTrialController, OnboardingController, SendingsController],
  providers: [...reads, ...acts, ...sendings, ...steps],
  exports: [ReceiveVersion, SubmitVersion, AcceptVersion, ReturnVersion, ReportNothing, ShowCompliance, ShowVersion],
})
export class ReportingModule {}
