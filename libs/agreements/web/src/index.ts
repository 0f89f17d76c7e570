export { agreementsRoutes } from './agreements-routes.ts';
export { partiesRoutes } from './parties-routes.ts';
export { AgreementFilter } from './agreement-filter/agreement-filter.ts';
export { AgreementTabs } from './agreement-tabs/agreement-tabs.ts';
export { agreementsTexts } from './texts/agreements-texts.ts';
