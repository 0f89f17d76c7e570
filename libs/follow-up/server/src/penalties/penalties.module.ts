import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { FindLetterLanguage } from '../claims/find-letter-language.ts';
import { DecidePenalty } from './decide-penalty.ts';
import { DownloadPenaltyLetter } from './download-penalty-letter.ts';
import { ListReceivedPenalties } from './list-received-penalties.ts';
import { PenaltiesController } from './penalties.controller.ts';
import { ApprovePenaltyDecision, EditPenaltyLetter, WithdrawPenaltyDecision } from './penalty-decisions.ts';
import { ExcludePenaltyDays, ListPenaltyExclusions, RevokePenaltyExclusion } from './penalty-exclusions.ts';
import { ReadPenaltyFacts } from './read-penalty-facts.ts';
import { ShowPenalties } from './show-penalties.ts';

/** Daily penalties for late reports: calculated by the service, decided by a person. */
@Module({
  imports: [IdentityModule],
  controllers: [PenaltiesController],
  providers: [
    FindLetterLanguage,
    ReadPenaltyFacts,
    ShowPenalties,
    DecidePenalty,
    ApprovePenaltyDecision,
    WithdrawPenaltyDecision,
    EditPenaltyLetter,
    DownloadPenaltyLetter,
    ExcludePenaltyDays,
    ListPenaltyExclusions,
    RevokePenaltyExclusion,
    ListReceivedPenalties,
  ],
  exports: [ShowPenalties],
})
export class PenaltiesModule {}
