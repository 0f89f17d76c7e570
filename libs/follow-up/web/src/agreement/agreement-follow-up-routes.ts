import type { Routes } from '@angular/router';
import { agreementsTexts } from '@tallgrunn/agreements-web';
import { openTexts } from '@tallgrunn/design';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

/** Follow-up of an agreement, one of the agreement's pages. */
export const agreementFollowUpRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(agreementFollowUpTexts, agreementsTexts, casesTexts, claimsTexts, statementsTexts)],
    loadComponent: () => import('./agreement-follow-up-page.ts').then((file) => file.AgreementFollowUpPage),
  },
];
