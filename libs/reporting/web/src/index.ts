export { complianceRoutes, reportingRoutes, todayRoutes } from './reporting-routes.ts';
