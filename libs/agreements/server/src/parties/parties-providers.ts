import { AddUnit } from './add-unit.ts';
import { BuyerTreeController } from './buyer-tree.controller.ts';
import { ChangeBelongings } from './change-belongings.ts';
import { ChangeMembers } from './change-members.ts';
import { ChangeUnit } from './change-unit.ts';
import { ApplyUnitFile } from './intake/apply-unit-file.ts';
import { LoadKnownUnits } from './intake/load-known-units.ts';
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

const reading = [ListRegister, ShowParty, LoadKnownUnits, PlanUnitFile];
const acts = [PartyRecord, UnitRow, AddUnit, ChangeUnit, SetBody, ChangeMembers, ChangeBelongings, TeachBuyerNames, TeachCustomerNumber, TeachColumn, TeachUnit, UndoLesson, RecordEvent, ApplyUnitFile];

/** Buyers and suppliers as trees with dates. */
export const partiesProviders = [...reading, ...acts];
export const partiesControllers = [PartyRegisterController, BuyerTreeController, SupplierTreeController, UnitFilesController];
