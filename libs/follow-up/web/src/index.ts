export { agreementFollowUpRoutes } from './agreement/agreement-follow-up-routes.ts';
export { followUpRoutes } from './follow-up-routes.ts';
export { casesRoutes, suppliersRoutes } from './cases/cases-routes.ts';
export { claimRoutes, penaltyRoutes, priceDeviationRoutes } from './claims/claim-routes.ts';
export { dataQualityRoutes, statementRoutes } from './statements/statement-routes.ts';
