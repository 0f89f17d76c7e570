export { agreementUseRoutes, boughtRoutes, combinedRoutes } from './insight-routes.ts';
