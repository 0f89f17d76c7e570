import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import { openTexts } from '@tallgrunn/design';
import { startCheckWorker } from './checking/start-worker.ts';
import { branchTexts } from './texts/branches/branch-texts.ts';
import { checkerTexts } from './texts/checker/checker-texts.ts';
import { invoicedTexts } from './texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from './texts/reporting-texts.ts';
import { severalTexts } from './texts/split-file-texts.ts';
import { typedTexts } from './texts/manual-entry/typed-texts.ts';

const openAllTexts = [
  openTexts(reportingTexts),
  openTexts(severalTexts),
  openTexts(typedTexts),
  openTexts(invoicedTexts),
  openTexts(branchTexts),
];

const startWorker = {
  provide: startCheckWorker,
  useValue: () => new Worker(new URL('./checking/check.worker', import.meta.url), { type: 'module' }),
};

/** The list of obligations is for suppliers; users of the cooperative are redirected to the compliance matrix. */
const suppliersOnly: CanActivateFn = () =>
  inject(Session).side() === 'cooperative' ? inject(Router).createUrlTree(['/compliance']) : true;

export const reportingRoutes: Routes = [
  {
    path: '',
    canActivate: openAllTexts,
    providers: [startWorker],
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [suppliersOnly],
        loadComponent: () => import('./obligations-page/obligations-page.ts').then((file) => file.ObligationsPage),
      },
      {
        path: 'versions/:version',
        loadComponent: () => import('./version-page/version-page.ts').then((file) => file.VersionPage),
      },
      {
        path: 'split-file',
        canActivate: [suppliersOnly],
        loadComponent: () => import('./split-file-page/split-file-page.ts').then((file) => file.SplitFilePage),
      },
      {
        path: ':obligation/branches',
        loadComponent: () => import('./branches-page/branches-page.ts').then((file) => file.BranchesPage),
      },
      {
        path: ':obligation/booked',
        loadComponent: () =>
          import('./unreported-spend-page/unreported-spend-page.ts').then((file) => file.UnreportedSpendPage),
      },
      {
        path: ':obligation/invoices',
        loadComponent: () => import('./invoices-page/invoices-page.ts').then((file) => file.InvoiceQualityPage),
      },
      {
        path: ':obligation/manual-entry',
        loadComponent: () => import('./manual-entry-page/manual-entry-page.ts').then((file) => file.ManualEntryPage),
      },
      {
        path: ':obligation',
        loadComponent: () => import('./report-page/report-page.ts').then((file) => file.ReportPage),
      },
    ],
  },
];

export const complianceRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: openAllTexts,
    loadComponent: () => import('./compliance-page/compliance-page.ts').then((file) => file.CompliancePage),
  },
  {
    path: 'checks',
    canActivate: openAllTexts,
    loadComponent: () =>
      import('./overridden-checks-page/overridden-checks-page.ts').then((file) => file.OverriddenChecksPage),
  },
];

export const todayRoutes: Routes = [
  {
    path: '',
    canActivate: openAllTexts,
    loadComponent: () => import('./today-page/today-page.ts').then((file) => file.TodayPage),
  },
];

/** Public pages for checking a file against a published template. */
export const checkerRoutes: Routes = [
  {
    path: '',
    canActivate: [openTexts(checkerTexts), openTexts(reportingTexts), openTexts(severalTexts)],
    providers: [startWorker],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./checker/templates-page.ts').then((file) => file.TemplatesPage),
      },
      { path: ':slug', loadComponent: () => import('./checker/template-page.ts').then((file) => file.TemplatePage) },
    ],
  },
];
