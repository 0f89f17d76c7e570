export { checkerRoutes, complianceRoutes, reportingRoutes, todayRoutes } from './reporting-routes.ts';
