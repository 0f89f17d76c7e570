export { factorsRoutes, methodPoliciesRoutes } from './factors-routes.ts';
