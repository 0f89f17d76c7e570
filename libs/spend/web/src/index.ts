export { spendRoutes } from './spend-routes.ts';
export { spendTexts } from './texts/spend-texts.ts';
