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
        path: 'import-profiles',
        loadComponent: () =>
          import('./import-profiles-page/import-profiles-page.ts').then((file) => file.ImportProfilesPage),
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
