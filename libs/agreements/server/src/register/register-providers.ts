import { AddHoldings } from './add-holdings.ts';
import { AddLot } from './add-lot.ts';
import { AddParticipation } from './add-participation.ts';
import { AddParty } from './add-party.ts';
import { AgreementRecord } from './agreement-record.ts';
import { ChangeAgreement } from './change-agreement.ts';
import { ChangeHolding } from './change-holding.ts';
import { AgreementHeadController, AgreementPartiesController, PartiesController } from './changes.controller.ts';
import { EndParticipation } from './end-participation.ts';
import { SetContacts } from './set-contacts.ts';
import { SetOptions } from './set-options.ts';

/** What the register can do to an agreement after it was made. */
export const registerProviders = [AgreementRecord, ChangeAgreement, AddLot, AddHoldings, ChangeHolding, AddParticipation, EndParticipation, SetOptions, SetContacts, AddParty];
export const registerControllers = [PartiesController, AgreementHeadController, AgreementPartiesController];
