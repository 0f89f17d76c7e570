import type { Routes } from '@angular/router';
import { agreementsTexts } from '@tallgrunn/agreements-web';
import { openTexts } from '@tallgrunn/design';
import { comparisonTexts, emissionsTexts, publishedTexts } from '@tallgrunn/emissions-web';
import { insightTexts } from './texts/insight-texts.ts';

const open = openTexts(insightTexts, emissionsTexts, publishedTexts, comparisonTexts);

/** What we bought: the front page of whoever buys. */
export const boughtRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./bought-page/bought-page.ts').then((file) => file.BoughtPage),
  },
];

/** Every line of both sides. */
export const combinedRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./combined-page/combined-page.ts').then((file) => file.CombinedPage),
  },
];

/** Purchases summed by what the reader asks for. */
export const analysisRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./pivot-page/pivot-page.ts').then((file) => file.PivotPage),
  },
];

/** Which data are here, month by month. */
export const completenessRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./completeness-page/completeness-page.ts').then((file) => file.CompletenessPage),
  },
];

/** The municipalities beside each other. */
export const municipalitiesRoutes: Routes = [
  {
    path: '',
    canActivate: [open],
    loadComponent: () => import('./municipalities-page/municipalities-page.ts').then((file) => file.MunicipalitiesPage),
  },
];

/** An agreement in use: one of the agreement's parts, drawn from every room. */
export const agreementUseRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(insightTexts, agreementsTexts)],
    loadComponent: () => import('./use-page/use-page.ts').then((file) => file.UsePage),
  },
];
