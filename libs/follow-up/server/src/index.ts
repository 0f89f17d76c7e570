export { followUp } from './room.ts';
export { CompareChargedPrices } from './price-deviations/compare-charged-prices.ts';
export { ComparePricesOnce } from './price-deviations/compare-prices-once.ts';
export { ListPriceDeviations } from './price-deviations/list-price-deviations.ts';
export { ListClaims } from './claims/list-claims.ts';
export { ShowPenalties } from './penalties/show-penalties.ts';
