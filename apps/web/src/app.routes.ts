import type { Routes } from '@angular/router';
import { designTexts, followLanguage, openTexts } from '@tallgrunn/design';
import { accountTexts, admitted, identityRoutes, identityTexts } from '@tallgrunn/identity-web';
import { knowSession } from './know-session.ts';
import { openRooms, rooms } from './rooms.ts';
import { goToFront } from './shell/go-to-front.ts';
import { shellTexts } from './texts/shell-texts.ts';
import { UnavailablePage } from './unavailable-page/unavailable-page.ts';

/** Every page stands below one root that follows the language of the address and has asked who is signed in. */
export const routes: Routes = [
  {
    path: '',
    canActivate: [followLanguage, openTexts(designTexts, shellTexts, identityTexts, accountTexts), knowSession],
    runGuardsAndResolvers: 'always',
    children: [
      ...identityRoutes,
      ...openRooms,
      { path: 'help', loadComponent: () => import('./help-page/help-page.ts').then((file) => file.HelpPage) },
      { path: 'unavailable', component: UnavailablePage },
      {
        path: '',
        canActivate: [admitted],
        runGuardsAndResolvers: 'always',
        children: [{ path: '', pathMatch: 'full', canActivate: [goToFront], children: [] }, ...rooms],
      },
      {
        path: '**',
        loadComponent: () => import('./not-found-page/not-found-page.ts').then((file) => file.NotFoundPage),
      },
    ],
  },
];
