export { boughtRoutes, combinedRoutes } from './insight-routes.ts';
