import type { Routes } from '@angular/router';
import { openTexts } from '@tallgrunn/design';
import { factorTexts } from './texts/factor-texts.ts';

export const factorsRoutes: Routes = [{ path: '', canActivate: [openTexts(factorTexts)], loadComponent: () => import('./factors-page/factors-page.ts').then((file) => file.FactorsPage) }];
