export { factorsRoutes } from './factors-routes.ts';
