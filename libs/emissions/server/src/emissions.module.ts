import { Module } from '@nestjs/common';
import { BridgeRuns } from './bridge-runs.ts';
import { CalculateAfter, CalculateTouched } from './calculate-after.ts';
import { CalculateEmissions } from './calculate-emissions.ts';
import { EmissionsController, PublicationsController, WhyController } from './emissions.controller.ts';
import { ExplainReportedLine } from './explain-reported-line.ts';
import { ExplainSpendLine } from './explain-spend-line.ts';
import { ExplainSum } from './explain-sum.ts';
import { ExportResults } from './export-results.ts';
import { ListRuns } from './list-runs.ts';
import { ProveRun } from './prove-run.ts';
import { ListPublications, PublishRun } from './publish-run.ts';
import { DecideRuling } from './rulings/decide-ruling.ts';
import { ListRulingProposals, ListRulings } from './rulings/list-rulings.ts';
import { PreviewChoice } from './rulings/preview-choice.ts';
import { PreviewMappings } from './rulings/preview-mappings.ts';
import { PreviewRuling } from './rulings/preview-ruling.ts';
import { ProposeRuling } from './rulings/propose-ruling.ts';
import { PreviewsController, RulingsController } from './rulings/rulings.controller.ts';
import { WeighAsIf } from './rulings/weigh-as-if.ts';
import { SummariseEmissions } from './summarise-emissions.ts';
import { TellUncertainty } from './tell-uncertainty.ts';

@Module({
  controllers: [EmissionsController, RulingsController, PreviewsController, PublicationsController, WhyController],
  providers: [CalculateEmissions, CalculateAfter, CalculateTouched, ListRuns, ProveRun, SummariseEmissions, ExplainSpendLine, ExplainReportedLine, ExplainSum, ExportResults, TellUncertainty, DecideRuling, ProposeRuling, ListRulings, ListRulingProposals, WeighAsIf, PreviewChoice, PreviewRuling, PreviewMappings, BridgeRuns, PublishRun, ListPublications],
  exports: [CalculateEmissions, DecideRuling, ProposeRuling, SummariseEmissions, ExportResults],
})
export class EmissionsModule {}
