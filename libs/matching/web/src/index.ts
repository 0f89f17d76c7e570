export { matchingRoutes } from './matching-routes.ts';
