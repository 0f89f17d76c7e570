import type { Routes } from '@angular/router';
import { agreementsTexts } from '@tallgrunn/agreements-web';
import { openTexts } from '@tallgrunn/design';
import { comparisonTexts, emissionsTexts, publishedTexts } from '@tallgrunn/emissions-web';
import { insightTexts } from './texts/insight-texts.ts';
import { picturesTexts } from './texts/pictures-texts.ts';

const open = openTexts(insightTexts, emissionsTexts, publishedTexts, comparisonTexts);

/** Purchases; the start page of buyers. */
export const purchasesRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./purchases-page/purchases-page.ts').then((file) => file.PurchasesPage),
  },
];

/** The combined table. */
export const combinedRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./combined-page/combined-page.ts').then((file) => file.CombinedPage),
  },
];

/** Pivot table of purchases. */
export const analysisRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./pivot-page/pivot-page.ts').then((file) => file.PivotPage),
  },
];

/** Pictures of purchases and emissions. */
export const picturesRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(insightTexts, emissionsTexts, picturesTexts)],
    loadComponent: () => import('./pictures-page/pictures-page.ts').then((file) => file.PicturesPage),
  },
];

/** Data completeness by month. */
export const completenessRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./completeness-page/completeness-page.ts').then((file) => file.CompletenessPage),
  },
];

/** Comparison of municipalities. */
export const municipalitiesRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./municipalities-page/municipalities-page.ts').then((file) => file.MunicipalitiesPage),
  },
];

/** Targets and measures. */
export const targetsRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./targets-page/targets-page.ts').then((file) => file.TargetsPage),
  },
];

/** Utilisation of an agreement, one of the agreement's pages. */
export const utilisationRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(insightTexts, agreementsTexts)],
    loadComponent: () => import('./utilisation-page/utilisation-page.ts').then((file) => file.UtilisationPage),
  },
];
