export { followUpRoutes } from './follow-up-routes.ts';
export { casesRoutes, suppliersRoutes } from './cases/cases-routes.ts';
