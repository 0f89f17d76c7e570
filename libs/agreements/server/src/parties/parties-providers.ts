import { SupplierTransferController } from './transfer/transfer.controller.ts';
import { TransferSupplier } from './transfer/transfer-supplier.ts';
import { BuyerMembership } from './membership/buyer-membership.ts';
import { BuyerMembershipController } from './membership/membership.controller.ts';
import { InviteParty } from '../invitations/invite-party.ts';
import { ListPartiesWithoutUsers } from '../invitations/list-parties-without-users.ts';
import { PartyInvitationsController } from '../invitations/party-invitations.controller.ts';
import { CollectInvitationSubject } from '../invitations/party-subject.ts';
import { AddSite } from './add-unit.ts';
import { BuyerTreeController } from './buyer-tree.controller.ts';
import { ChangeRelatedEntities } from './change-belongings.ts';
import { ChangeOwners } from './change-members.ts';
import { ChangeSite } from './change-unit.ts';
import { RevokeLearnedAnswer } from './forget-answer.ts';
import { ApplySiteFile } from './intake/apply-unit-file.ts';
import { LoadExistingSites } from './intake/load-known-units.ts';
import { LoadParties } from './intake/load-parties.ts';
import { PlanSiteFile } from './intake/plan-unit-file.ts';
import { UnitFilesController } from './intake/unit-files.controller.ts';
import { ListPartyRegister } from './list-register.ts';
import { PartyRegisterController } from './parties.controller.ts';
import { PartyRecord } from './party-record.ts';
import { RecordOrganisationChange } from './record-event.ts';
import { SetBuyerType } from './set-body.ts';
import { ShowParty } from './show-party.ts';
import { SupplierTreeController } from './supplier-tree.controller.ts';
import { AddBuyerAliases } from './teach-buyer-names.ts';
import { AddCustomerNumber } from './teach-customer-number.ts';
import { AddColumnRule } from './teach-column.ts';
import { AddUnitMapping } from './teach-unit.ts';
import { RevokeLearnedRule } from './undo-lesson.ts';
import { SiteStore } from './unit-row.ts';

const queryProviders = [ListPartyRegister, ShowParty, LoadParties, LoadExistingSites, PlanSiteFile];
const commandProviders = [
  PartyRecord,
  SiteStore,
  AddSite,
  ChangeSite,
  SetBuyerType,
  ChangeOwners,
  ChangeRelatedEntities,
  AddBuyerAliases,
  AddCustomerNumber,
  AddColumnRule,
  AddUnitMapping,
  RevokeLearnedRule,
  RevokeLearnedAnswer,
  RecordOrganisationChange,
  BuyerMembership,
  TransferSupplier,
  ApplySiteFile,
];

/**
 * Providers for buyers, suppliers and their first users. The controller of `parties/without-users` must come before
 * that of `parties/:partyId`.
 */
export const partiesProviders = [
  ...queryProviders,
  ...commandProviders,
  CollectInvitationSubject,
  InviteParty,
  ListPartiesWithoutUsers,
];
export const partiesControllers = [
  PartyInvitationsController,
  PartyRegisterController,
  BuyerTreeController,
  SupplierTreeController,
  UnitFilesController,
  BuyerMembershipController,
  SupplierTransferController,
];
