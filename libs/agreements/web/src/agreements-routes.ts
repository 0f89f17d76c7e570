import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { agreementsTexts } from './texts/agreements-texts.ts';
import { partyAccessTexts } from './texts/party-access-texts.ts';
import { pricesTexts } from './texts/prices-texts.ts';
import { registerTexts } from './texts/register-texts.ts';

/** Routes of the agreement list, a new agreement, and one agreement with its tabs. */
export const agreementsRoutes: Routes = [
  {
    path: '',
    canActivate: [
      openTexts(agreementsTexts),
      openTexts(registerTexts),
      openTexts(pricesTexts),
      openTexts(partyAccessTexts),
    ],
    children: [
      { path: '', loadComponent: () => import('./register-page/register-page.ts').then((file) => file.RegisterPage) },
      {
        path: 'new',
        loadComponent: () => import('./new-agreement-page/new-agreement-page.ts').then((file) => file.NewAgreementPage),
      },
      {
        path: 'onboarding',
        loadComponent: () => import('./onboarding-board/onboarding-board.ts').then((file) => file.OnboardingBoard),
      },
      {
        path: 'terms',
        loadComponent: () => import('./terms-start-page/terms-start-page.ts').then((file) => file.TermsStartPage),
      },
      {
        path: 'import',
        loadComponent: () =>
          import('./agreement-imports-page/agreement-imports-page.ts').then((file) => file.AgreementImportsPage),
      },
      {
        path: 'import/:importId',
        loadComponent: () =>
          import('./agreement-import-page/agreement-import-page.ts').then((file) => file.AgreementImportPage),
      },
      { path: ':agreementId', pathMatch: 'full', redirectTo: ':agreementId/parties' },
      {
        path: ':agreementId/items/:itemId',
        loadComponent: () => import('./item-page/item-page.ts').then((file) => file.ItemPage),
      },
      {
        path: ':agreementId/:tab',
        loadComponent: () => import('./agreement-page/agreement-page.ts').then((file) => file.AgreementPage),
      },
    ],
  },
];
