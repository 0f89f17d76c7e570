import { ApplyPartyTable } from './apply-party-table.ts';
import { NameParties } from './name-parties.ts';
import { ClausePackagesController, SetUpController } from './set-up.controller.ts';
import { SetUpAgreement } from './set-up-agreement.ts';

export const setUpProviders = [NameParties, SetUpAgreement, ApplyPartyTable];
export const setUpControllers = [SetUpController, ClausePackagesController];
