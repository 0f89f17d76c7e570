import { SupplierTransferController } from './transfer/transfer.controller.ts';
import { TransferSupplier } from './transfer/transfer-supplier.ts';
import { BuyerMembership } from './membership/buyer-membership.ts';
import { BuyerMembershipController } from './membership/membership.controller.ts';
import { InviteParty } from '../invitations/invite-party.ts';
import { ListPartiesWithoutUsers } from '../invitations/list-parties-without-users.ts';
import { PartyInvitationsController } from '../invitations/party-invitations.controller.ts';
import { CollectInvitationSubject } from '../invitations/party-subject.ts';
import { AddSite } from './add-site.ts';
import { BuyerPartiesController, BuyerOwnersController, SitesController } from './buyer-tree.controller.ts';
import { ChangeRelatedEntities } from './change-related-entities.ts';
import { ChangeOwners } from './change-owners.ts';
import { ChangeSite } from './change-site.ts';
import { RevokeLearnedAnswer } from './forget-answer.ts';
import { ApplySiteFile } from './site-import/apply-site-file.ts';
import { FindSuccessor } from './find-successor.ts';
import { LoadExistingSites } from './site-import/load-existing-sites.ts';
import { LoadParties } from './site-import/load-parties.ts';
import { PlanSiteFile } from './site-import/plan-site-file.ts';
import { SiteImportsController } from './site-import/site-imports.controller.ts';
import { ListPartyRegister } from './list-parties.ts';
import { PartiesController, OrganisationChangesController } from './parties.controller.ts';
import { PartyRecord } from './party-record.ts';
import { RecordOrganisationChange } from './record-organisation-change.ts';
import { SetBuyerType } from './set-buyer-type.ts';
import { ShowParty } from './show-party.ts';
import { RelatedEntitiesController, SupplierPartiesController } from './supplier-tree.controller.ts';
import { AddBuyerAliases } from './add-buyer-aliases.ts';
import { AddCustomerNumber } from './add-customer-number.ts';
import { AddColumnRule } from './add-column-rule.ts';
import { AddUnitMapping } from './add-unit-mapping.ts';
import { RevokeLearnedRule } from './revoke-learned-rule.ts';
import { SiteStore } from './site-row.ts';

const queryProviders = [ListPartyRegister, FindSuccessor, ShowParty, LoadParties, LoadExistingSites, PlanSiteFile];
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
  PartiesController,
  OrganisationChangesController,
  BuyerPartiesController,
  BuyerOwnersController,
  SitesController,
  RelatedEntitiesController,
  SupplierPartiesController,
  SiteImportsController,
  BuyerMembershipController,
  SupplierTransferController,
];
