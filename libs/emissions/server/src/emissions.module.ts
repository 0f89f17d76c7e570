import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AuditingController } from './auditing/auditing.controller.ts';
import { DrawSample } from './auditing/draw-sample.ts';
import { ReadDecisions } from './auditing/read-decisions.ts';
import { ShowLineEvidence } from './auditing/show-line-evidence.ts';
import { BridgePeriods } from './bridge/bridge-periods.ts';
import { BridgeRuns } from './bridge/bridge-runs.ts';
import { CalculateAfter, CalculateMatched, CalculateTouched } from './calculation/recalculate-on-event.ts';
import { RecalculateAfterUpgrade } from './calculate-after-upgrade.ts';
import { CalculateEmissions } from './calculation/calculate-emissions.ts';
import {
  EmissionsController,
  PublicationsController,
  ExternalFiguresController,
  NightlyVerificationsController,
  ExplanationsController,
} from './emissions.controller.ts';
import { PackLimiter } from './evidence/limit-concurrent-packs.ts';
import { ReproduceRun } from './evidence/reproduce-run.ts';
import { WriteEvidencePack } from './evidence/write-pack.ts';
import { ExplainPeriodStep } from './explanation/explain-period-step.ts';
import { ExplainReportedLine } from './explanation/explain-reported-line.ts';
import { ExplainSpendLine } from './explanation/explain-spend-line.ts';
import { ExplainStep } from './explanation/explain-step.ts';
import { ExplainSum } from './explanation/explain-sum.ts';
import { ExportResults } from './export-results.ts';
import { ListRuns } from './list-runs.ts';
import { ListYears } from './list-calculated-years.ts';
import { ListNightlyVerifications, VerifyNightly } from './verification/verify-nightly.ts';
import { VerifyRun } from './verification/verify-run.ts';
import { DecideFigures } from './proposals/decide-figures.ts';
import { FigureProposalsController } from './proposals/figure-proposals.controller.ts';
import { ListFigureProposals } from './proposals/list-figure-proposals.ts';
import { ProposeFigures } from './proposals/propose-figures.ts';
import { ListPublications, PublishRun } from './publication/publish-run.ts';
import { DecideMethodPolicy } from './method-policies/decide-method-policy.ts';
import { ListMethodPolicyProposals, ListMethodPolicies } from './method-policies/list-method-policies.ts';
import { PreviewFactorAssignment } from './method-policies/preview-factor-assignment.ts';
import { PreviewMappings } from './method-policies/preview-mappings.ts';
import { PreviewMethodPolicy } from './method-policies/preview-method-policy.ts';
import { ProposeMethodPolicy } from './method-policies/propose-method-policy.ts';
import { EmissionPreviewsController, MethodPoliciesController } from './method-policies/method-policies.controller.ts';
import { PreviewCalculation } from './method-policies/preview-calculation.ts';
import { ListExternalFigures, RecordExternalFigures } from './external-figures/record-external-figures.ts';
import { ReadComparison } from './comparison/read-comparison.ts';
import { ReadPublicationScope } from './publication/publication-scope.ts';
import { ReadSummaryScope } from './read-summary-scope.ts';
import { SummariseEmissions } from './summarise-emissions.ts';
import { EstimateChange } from './comparison/estimate-change.ts';
import { EstimateUncertainty } from './uncertainty/estimate-uncertainty.ts';
import { VerifySample } from './verification/verify-sample.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    EmissionsController,
    MethodPoliciesController,
    EmissionPreviewsController,
    PublicationsController,
    FigureProposalsController,
    ExplanationsController,
    AuditingController,
    ExternalFiguresController,
    NightlyVerificationsController,
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
    ReadSummaryScope,
    SummariseEmissions,
    ExplainSpendLine,
    ExplainReportedLine,
    ExplainPeriodStep,
    ExplainStep,
    ExplainSum,
    ExportResults,
    EstimateChange,
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
  ],
  exports: [
    CalculateEmissions,
    RecalculateAfterUpgrade,
    DecideMethodPolicy,
    ProposeMethodPolicy,
    SummariseEmissions,
    EstimateChange,
    EstimateUncertainty,
    ExportResults,
    ListPublications,
    ReadComparison,
    WriteEvidencePack,
    ReproduceRun,
    VerifyNightly,
  ],
})
export class EmissionsModule {}
