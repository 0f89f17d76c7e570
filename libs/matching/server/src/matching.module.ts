import { Module } from '@nestjs/common';
import { AnswerLine } from './answer-line.ts';
import { DecidePair } from './decide-pair.ts';
import { ListCandidates } from './list-candidates.ts';
import { ListDecisions } from './list-decisions.ts';
import { ListLinks } from './list-links.ts';
import { ListUnmatched } from './list-unmatched.ts';
import { MatchAfterChange } from './match-after-change.ts';
import { MatchLines } from './match-lines.ts';
import { MatchingController } from './matching.controller.ts';
import { SummariseMatching } from './summarise-matching.ts';

@Module({
  controllers: [MatchingController],
  providers: [MatchLines, MatchAfterChange, SummariseMatching, ListUnmatched, ListLinks, ListCandidates, ListDecisions, DecidePair, AnswerLine],
  exports: [MatchLines, DecidePair, AnswerLine],
})
export class MatchingModule {}
