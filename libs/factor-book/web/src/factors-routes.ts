import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { factorTexts } from './texts/factor-texts.ts';

export const factorsRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(factorTexts)],
    loadComponent: () => import('./factors-page/factors-page.ts').then((file) => file.FactorsPage),
  },
  {
    path: 'comparison',
    canActivate: [openTexts(factorTexts)],
    loadComponent: () => import('./compare-page/compare-page.ts').then((file) => file.ComparePage),
  },
  {
    path: 'assignments',
    canActivate: [openTexts(factorTexts)],
    loadComponent: () => import('./assignments-page/assignments-page.ts').then((file) => file.AssignmentsPage),
  },
  {
    path: 'delegations',
    canActivate: [openTexts(factorTexts)],
    loadComponent: () => import('./delegations-page/delegations-page.ts').then((file) => file.DelegationsPage),
  },
  {
    path: 'categories',
    canActivate: [openTexts(factorTexts)],
    loadComponent: () => import('./mappings-page/mappings-page.ts').then((file) => file.MappingsPage),
  },
];

/** Calculation methods by category; below the address of emissions, because they decide what is calculated. */
export const methodPoliciesRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(factorTexts)],
    loadComponent: () =>
      import('./method-policies-page/method-policies-page.ts').then((file) => file.MethodPoliciesPage),
  },
];
