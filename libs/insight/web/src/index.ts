export {
  utilisationRoutes,
  analysisRoutes,
  purchasesRoutes,
  combinedRoutes,
  completenessRoutes,
  municipalitiesRoutes,
  targetsRoutes,
} from './insight-routes.ts';
