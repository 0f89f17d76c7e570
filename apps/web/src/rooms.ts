import type { Routes } from '@angular/router';

/**
 * The rooms behind sign-in, each loaded on first visit. A room adds one line here; the navigation shows it to the roles
 * named in shell/navigation.ts:
 * { path: 'reports', loadChildren: () => import('@tallgrunn/reporting-web').then((room) => room.reportingRoutes) },
 */
export const rooms: Routes = [
  // Sections of the agreement page that belong to rooms to the right of agreements.
  {
    path: 'agreements/:agreementId/follow-up',
    loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.agreementFollowUpRoutes),
  },
  {
    path: 'agreements/:agreementId/utilisation',
    loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.utilisationRoutes),
  },
  { path: 'agreements', loadChildren: () => import('@tallgrunn/agreements-web').then((room) => room.agreementsRoutes) },
  { path: 'parties', loadChildren: () => import('@tallgrunn/agreements-web').then((room) => room.partiesRoutes) },
  { path: 'reports', loadChildren: () => import('@tallgrunn/reporting-web').then((room) => room.reportingRoutes) },
  { path: 'compliance', loadChildren: () => import('@tallgrunn/reporting-web').then((room) => room.complianceRoutes) },
  { path: 'cases', loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.casesRoutes) },
  { path: 'suppliers', loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.suppliersRoutes) },
  { path: 'today', loadChildren: () => import('@tallgrunn/reporting-web').then((room) => room.todayRoutes) },
  {
    path: 'emission-factors',
    loadChildren: () => import('@tallgrunn/factor-book-web').then((room) => room.factorsRoutes),
  },
  {
    path: 'declarations',
    loadChildren: () => import('@tallgrunn/declarations-web').then((room) => room.declarationsRoutes),
  },
  { path: 'spend', loadChildren: () => import('@tallgrunn/spend-web').then((room) => room.spendRoutes) },
  { path: 'matching', loadChildren: () => import('@tallgrunn/matching-web').then((room) => room.matchingRoutes) },
  { path: 'purchases', loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.purchasesRoutes) },
  {
    path: 'completeness',
    loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.completenessRoutes),
  },
  {
    path: 'municipalities',
    loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.municipalitiesRoutes),
  },
  {
    path: 'emissions/method-policies',
    loadChildren: () => import('@tallgrunn/factor-book-web').then((room) => room.methodPoliciesRoutes),
  },
  { path: 'emissions', loadChildren: () => import('@tallgrunn/emissions-web').then((room) => room.emissionsRoutes) },
  { path: 'published', loadChildren: () => import('@tallgrunn/emissions-web').then((room) => room.publishedRoutes) },
  { path: 'analysis', loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.analysisRoutes) },
  { path: 'targets', loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.targetsRoutes) },
  { path: 'pictures', loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.picturesRoutes) },
  { path: 'data', loadChildren: () => import('@tallgrunn/exchange-web').then((room) => room.dataRoutes) },
  { path: 'penalties', loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.penaltyRoutes) },
  {
    path: 'price-deviations',
    loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.priceDeviationRoutes),
  },
  { path: 'statements', loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.statementRoutes) },
  {
    path: 'data-quality',
    loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.dataQualityRoutes),
  },
  { path: 'claims', loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.claimRoutes) },
  { path: '', loadChildren: () => import('@tallgrunn/follow-up-web').then((room) => room.followUpRoutes) },
  { path: 'combined', loadChildren: () => import('@tallgrunn/insight-web').then((room) => room.combinedRoutes) },
];

/** Public rooms: a file can be checked without an account. */
export const openRooms: Routes = [
  { path: 'sjekk', loadChildren: () => import('@tallgrunn/reporting-web').then((room) => room.checkerRoutes) },
];
