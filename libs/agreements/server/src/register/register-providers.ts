import { AddAgreementSuppliers } from './add-agreement-suppliers.ts';
import { AddLot } from './add-lot.ts';
import { AddParticipation } from './add-participation.ts';
import { AddParty } from './add-party.ts';
import { AgreementRecord } from './agreement-record.ts';
import { AgreementOwnersController } from './agreement-owners.controller.ts';
import { AssignOwner } from './assign-owner.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { ChangeLot } from './change-lot.ts';
import { ChangeAgreementSupplier } from './change-agreement-supplier.ts';
import {
  AgreementDetailsController,
  LotsController,
  AgreementSuppliersController,
  ParticipationsController,
} from './changes.controller.ts';
import { EndParticipation } from './end-participation.ts';
import { ApplyImportedAgreement } from './agreement-import/apply-draft.ts';
import { ApplyImport } from './agreement-import/apply-import.ts';
import { ChangeImport } from './agreement-import/change-import.ts';
import { AgreementImportsController } from './agreement-import/imports.controller.ts';
import { ListImports } from './agreement-import/list-imports.ts';
import { LoadExistingRegister } from './agreement-import/load-known-register.ts';
import { PlanImport } from './agreement-import/plan-import.ts';
import { ReceiveRegister } from './agreement-import/receive-register.ts';
import { WriteAgreementSuppliers } from './agreement-import/write-agreement-suppliers.ts';
import { WriteOptionsAndContacts } from './agreement-import/write-options-and-contacts.ts';
import { FindAgreement } from './find-agreement.ts';
import { ExerciseOption } from './options/exercise-option.ts';
import { ReadOptionEffect } from './options/option-effect.ts';
import { AgreementOptionsController } from './options/options.controller.ts';
import { SetContacts } from './set-contacts.ts';
import { SetOptions } from './set-options.ts';
import { StateOpeningAmounts } from './state-opening-amounts.ts';

const intakeProviders = [
  ReceiveRegister,
  PlanImport,
  LoadExistingRegister,
  ChangeImport,
  ApplyImport,
  ApplyImportedAgreement,
  WriteAgreementSuppliers,
  WriteOptionsAndContacts,
  ListImports,
];

/** Providers for changing an existing agreement. */
export const registerProviders = [
  AgreementRecord,
  FindAgreement,
  AssignOwner,
  ChangeAgreement,
  AddLot,
  AddAgreementSuppliers,
  ChangeAgreementSupplier,
  ChangeLot,
  AddParticipation,
  EndParticipation,
  SetOptions,
  ReadOptionEffect,
  ExerciseOption,
  SetContacts,
  StateOpeningAmounts,
  AddParty,
  ...intakeProviders,
];
export const registerControllers = [
  AgreementOwnersController,
  AgreementDetailsController,
  LotsController,
  AgreementSuppliersController,
  ParticipationsController,
  AgreementOptionsController,
  AgreementImportsController,
];
