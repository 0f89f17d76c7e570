export { agreementsRoutes } from './agreements-routes.ts';
export { partiesRoutes } from './parties-routes.ts';
