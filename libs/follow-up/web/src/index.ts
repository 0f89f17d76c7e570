export { followUpRoutes } from './follow-up-routes.ts';
export { claimRoutes, penaltyRoutes, priceDeviationRoutes } from './claims/claim-routes.ts';
