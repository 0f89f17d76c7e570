export {
  utilisationRoutes,
  analysisRoutes,
  purchasesRoutes,
  combinedRoutes,
  completenessRoutes,
  municipalitiesRoutes,
} from './insight-routes.ts';
