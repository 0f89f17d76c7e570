import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { partyTexts } from './texts/party-texts.ts';

/** The register of buyers and suppliers, and one of them with what hangs on it. */
export const partiesRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(partyTexts)],
    children: [
      { path: '', loadComponent: () => import('./parties-page/parties-page.ts').then((file) => file.PartiesPage) },
      { path: ':partyId', loadComponent: () => import('./parties-page/party-page.ts').then((file) => file.PartyPage) },
    ],
  },
];
