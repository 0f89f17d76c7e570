import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { agreementFollowUpTexts } from './agreement/texts/agreement-follow-up-texts.ts';
import { followUpTexts } from './texts/follow-up-texts.ts';

const open = [openTexts(followUpTexts)];

/** Routes of notifications: preferences, sent messages, reminders and templates. */
const notificationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: open,
    loadComponent: () =>
      import('./notifications/preferences-page/preferences-page.ts').then((file) => file.PreferencesPage),
  },
  {
    path: 'messages',
    canActivate: open,
    loadComponent: () => import('./notifications/messages-page/messages-page.ts').then((file) => file.MessagesPage),
  },
  {
    path: 'late',
    canActivate: [openTexts(followUpTexts, agreementFollowUpTexts)],
    loadComponent: () => import('./notifications/reminders-page/reminders-page.ts').then((file) => file.RemindersPage),
  },
  {
    path: 'texts',
    canActivate: open,
    loadComponent: () => import('./notifications/templates-page/templates-page.ts').then((file) => file.TemplatesPage),
  },
];

/** Routes of follow-up. Each area adds its own. */
export const followUpRoutes: Routes = [{ path: 'notifications', children: notificationRoutes }];
