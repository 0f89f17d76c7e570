export {
  utilisationRoutes,
  analysisRoutes,
  purchasesRoutes,
  combinedRoutes,
  completenessRoutes,
  municipalitiesRoutes,
  picturesRoutes,
} from './insight-routes.ts';
