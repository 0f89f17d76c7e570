import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { admitted } from './admission/admitted.ts';
import { identityTexts } from './texts/identity-texts.ts';

/** Signing in and its kin are open to all; colleagues are behind sign-in. */
export const identityRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(identityTexts)],
    children: [
      { path: 'sign-in', loadComponent: () => import('./sign-in-page/sign-in-page.ts').then((file) => file.SignInPage) },
      { path: 'forgotten-password', loadComponent: () => import('./forgotten-password-page/forgotten-password-page.ts').then((file) => file.ForgottenPasswordPage) },
      { path: 'new-password/:token', loadComponent: () => import('./new-password-page/new-password-page.ts').then((file) => file.NewPasswordPage) },
      { path: 'invitation/:token', loadComponent: () => import('./invitation-page/invitation-page.ts').then((file) => file.InvitationPage) },
      { path: 'acting-for', loadComponent: () => import('./acting-for-page/acting-for-page.ts').then((file) => file.ActingForPage) },
      { path: 'people', canActivate: [admitted], loadComponent: () => import('./people-page/people-page.ts').then((file) => file.PeoplePage) },
    ],
  },
];
