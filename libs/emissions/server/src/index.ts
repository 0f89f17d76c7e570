export { RecalculateAfterUpgrade } from './calculate-after-upgrade.ts';
export { CalculateEmissions, type RunOutcome } from './calculation/calculate-emissions.ts';
export { DecideMethodPolicy } from './method-policies/decide-method-policy.ts';
export { ProposeMethodPolicy, type NewMethodPolicy } from './method-policies/propose-method-policy.ts';
export { ExportResults, type ResultRow } from './export-results.ts';
export { PackProblem, ReproduceRun, type ReproductionResult } from './evidence/reproduce-run.ts';
export { WriteEvidencePack } from './evidence/write-pack.ts';
export { VerifyNightly } from './verification/verify-nightly.ts';
export { EmissionsModule } from './emissions.module.ts';
export { emissions } from './room.ts';
export { BridgePeriods } from './bridge/bridge-periods.ts';
export { orderSteps, type BridgeStep, type BridgeStepTotal, type StepRow } from './bridge/bridge-runs.ts';
export { bridgeSql, BRIDGE_STEPS } from './bridge/period-product-groups.ts';
export type { Comparison, Months } from './comparison/comparable-months.ts';
export { ComparisonDto, ExcludedBuyerDto } from './comparison/comparison.dto.ts';
export { ReadComparison } from './comparison/read-comparison.ts';
export { DEFAULT_GSD, QUANTITY_GSD } from './comparison/changed-groups.ts';
export { EstimateChange, type PeriodChange } from './comparison/estimate-change.ts';
export { EstimateUncertainty } from './uncertainty/estimate-uncertainty.ts';
export {
  changeOf,
  type ChangedGroup,
  type EmissionChange,
  type ChangeDirection,
} from './uncertainty/propagate-uncertainty.ts';
export { shiftInterval, type ShiftedUse } from './uncertainty/shift-interval.ts';
export { FACTOR_KEY } from './calculation/store-sums.ts';
export { ListPublications, type Publication } from './publication/publish-run.ts';
export { SummariseEmissions, type Summary, type SummaryRow, type SummaryTotals } from './summarise-emissions.ts';
export {
  classFilters,
  hasAccountClassSql,
  type AccountClass,
  type ClassFilter,
  type EmissionFilter,
  type ScopedFilter,
} from './emission-filter.ts';
export { UNCLASSIFIED_SHARE_MAX } from './comparison/class-change.ts';
export { isPurchaseSql } from './calculation/methods.ts';
export { CLASSIFICATION_TABLE, reportedItemKeySql, classifyReportedItems } from './calculation/classify-products.ts';
