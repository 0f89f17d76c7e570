import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { ResolveLinesByCause } from './resolve-lines-by-cause.ts';
import { ResolveLine } from './resolve-line.ts';
import { ApprovalLimit } from './approval-limit.ts';
import { ApproveDecision } from './approve-decision.ts';
import { DecidePair } from './decide-pair.ts';
import { ListLineResolutions } from './list-line-resolutions.ts';
import { ListCandidates } from './list-candidates.ts';
import { ListPairDecisions } from './list-pair-decisions.ts';
import { ListLinks } from './list-links.ts';
import { ListUnmatched } from './list-unmatched.ts';
import { MatchAfterChange } from './match-on-event.ts';
import { MatchAfterUpgrade } from './match-after-upgrade.ts';
import { MatchLines } from './match-lines.ts';
import { MatchingController, PairDecisionsController, LineResolutionsController } from './matching.controller.ts';
import { GiveBulkAnswer } from './questions/give-bulk-answer.ts';
import { ListBulkAnswers } from './questions/list-bulk-answers.ts';
import { ListQuestions } from './questions/list-questions.ts';
import { PreviewBulkAnswer } from './questions/preview-bulk-answer.ts';
import { MatchingQuestionsController, BulkAnswersController } from './questions/questions.controller.ts';
import { RevokeBulkAnswer } from './questions/revoke-bulk-answer.ts';
import { DecideRule } from './rules/decide-rule.ts';
import { ListRules } from './rules/list-rules.ts';
import { RequestRun } from './runs/request-run.ts';
import { MatchRunsController } from './runs/runs.controller.ts';
import { ShowRun } from './runs/show-run.ts';
import { LearnedRulesController } from './rules/rules.controller.ts';
import { ShowMatchingCoverage } from './show-matching-coverage.ts';
import { AcceptSupplierResponse } from './supplier-responses/accept-supplier-response.ts';
import { ListUnreportedSpend } from './supplier-responses/list-unreported-spend.ts';
import { RespondToBooked } from './supplier-responses/respond-to-booked.ts';
import {
  UnreportedSpendController,
  SupplierResponsesController,
} from './supplier-responses/supplier-responses.controller.ts';
import { SummariseMatching } from './summarise-matching.ts';
import { ListTolerances } from './tolerances/list-tolerances.ts';
import { PreviewTolerance } from './tolerances/preview-tolerance.ts';
import { SetTolerance } from './tolerances/set-tolerance.ts';
import { TolerancesController } from './tolerances/tolerances.controller.ts';
import { AssessVariances } from './variances/assess-variances.ts';
import { ExportVariances } from './variances/export-variances.ts';
import { SumVariances } from './variances/sum-variances.ts';
import { VariancesController } from './variances/variances.controller.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    MatchingController,
    PairDecisionsController,
    LineResolutionsController,
    MatchRunsController,
    UnreportedSpendController,
    SupplierResponsesController,
    LearnedRulesController,
    MatchingQuestionsController,
    BulkAnswersController,
    VariancesController,
    TolerancesController,
  ],
  providers: [
    MatchLines,
    MatchAfterChange,
    MatchAfterUpgrade,
    SummariseMatching,
    ListUnmatched,
    ListLinks,
    ListCandidates,
    ListPairDecisions,
    ListLineResolutions,
    DecidePair,
    ResolveLine,
    ResolveLinesByCause,
    ApprovalLimit,
    ApproveDecision,
    ShowMatchingCoverage,
    ListUnreportedSpend,
    RespondToBooked,
    AcceptSupplierResponse,
    ListRules,
    DecideRule,
    RequestRun,
    ShowRun,
    ListQuestions,
    PreviewBulkAnswer,
    GiveBulkAnswer,
    ListBulkAnswers,
    RevokeBulkAnswer,
    SumVariances,
    ExportVariances,
    AssessVariances,
    ListTolerances,
    PreviewTolerance,
    SetTolerance,
  ],
  exports: [
    ShowMatchingCoverage,
    MatchLines,
    RequestRun,
    ShowRun,
    MatchAfterUpgrade,
    DecidePair,
    ResolveLine,
    ListQuestions,
    PreviewBulkAnswer,
    GiveBulkAnswer,
  ],
})
export class MatchingModule {}
