export { dataRoutes } from './data-routes.ts';
