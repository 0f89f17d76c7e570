import { Module } from '@nestjs/common';
import { BridgeRuns } from './bridge-runs.ts';
import { CalculateAfter, CalculateTouched } from './calculate-after.ts';
import { CalculateEmissions } from './calculate-emissions.ts';
import { DecideRuling, ListRulings } from './decide-ruling.ts';
import { EmissionsController, PublicationsController, RulingsController, WhyController } from './emissions.controller.ts';
import { ExplainReportedLine } from './explain-reported-line.ts';
import { ExplainSpendLine } from './explain-spend-line.ts';
import { ExplainSum } from './explain-sum.ts';
import { ExportResults } from './export-results.ts';
import { ListRuns } from './list-runs.ts';
import { PreviewChoice } from './preview-choice.ts';
import { ProveRun } from './prove-run.ts';
import { ListPublications, PublishRun } from './publish-run.ts';
import { SummariseEmissions } from './summarise-emissions.ts';
import { TellUncertainty } from './tell-uncertainty.ts';

@Module({
  controllers: [EmissionsController, RulingsController, PublicationsController, WhyController],
  providers: [CalculateEmissions, CalculateAfter, CalculateTouched, ListRuns, ProveRun, SummariseEmissions, ExplainSpendLine, ExplainReportedLine, ExplainSum, ExportResults, TellUncertainty, DecideRuling, ListRulings, PreviewChoice, BridgeRuns, PublishRun, ListPublications],
  exports: [CalculateEmissions, DecideRuling, SummariseEmissions, ExportResults],
})
export class EmissionsModule {}
