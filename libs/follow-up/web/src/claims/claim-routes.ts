import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { agreementFollowUpTexts } from '../agreement/texts/agreement-follow-up-texts.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';

const open = [openTexts(claimsTexts, agreementFollowUpTexts)];

export const penaltyRoutes: Routes = [
  {
    path: '',
    canActivate: open,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('../penalties/penalties-page.ts').then((file) => file.PenaltiesPage),
      },
      {
        path: ':obligation',
        loadComponent: () => import('../penalties/penalty-page.ts').then((file) => file.PenaltyPage),
      },
    ],
  },
];

export const priceDeviationRoutes: Routes = [
  {
    path: '',
    canActivate: open,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('../price-deviations/deviations-page.ts').then((file) => file.DeviationsPage),
      },
      {
        path: 'lines',
        loadComponent: () => import('../price-deviations/pair-page.ts').then((file) => file.SupplierDeviationsPage),
      },
    ],
  },
];

export const claimRoutes: Routes = [
  {
    path: '',
    canActivate: open,
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./claims-page.ts').then((file) => file.ClaimsPage) },
      { path: ':claim', loadComponent: () => import('./claim-page.ts').then((file) => file.ClaimPage) },
    ],
  },
];
