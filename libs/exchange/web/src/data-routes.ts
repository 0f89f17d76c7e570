import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { exchangeTexts } from './texts/exchange-texts.ts';

/** Data for the tools that people analyse with. */
export const dataRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(exchangeTexts)],
    loadComponent: () => import('./data-page/data-page.ts').then((file) => file.DataPage),
  },
];
