import type { Routes } from '@angular/router';
import { designTexts, followLanguage, openTexts } from '@tallgrunn/design';
import { accountTexts, authGuard, identityRoutes, identityTexts } from '@tallgrunn/identity-web';
import { loadSession } from './load-session.ts';
import { renamedRoutes } from './renamed-routes.ts';
import { openRooms, rooms } from './rooms.ts';
import { redirectToFirstPage } from './shell/go-to-front.ts';
import { shellTexts } from './texts/shell-texts.ts';
import { UnavailablePage } from './unavailable-page/unavailable-page.ts';

/** All pages are below one root route, which applies the language of the address and loads the session. */
export const routes: Routes = [
  {
    path: '',
    canActivate: [followLanguage, openTexts(designTexts, shellTexts, identityTexts, accountTexts), loadSession],
    runGuardsAndResolvers: 'always',
    children: [
      ...renamedRoutes,
      ...identityRoutes,
      ...openRooms,
      { path: 'help', loadComponent: () => import('./help-page/help-page.ts').then((file) => file.HelpPage) },
      { path: 'unavailable', component: UnavailablePage },
      {
        path: '',
        canActivate: [authGuard],
        runGuardsAndResolvers: 'always',
        children: [{ path: '', pathMatch: 'full', canActivate: [redirectToFirstPage], children: [] }, ...rooms],
      },
      {
        path: '**',
        loadComponent: () => import('./not-found-page/not-found-page.ts').then((file) => file.NotFoundPage),
      },
    ],
  },
];
