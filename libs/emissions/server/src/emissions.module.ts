import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AuditingController } from './auditing/auditing.controller.ts';
import { DrawSample } from './auditing/draw-sample.ts';
import { ReadDecisions } from './auditing/read-decisions.ts';
import { ShowLineEvidence } from './auditing/show-evidence.ts';
import { BridgePeriods } from './bridge-periods.ts';
import { BridgeRuns } from './bridge-runs.ts';
import { CalculateAfter, CalculateMatched, CalculateTouched } from './calculate-after.ts';
import { RecalculateAfterUpgrade } from './calculate-after-upgrade.ts';
import { CalculateEmissions } from './calculate-emissions.ts';
import {
  EmissionsController,
  PublicationsController,
  SealedController,
  WhyController,
} from './emissions.controller.ts';
import { PackLimiter } from './evidence/pack-turns.ts';
import { ReproduceRun } from './evidence/remake-run.ts';
import { WriteEvidencePack } from './evidence/write-pack.ts';
import { CollectCouncilSheet } from './council-sheets/collect-council-sheet.ts';
import { CouncilSheetsController } from './council-sheets/council-sheets.controller.ts';
import { DownloadCouncilSheet } from './council-sheets/download-council-sheet.ts';
import { ExplainPeriodStep } from './explain-period-step.ts';
import { ExplainReportedLine } from './explain-reported-line.ts';
import { ExplainSpendLine } from './explain-spend-line.ts';
import { ExplainStep } from './explain-step.ts';
import { ExplainSum } from './explain-sum.ts';
import { ExportResults } from './export-results.ts';
import { ListRuns } from './list-runs.ts';
import { ListYears } from './list-years.ts';
import { ListNightlyVerifications, VerifyNightly } from './prove-night.ts';
import { VerifyRun } from './prove-run.ts';
import { DecideFigures } from './proposals/decide-figures.ts';
import { FigureProposalsController } from './proposals/figure-proposals.controller.ts';
import { ListFigureProposals } from './proposals/list-figure-proposals.ts';
import { ProposeFigures } from './proposals/propose-figures.ts';
import { ListPublications, PublishRun } from './publish-run.ts';
import { DecideMethodPolicy } from './rulings/decide-ruling.ts';
import { ListMethodPolicyProposals, ListMethodPolicies } from './rulings/list-rulings.ts';
import { PreviewFactorAssignment } from './rulings/preview-choice.ts';
import { PreviewMappings } from './rulings/preview-mappings.ts';
import { PreviewMethodPolicy } from './rulings/preview-ruling.ts';
import { ProposeMethodPolicy } from './rulings/propose-ruling.ts';
import { PreviewsController, RulingsController } from './rulings/rulings.controller.ts';
import { PreviewCalculation } from './rulings/weigh-as-if.ts';
import { ListExternalFigures, RecordExternalFigures } from './seal-figures.ts';
import { ReadComparison } from './comparison/read-comparison.ts';
import { ReadPublicationScope } from './read-scope.ts';
import { SummariseEmissions } from './summarise-emissions.ts';
import { EstimateUncertainty } from './tell-uncertainty.ts';
import { VerifySample } from './try-sample.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    EmissionsController,
    RulingsController,
    PreviewsController,
    PublicationsController,
    FigureProposalsController,
    WhyController,
    AuditingController,
    SealedController,
    CouncilSheetsController,
  ],
  providers: [
    CalculateEmissions,
    CalculateAfter,
    RecalculateAfterUpgrade,
    CalculateMatched,
    CalculateTouched,
    ListRuns,
    ListYears,
    VerifyRun,
    ReadPublicationScope,
    ReadComparison,
    SummariseEmissions,
    ExplainSpendLine,
    ExplainReportedLine,
    ExplainPeriodStep,
    ExplainStep,
    ExplainSum,
    ExportResults,
    EstimateUncertainty,
    DecideMethodPolicy,
    ProposeMethodPolicy,
    ListMethodPolicies,
    ListMethodPolicyProposals,
    PreviewCalculation,
    PreviewFactorAssignment,
    PreviewMethodPolicy,
    PreviewMappings,
    BridgeRuns,
    BridgePeriods,
    PublishRun,
    ListPublications,
    WriteEvidencePack,
    PackLimiter,
    ReproduceRun,
    DrawSample,
    ReadDecisions,
    ShowLineEvidence,
    VerifyNightly,
    VerifySample,
    ListNightlyVerifications,
    RecordExternalFigures,
    ListExternalFigures,
    ProposeFigures,
    DecideFigures,
    ListFigureProposals,
    CollectCouncilSheet,
    DownloadCouncilSheet,
  ],
  exports: [
    CalculateEmissions,
    RecalculateAfterUpgrade,
    DecideMethodPolicy,
    ProposeMethodPolicy,
    SummariseEmissions,
    EstimateUncertainty,
    ExportResults,
    ReadComparison,
    WriteEvidencePack,
    ReproduceRun,
    VerifyNightly,
  ],
})
export class EmissionsModule {}
