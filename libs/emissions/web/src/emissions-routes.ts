import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { spendTexts } from '@tallgrunn/spend-web';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { comparisonTexts } from './texts/comparison-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';

/** Runs and hotspots: what was reckoned, when, from what. */
export const emissionsRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(emissionsTexts, publishedTexts, comparisonTexts)],
    loadComponent: () => import('./emissions-page/emissions-page.ts').then((file) => file.EmissionsPage),
  },
];

const opened = { canActivate: [openTexts(emissionsTexts, publishedTexts)] };

/** What is published, down to the cells of the files: an auditor's rooms. */
export const publishedRoutes: Routes = [
  {
    path: '',
    ...opened,
    loadComponent: () => import('./published-pages/published-page.ts').then((file) => file.PublishedPage),
  },
  {
    path: ':run',
    ...opened,
    loadComponent: () => import('./published-pages/published-run-page.ts').then((file) => file.PublishedRunPage),
  },
  {
    path: ':run/lines/:batchId/:lineNo',
    canActivate: [openTexts(emissionsTexts, publishedTexts, spendTexts)],
    loadComponent: () => import('./published-pages/line-page.ts').then((file) => file.LinePage),
  },
];
