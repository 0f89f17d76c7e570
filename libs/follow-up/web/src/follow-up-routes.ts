import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { followUpTexts } from './texts/follow-up-texts.ts';

const open = [openTexts(followUpTexts)];

/** Notifications: what one is told of, what was sent, reminders and texts. */
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
    canActivate: open,
    loadComponent: () => import('./notifications/reminders-page/reminders-page.ts').then((file) => file.RemindersPage),
  },
  {
    path: 'texts',
    canActivate: open,
    loadComponent: () => import('./notifications/templates-page/templates-page.ts').then((file) => file.TemplatesPage),
  },
];

/** Pages of follow-up. Each area adds its own. */
export const followUpRoutes: Routes = [{ path: 'notifications', children: notificationRoutes }];
