import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { accountTexts } from './account/texts/account-texts.ts';
import { authGuard, signedInGuard } from './admission/auth.guard.ts';
import { operationsTexts } from './operations-page/texts/operations-texts.ts';
import { accessTexts } from './texts/access-texts.ts';
import { identityTexts } from './texts/identity-texts.ts';

const open = [openTexts(identityTexts, accountTexts), openTexts(accessTexts)];

/**
 * Routes of the room. Sign-in and related pages are public; the others require sign-in. There is no parent route,
 * because an empty path would match the front page.
 */
export const identityRoutes: Routes = [
  {
    path: 'sign-in',
    canActivate: open,
    loadComponent: () => import('./sign-in-page/sign-in-page.ts').then((file) => file.SignInPage),
  },
  {
    path: 'forgotten-password',
    canActivate: open,
    loadComponent: () =>
      import('./forgotten-password-page/forgotten-password-page.ts').then((file) => file.ForgottenPasswordPage),
  },
  {
    path: 'new-password/:token',
    canActivate: open,
    loadComponent: () => import('./new-password-page/new-password-page.ts').then((file) => file.NewPasswordPage),
  },
  {
    path: 'invitation/:token',
    canActivate: open,
    loadComponent: () => import('./invitation-page/invitation-page.ts').then((file) => file.InvitationPage),
  },
  {
    path: 'account',
    canActivate: [...open, signedInGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./account/account-page.ts').then((file) => file.AccountPage),
  },
  {
    path: 'outbox',
    canActivate: open,
    loadComponent: () => import('./outbox-page/outbox-page.ts').then((file) => file.OutboxPage),
  },
  {
    path: 'acting-for',
    canActivate: open,
    loadComponent: () =>
      import('./choose-organisation-page/choose-organisation-page.ts').then((file) => file.ChooseOrganisationPage),
  },
  {
    path: 'colleagues',
    canActivate: [...open, authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./colleagues-page/colleagues-page.ts').then((file) => file.ColleaguesPage),
  },
  {
    path: 'colleagues/api-keys',
    canActivate: [...open, authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./api-keys-page/api-keys-page.ts').then((file) => file.ApiKeysPage),
  },
  {
    path: 'colleagues/ended',
    canActivate: [...open, authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./ended-access-page/ended-access-page.ts').then((file) => file.EndedAccessPage),
  },
  {
    path: 'personal-data',
    canActivate: [...open, authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./personal-data-page/personal-data-page.ts').then((file) => file.PersonalDataPage),
  },
  {
    path: 'operations',
    canActivate: [...open, openTexts(operationsTexts), authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./operations-page/operations-page.ts').then((file) => file.OperationsPage),
  },
  {
    path: 'audit',
    canActivate: [...open, authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./audit-page/audit-page.ts').then((file) => file.AuditPage),
  },
];
