export { RecalculateAfterUpgrade } from './calculate-after-upgrade.ts';
export { CalculateEmissions, type RunOutcome } from './calculate-emissions.ts';
export { DecideMethodPolicy } from './rulings/decide-ruling.ts';
export { ProposeMethodPolicy, type NewMethodPolicy } from './rulings/propose-ruling.ts';
export { ExportResults, type ResultRow } from './export-results.ts';
export { PackProblem, ReproduceRun, type ReproductionResult } from './evidence/remake-run.ts';
export { WriteEvidencePack } from './evidence/write-pack.ts';
export { VerifyNightly } from './prove-night.ts';
export { EmissionsModule } from './emissions.module.ts';
export { emissions } from './room.ts';
export { BridgePeriods } from './bridge-periods.ts';
export { EstimateUncertainty, type PeriodChange } from './tell-uncertainty.ts';
export { SummariseEmissions, type Summary, type SummaryTotals } from './summarise-emissions.ts';
export {
  classFilters,
  hasAccountClassSql,
  type AccountClass,
  type ClassFilter,
  type EmissionFilter,
} from './emission-filter.ts';
export { UNCLASSIFIED_SHARE_MAX } from './comparison/class-change.ts';
export { isPurchaseSql } from './weighing/methods.ts';
export { CLASSIFICATION_TABLE, reportedItemKeySql, classifyReportedItems } from './weighing/tell-goods.ts';
