import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { emissionsTexts } from './texts/emissions-texts.ts';

/** Runs and hotspots: what was reckoned, when, from what. */
export const emissionsRoutes: Routes = [
  { path: '', canActivate: [openTexts(emissionsTexts)], loadComponent: () => import('./emissions-page/emissions-page.ts').then((file) => file.EmissionsPage) },
];
