import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { factorTexts } from './texts/factor-texts.ts';

export const factorsRoutes: Routes = [
  { path: '', canActivate: [openTexts(factorTexts)], loadComponent: () => import('./factors-page/factors-page.ts').then((file) => file.FactorsPage) },
  { path: 'comparison', canActivate: [openTexts(factorTexts)], loadComponent: () => import('./compare-page/compare-page.ts').then((file) => file.ComparePage) },
  { path: 'choices', canActivate: [openTexts(factorTexts)], loadComponent: () => import('./choices-page/choices-page.ts').then((file) => file.ChoicesPage) },
];
