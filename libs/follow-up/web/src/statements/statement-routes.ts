import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { agreementFollowUpTexts } from '../agreement/texts/agreement-follow-up-texts.ts';
import { statementsTexts } from './texts/statements-texts.ts';

const open = [openTexts(statementsTexts, agreementFollowUpTexts)];

export const statementRoutes: Routes = [
  {
    path: '',
    canActivate: open,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./statements-page.ts').then((file) => file.StatementsPage),
      },
      {
        path: 'decide/:agreement/:supplier/:year',
        loadComponent: () => import('./decide-statement-page.ts').then((file) => file.DecideStatementPage),
      },
      { path: ':statement', loadComponent: () => import('./statement-page.ts').then((file) => file.StatementPage) },
    ],
  },
];

export const dataQualityRoutes: Routes = [
  {
    path: '',
    canActivate: open,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('../data-quality/data-quality-page.ts').then((file) => file.DataQualityPage),
      },
      {
        path: ':supplier',
        loadComponent: () =>
          import('../data-quality/supplier-quality-page.ts').then((file) => file.SupplierQualityPage),
      },
    ],
  },
];
