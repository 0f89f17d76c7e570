import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { ChoicesController } from './choices/choices.controller.ts';
import { DecideChoice } from './choices/decide-choice.ts';
import { DraftChoice } from './choices/draft-choice.ts';
import { ListApprovers, ListChoices } from './choices/list-choices.ts';
import { ListDeputies } from './choices/list-deputies.ts';
import { NameDeputy } from './choices/name-deputy.ts';
import { CompareFactors } from './compare-factors.ts';
import { AnnouncePrices } from './importing/announce-prices.ts';
import { FactorBookController } from './factor-book.controller.ts';
import { ListAccountRules } from './list-account-rules.ts';
import { ListFactors } from './list-factors.ts';
import { ListSets } from './list-sets.ts';

@Module({
  imports: [IdentityModule],
  controllers: [ChoicesController, FactorBookController],
  providers: [
    ListFactors,
    ListAccountRules,
    ListSets,
    CompareFactors,
    ListChoices,
    ListApprovers,
    DraftChoice,
    DecideChoice,
    ListDeputies,
    NameDeputy,
    AnnouncePrices,
  ],
  exports: [ListFactors, ListAccountRules, DraftChoice, DecideChoice, AnnouncePrices, NameDeputy],
})
export class FactorBookModule {}
