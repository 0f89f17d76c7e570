import type { CanMatchFn, Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { spendTexts } from '@tallgrunn/spend-web';
import { councilSheetTexts } from './texts/council-sheet-texts.ts';
import { emissionsTexts } from './texts/emissions-texts.ts';
import { comparisonTexts } from './texts/comparison-texts.ts';
import { publishedTexts } from './texts/published-texts.ts';

/** Routes of the carbon footprint page. */
export const emissionsRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(emissionsTexts, publishedTexts, comparisonTexts)],
    loadComponent: () => import('./emissions-page/emissions-page.ts').then((file) => file.EmissionsPage),
  },
];

const opened = { canActivate: [openTexts(emissionsTexts, publishedTexts, councilSheetTexts)] };

/** A run has a number: any other address is not found. */
const isRun: CanMatchFn = (_, [run]) => /^\d{1,9}$/.test(run?.path ?? '');

/** Routes of the published figures, down to the source cells; used by auditors. */
export const publishedRoutes: Routes = [
  {
    path: '',
    ...opened,
    loadComponent: () => import('./published-pages/published-page.ts').then((file) => file.PublishedPage),
  },
  {
    path: ':run',
    ...opened,
    canMatch: [isRun],
    loadComponent: () => import('./published-pages/published-run-page.ts').then((file) => file.PublishedRunPage),
  },
  {
    path: ':run/lines/:batchId/:lineNo',
    canMatch: [isRun],
    canActivate: [openTexts(emissionsTexts, publishedTexts, spendTexts)],
    loadComponent: () => import('./published-pages/line-page.ts').then((file) => file.LinePage),
  },
];
