import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AuditingController } from './auditing/auditing.controller.ts';
import { DrawSample } from './auditing/draw-sample.ts';
import { ReadDecisions } from './auditing/read-decisions.ts';
import { ShowEvidence } from './auditing/show-evidence.ts';
import { BridgePeriods } from './bridge-periods.ts';
import { BridgeRuns } from './bridge-runs.ts';
import { CalculateAfter, CalculateMatched, CalculateTouched } from './calculate-after.ts';
import { CalculateAfterUpgrade } from './calculate-after-upgrade.ts';
import { CalculateEmissions } from './calculate-emissions.ts';
import {
  EmissionsController,
  PublicationsController,
  SealedController,
  WhyController,
} from './emissions.controller.ts';
import { PackTurns } from './evidence/pack-turns.ts';
import { RemakeRun } from './evidence/remake-run.ts';
import { WriteEvidencePack } from './evidence/write-pack.ts';
import { ExplainPeriodStep } from './explain-period-step.ts';
import { ExplainReportedLine } from './explain-reported-line.ts';
import { ExplainSpendLine } from './explain-spend-line.ts';
import { ExplainStep } from './explain-step.ts';
import { ExplainSum } from './explain-sum.ts';
import { ExportResults } from './export-results.ts';
import { ListRuns } from './list-runs.ts';
import { ListYears } from './list-years.ts';
import { ListNightProofs, ProveNight } from './prove-night.ts';
import { ProveRun } from './prove-run.ts';
import { DecideFigures } from './proposals/decide-figures.ts';
import { FigureProposalsController } from './proposals/figure-proposals.controller.ts';
import { ListFigureProposals } from './proposals/list-figure-proposals.ts';
import { ProposeFigures } from './proposals/propose-figures.ts';
import { ListPublications, PublishRun } from './publish-run.ts';
import { DecideRuling } from './rulings/decide-ruling.ts';
import { ListRulingProposals, ListRulings } from './rulings/list-rulings.ts';
import { PreviewChoice } from './rulings/preview-choice.ts';
import { PreviewMappings } from './rulings/preview-mappings.ts';
import { PreviewRuling } from './rulings/preview-ruling.ts';
import { ProposeRuling } from './rulings/propose-ruling.ts';
import { PreviewsController, RulingsController } from './rulings/rulings.controller.ts';
import { WeighAsIf } from './rulings/weigh-as-if.ts';
import { ListSealedFigures, SealFigures } from './seal-figures.ts';
import { ReadComparison } from './comparison/read-comparison.ts';
import { ReadScope } from './read-scope.ts';
import { SummariseEmissions } from './summarise-emissions.ts';
import { TellUncertainty } from './tell-uncertainty.ts';
import { TrySample } from './try-sample.ts';

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
  ],
  providers: [
    CalculateEmissions,
    CalculateAfter,
    CalculateAfterUpgrade,
    CalculateMatched,
    CalculateTouched,
    ListRuns,
    ListYears,
    ProveRun,
    ReadScope,
    ReadComparison,
    SummariseEmissions,
    ExplainSpendLine,
    ExplainReportedLine,
    ExplainPeriodStep,
    ExplainStep,
    ExplainSum,
    ExportResults,
    TellUncertainty,
    DecideRuling,
    ProposeRuling,
    ListRulings,
    ListRulingProposals,
    WeighAsIf,
    PreviewChoice,
    PreviewRuling,
    PreviewMappings,
    BridgeRuns,
    BridgePeriods,
    PublishRun,
    ListPublications,
    WriteEvidencePack,
    PackTurns,
    RemakeRun,
    DrawSample,
    ReadDecisions,
    ShowEvidence,
    ProveNight,
    TrySample,
    ListNightProofs,
    SealFigures,
    ListSealedFigures,
    ProposeFigures,
    DecideFigures,
    ListFigureProposals,
  ],
  exports: [
    CalculateEmissions,
    CalculateAfterUpgrade,
    DecideRuling,
    ProposeRuling,
    SummariseEmissions,
    TellUncertainty,
    ExportResults,
    WriteEvidencePack,
    RemakeRun,
    ProveNight,
  ],
})
export class EmissionsModule {}
