import { ApplyPartyTable } from './apply-party-table.ts';
import { FindPartiesByText } from './name-parties.ts';
import { ClausePackagesController, SetUpController } from './set-up.controller.ts';
import { SetUpProgressController } from './set-up-progress.controller.ts';
import { ShowSetUpProgress } from './show-set-up-progress.ts';
import { SetUpAgreement } from './set-up-agreement.ts';

export const setUpProviders = [FindPartiesByText, SetUpAgreement, ApplyPartyTable, ShowSetUpProgress];
export const setUpControllers = [SetUpController, SetUpProgressController, ClausePackagesController];
