import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { spendTexts } from './texts/spend-texts.ts';

export const spendRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(spendTexts)],
    children: [
      { path: '', loadComponent: () => import('./batches-page/batches-page.ts').then((file) => file.BatchesPage) },
      {
        path: 'profiles',
        loadComponent: () => import('./profiles-page/profiles-page.ts').then((file) => file.ProfilesPage),
      },
      {
        path: 'reconciliation',
        loadComponent: () =>
          import('./reconciliation-page/reconciliation-page.ts').then((file) => file.ReconciliationPage),
      },
      { path: ':batch', loadComponent: () => import('./batch-page/batch-page.ts').then((file) => file.BatchPage) },
    ],
  },
];
