import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { AnswerCauseOfMany } from './answer-cause.ts';
import { AnswerLine } from './answer-line.ts';
import { ApprovalLimit } from './approval-limit.ts';
import { ConfirmDecision } from './confirm-decision.ts';
import { DecidePair } from './decide-pair.ts';
import { ListAnswers } from './list-answers.ts';
import { ListCandidates } from './list-candidates.ts';
import { ListDecisions } from './list-decisions.ts';
import { ListLinks } from './list-links.ts';
import { ListUnmatched } from './list-unmatched.ts';
import { MatchAfterChange } from './match-after-change.ts';
import { MatchAfterUpgrade } from './match-after-upgrade.ts';
import { MatchLines } from './match-lines.ts';
import { MatchingController } from './matching.controller.ts';
import { GiveBulkAnswer } from './questions/give-bulk-answer.ts';
import { ListBulkAnswers } from './questions/list-bulk-answers.ts';
import { ListQuestions } from './questions/list-questions.ts';
import { PreviewBulkAnswer } from './questions/preview-bulk-answer.ts';
import { QuestionsController } from './questions/questions.controller.ts';
import { RevokeBulkAnswer } from './questions/revoke-bulk-answer.ts';
import { DecideRule } from './rules/decide-rule.ts';
import { ListRules } from './rules/list-rules.ts';
import { RequestRun } from './runs/request-run.ts';
import { RunsController } from './runs/runs.controller.ts';
import { ShowRun } from './runs/show-run.ts';
import { RulesController } from './rules/rules.controller.ts';
import { ShowCoverage } from './show-coverage.ts';
import { AcceptStatement } from './statements/accept-statement.ts';
import { ListBooked } from './statements/list-booked.ts';
import { SayOfBooked } from './statements/say-of-booked.ts';
import { StatementsController } from './statements/statements.controller.ts';
import { SummariseMatching } from './summarise-matching.ts';
import { ExportVariances } from './variances/export-variances.ts';
import { SumVariances } from './variances/sum-variances.ts';
import { VariancesController } from './variances/variances.controller.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    MatchingController,
    RunsController,
    StatementsController,
    RulesController,
    QuestionsController,
    VariancesController,
  ],
  providers: [
    MatchLines,
    MatchAfterChange,
    MatchAfterUpgrade,
    SummariseMatching,
    ListUnmatched,
    ListLinks,
    ListCandidates,
    ListDecisions,
    ListAnswers,
    DecidePair,
    AnswerLine,
    AnswerCauseOfMany,
    ApprovalLimit,
    ConfirmDecision,
    ShowCoverage,
    ListBooked,
    SayOfBooked,
    AcceptStatement,
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
  ],
  exports: [
    ShowCoverage,
    MatchLines,
    RequestRun,
    ShowRun,
    MatchAfterUpgrade,
    DecidePair,
    AnswerLine,
    ListQuestions,
    PreviewBulkAnswer,
    GiveBulkAnswer,
  ],
})
export class MatchingModule {}
