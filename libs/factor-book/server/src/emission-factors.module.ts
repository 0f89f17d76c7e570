import { Module } from '@nestjs/common';
import { IdentityModule } from '@tallgrunn/identity-server';
import { FactorAssignmentsController, ApprovalDelegationsController } from './assignments/assignments.controller.ts';
import { DecideAssignment } from './assignments/decide-assignment.ts';
import { DraftAssignment } from './assignments/draft-assignment.ts';
import { ListApprovers, ListAssignments } from './assignments/list-assignments.ts';
import { ListDelegations } from './delegations/list-delegations.ts';
import { CreateDelegation } from './delegations/create-delegation.ts';
import { CompareFactors } from './compare-factors.ts';
import { PublishPriceDataEvent } from './importing/publish-price-data-event.ts';
import {
  EmissionFactorsController,
  AccountMapController,
  FactorSetsController,
} from './emission-factors.controller.ts';
import { ListAccountMap } from './list-account-map.ts';
import { ListFactors } from './list-factors.ts';
import { ListSets } from './list-sets.ts';

@Module({
  imports: [IdentityModule],
  controllers: [
    FactorAssignmentsController,
    ApprovalDelegationsController,
    EmissionFactorsController,
    AccountMapController,
    FactorSetsController,
  ],
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
