import { SupplierTransferController } from './transfer/transfer.controller.ts';
import { TransferSupplier } from './transfer/transfer-supplier.ts';
import { BuyerMembership } from './membership/buyer-membership.ts';
import { BuyerMembershipController } from './membership/membership.controller.ts';
import { InviteParty } from '../invitations/invite-party.ts';
import { ListPartiesWithoutUsers } from '../invitations/list-parties-without-users.ts';
import { PartyInvitationsController } from '../invitations/party-invitations.controller.ts';
import { CollectPartySubject } from '../invitations/party-subject.ts';
import { AddUnit } from './add-unit.ts';
import { BuyerTreeController } from './buyer-tree.controller.ts';
import { ChangeBelongings } from './change-belongings.ts';
import { ChangeMembers } from './change-members.ts';
import { ChangeUnit } from './change-unit.ts';
import { ForgetAnswer } from './forget-answer.ts';
import { ApplyUnitFile } from './intake/apply-unit-file.ts';
import { LoadKnownUnits } from './intake/load-known-units.ts';
import { LoadParties } from './intake/load-parties.ts';
import { PlanUnitFile } from './intake/plan-unit-file.ts';
import { UnitFilesController } from './intake/unit-files.controller.ts';
import { ListRegister } from './list-register.ts';
import { PartyRegisterController } from './parties.controller.ts';
import { PartyRecord } from './party-record.ts';
import { RecordEvent } from './record-event.ts';
import { SetBody } from './set-body.ts';
import { ShowParty } from './show-party.ts';
import { SupplierTreeController } from './supplier-tree.controller.ts';
import { TeachBuyerNames } from './teach-buyer-names.ts';
import { TeachCustomerNumber } from './teach-customer-number.ts';
import { TeachColumn } from './teach-column.ts';
import { TeachUnit } from './teach-unit.ts';
import { UndoLesson } from './undo-lesson.ts';
import { UnitRow } from './unit-row.ts';

const reading = [ListRegister, ShowParty, LoadParties, LoadKnownUnits, PlanUnitFile];
const acts = [
  PartyRecord,
  UnitRow,
  AddUnit,
  ChangeUnit,
  SetBody,
  ChangeMembers,
  ChangeBelongings,
  TeachBuyerNames,
  TeachCustomerNumber,
  TeachColumn,
  TeachUnit,
  UndoLesson,
  ForgetAnswer,
  RecordEvent,
  BuyerMembership,
  TransferSupplier,
  ApplyUnitFile,
];

/**
 * Providers for buyers, suppliers and their first users. The controller of `parties/without-users` must come before
 * that of `parties/:partyId`.
 */
export const partiesProviders = [...reading, ...acts, CollectPartySubject, InviteParty, ListPartiesWithoutUsers];
export const partiesControllers = [
  PartyInvitationsController,
  PartyRegisterController,
  BuyerTreeController,
  SupplierTreeController,
  UnitFilesController,
  BuyerMembershipController,
  SupplierTransferController,
];
