import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { agreementFollowUpTexts } from '../agreement/texts/agreement-follow-up-texts.ts';
import { casesTexts } from './texts/cases-texts.ts';

/** Routes of cases, supplier requests and hand-over. */
export const casesRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(casesTexts, agreementFollowUpTexts)],
    children: [
      { path: '', loadComponent: () => import('./cases-page/cases-page.ts').then((file) => file.CasesPage) },
      { path: 'new', loadComponent: () => import('./new-case-page/new-case-page.ts').then((file) => file.NewCasePage) },
      { path: 'ask', loadComponent: () => import('./ask-page/ask-page.ts').then((file) => file.SupplierRequestPage) },
      {
        path: 'hand-over',
        loadComponent: () => import('./hand-over-page/hand-over-page.ts').then((file) => file.HandOverPage),
      },
      { path: ':case', loadComponent: () => import('./case-page/case-page.ts').then((file) => file.CasePage) },
    ],
  },
];

/** Route of the page of one supplier. */
export const suppliersRoutes: Routes = [
  {
    path: ':supplier',
    canActivate: [openTexts(casesTexts)],
    loadComponent: () => import('../supplier-page/supplier-page.ts').then((file) => file.SupplierPage),
  },
];
