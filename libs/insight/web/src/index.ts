export {
  agreementUseRoutes,
  boughtRoutes,
  combinedRoutes,
  completenessRoutes,
  municipalitiesRoutes,
} from './insight-routes.ts';
