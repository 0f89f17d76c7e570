export { FactorBookModule } from './emission-factors.module.ts';
export { DecideAssignment } from './assignments/decide-assignment.ts';
export { DraftAssignment, type NewAssignment } from './assignments/draft-assignment.ts';
export { CreateDelegation, type NewDelegation } from './delegations/create-delegation.ts';
export { PublishPriceDataEvent } from './importing/publish-price-data-event.ts';
export { importPriceMargins } from './importing/import-price-margins.ts';
export {
  importFactorSet,
  importFactorTable,
  priceBases,
  publishers,
  type PriceBasis,
  type Publisher,
  type FactorSetImported,
  type TableFacts,
} from './importing/import-factor-set.ts';
export { importSeries, seriesKinds, type SeriesKind, type VersionFacts } from './importing/import-series.ts';
export { FactorSetProblem } from './importing/factor-set-file.ts';
export { ListAccountMap, type AccountMapEntry } from './list-account-map.ts';
export { ListFactors, type Factor, type FactorSetDetails } from './list-factors.ts';
export { multipliersSql } from './multipliers.ts';
export { factorBook } from './room.ts';
