import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { organisationTexts } from './texts/organisation-texts.ts';
import { partyAccessTexts } from './texts/party-access-texts.ts';
import { partyTexts } from './texts/party-texts.ts';

/** Routes of the list of buyers and suppliers, and of one party. */
export const partiesRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(partyTexts), openTexts(partyAccessTexts), openTexts(organisationTexts)],
    children: [
      { path: '', loadComponent: () => import('./parties-page/parties-page.ts').then((file) => file.PartiesPage) },
      {
        path: 'without-users',
        loadComponent: () =>
          import('./party-access/waiting-parties-page.ts').then((file) => file.PartiesWithoutUsersPage),
      },
      { path: ':partyId', loadComponent: () => import('./parties-page/party-page.ts').then((file) => file.PartyPage) },
    ],
  },
];
