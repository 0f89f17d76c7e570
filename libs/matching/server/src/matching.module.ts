import { Module } from '@nestjs/common';
import { AnswerCauseOfMany } from './answer-cause.ts';
import { AnswerLine } from './answer-line.ts';
import { ConfirmDecision } from './confirm-decision.ts';
import { DecidePair } from './decide-pair.ts';
import { ListCandidates } from './list-candidates.ts';
import { ListDecisions } from './list-decisions.ts';
import { ListLinks } from './list-links.ts';
import { ListUnmatched } from './list-unmatched.ts';
import { MatchAfterChange } from './match-after-change.ts';
import { MatchLines } from './match-lines.ts';
import { MatchingController } from './matching.controller.ts';
import { ShowCoverage } from './show-coverage.ts';
import { SummariseMatching } from './summarise-matching.ts';

@Module({
  controllers: [MatchingController],
  providers: [MatchLines, MatchAfterChange, SummariseMatching, ListUnmatched, ListLinks, ListCandidates, ListDecisions, DecidePair, AnswerLine, AnswerCauseOfMany, ConfirmDecision, ShowCoverage],
  exports: [MatchLines, DecidePair, AnswerLine],
})
export class MatchingModule {}
