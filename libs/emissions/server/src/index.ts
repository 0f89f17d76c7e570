export { CalculateAfterUpgrade } from './calculate-after-upgrade.ts';
export { CalculateEmissions, type RunOutcome } from './calculate-emissions.ts';
export { DecideRuling } from './rulings/decide-ruling.ts';
export { ProposeRuling, type NewRuling } from './rulings/propose-ruling.ts';
export { ExportResults, type ResultRow } from './export-results.ts';
export { PackProblem, RemakeRun, type Remade } from './evidence/remake-run.ts';
export { WriteEvidencePack } from './evidence/write-pack.ts';
export { ProveNight } from './prove-night.ts';
export { EmissionsModule } from './emissions.module.ts';
export { emissions } from './room.ts';
export { BridgePeriods } from './bridge-periods.ts';
export { TellUncertainty, type ChangeTold } from './tell-uncertainty.ts';
export { SummariseEmissions, type Summary, type SummaryTotals } from './summarise-emissions.ts';
export {
  classFilters,
  isOfClass,
  type AccountClass,
  type ClassFilter,
  type EmissionFilter,
} from './emission-filter.ts';
export { UNKNOWN_CLASS_MAX } from './comparison/class-change.ts';
export { isPurchase } from './weighing/methods.ts';
export { GOODS_TABLE, reportedKey, tellReportedGoods } from './weighing/tell-goods.ts';
