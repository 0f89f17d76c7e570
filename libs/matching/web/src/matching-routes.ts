import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { matchingTexts } from './texts/matching-texts.ts';
import { tolerancesTexts } from './texts/tolerances/tolerances-texts.ts';

export const matchingRoutes: Routes = [
  {
    path: 'tolerances',
    canActivate: [openTexts(matchingTexts, tolerancesTexts)],
    loadComponent: () => import('./tolerances-page/tolerances-page.ts').then((file) => file.TolerancesPage),
  },
  {
    path: '',
    canActivate: [openTexts(matchingTexts)],
    loadComponent: () => import('./matching-page/matching-page.ts').then((file) => file.MatchingPage),
  },
];
