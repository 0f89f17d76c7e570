import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { exchangeTexts } from './texts/exchange-texts.ts';

/** Routes of the exchange room: data for analysis tools. */
export const dataRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(exchangeTexts)],
    loadComponent: () => import('./data-page/data-page.ts').then((file) => file.DataPage),
  },
];
