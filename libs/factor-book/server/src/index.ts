export { FactorBookModule } from './factor-book.module.ts';
export { DecideAssignment } from './choices/decide-choice.ts';
export { DraftAssignment, type NewAssignment } from './choices/draft-choice.ts';
export { CreateDelegation, type NewDelegation } from './choices/name-deputy.ts';
export { PublishPriceDataEvent } from './importing/announce-prices.ts';
export { importPriceMargins } from './importing/import-price-shares.ts';
export {
  importFactorSet,
  importFactorTable,
  priceBases,
  publishers,
  type PriceBasis,
  type Publisher,
  type FactorSetImported,
  type TableFacts,
} from './importing/import-release.ts';
export { importSeries, seriesKinds, type SeriesKind, type VersionFacts } from './importing/import-series.ts';
export { FactorSetProblem } from './importing/release-file.ts';
export { ListAccountMap, type AccountMapEntry } from './list-account-rules.ts';
export { ListFactors, type Factor, type FactorSetDetails } from './list-factors.ts';
export { multipliersSql } from './multipliers.ts';
export { factorBook } from './room.ts';
