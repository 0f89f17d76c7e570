import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { declarationTexts } from './texts/declaration-texts.ts';

export const declarationsRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(declarationTexts)],
    children: [
      {
        path: '',
        loadComponent: () => import('./declarations-page/declarations-page.ts').then((file) => file.DeclarationsPage),
      },
      {
        path: ':declaration',
        loadComponent: () => import('./declaration-page/declaration-page.ts').then((file) => file.DeclarationPage),
      },
    ],
  },
];
