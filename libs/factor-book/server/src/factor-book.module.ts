import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { ChoicesController } from './choices/choices.controller.ts';
import { DecideAssignment } from './choices/decide-choice.ts';
import { DraftAssignment } from './choices/draft-choice.ts';
import { ListApprovers, ListAssignments } from './choices/list-choices.ts';
import { ListDelegations } from './choices/list-deputies.ts';
import { CreateDelegation } from './choices/name-deputy.ts';
import { CompareFactors } from './compare-factors.ts';
import { PublishPriceDataEvent } from './importing/announce-prices.ts';
import { FactorBookController } from './factor-book.controller.ts';
import { ListAccountMap } from './list-account-rules.ts';
import { ListFactors } from './list-factors.ts';
import { ListSets } from './list-sets.ts';

@Module({
  imports: [IdentityModule],
  controllers: [ChoicesController, FactorBookController],
  providers: [
    ListFactors,
    ListAccountMap,
    ListSets,
    CompareFactors,
    ListAssignments,
    ListApprovers,
    DraftAssignment,
    DecideAssignment,
    ListDelegations,
    CreateDelegation,
    PublishPriceDataEvent,
  ],
  exports: [ListFactors, ListAccountMap, DraftAssignment, DecideAssignment, PublishPriceDataEvent, CreateDelegation],
})
export class FactorBookModule {}
