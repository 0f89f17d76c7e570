export { FactorBookModule } from './factor-book.module.ts';
export { DecideChoice } from './choices/decide-choice.ts';
export { DraftChoice, type NewChoice } from './choices/draft-choice.ts';
export { NameDeputy, type NewDeputy } from './choices/name-deputy.ts';
export { AnnouncePrices } from './importing/announce-prices.ts';
export { importPriceShares } from './importing/import-price-shares.ts';
export {
  importRelease,
  importTable,
  priceBases,
  publishers,
  type PriceBasis,
  type Publisher,
  type ReleaseImported,
  type TableFacts,
} from './importing/import-release.ts';
export { importSeries, seriesKinds, type SeriesKind, type VersionFacts } from './importing/import-series.ts';
export { ReleaseProblem } from './importing/release-file.ts';
export { ListAccountRules, type AccountRule } from './list-account-rules.ts';
export { ListFactors, type Factor, type FactorRelease } from './list-factors.ts';
export { multipliersOf } from './multipliers.ts';
export { factorBook } from './room.ts';
