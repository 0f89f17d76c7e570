export {
  agreementUseRoutes,
  analysisRoutes,
  boughtRoutes,
  combinedRoutes,
  completenessRoutes,
  municipalitiesRoutes,
} from './insight-routes.ts';
