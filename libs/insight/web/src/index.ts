export { agreementUseRoutes, boughtRoutes, combinedRoutes, completenessRoutes } from './insight-routes.ts';
