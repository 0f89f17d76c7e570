export {
  utilisationRoutes,
  analysisRoutes,
  purchasesRoutes,
  combinedRoutes,
  completenessRoutes,
  municipalitiesRoutes,
  targetsRoutes,
  picturesRoutes,
} from './insight-routes.ts';
