import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { matchingTexts } from './texts/matching-texts.ts';

export const matchingRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(matchingTexts)],
    loadComponent: () => import('./matching-page/matching-page.ts').then((file) => file.MatchingPage),
  },
];
