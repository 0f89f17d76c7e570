export { CalculateEmissions, type RunOutcome } from './calculate-emissions.ts';
export { DecideRuling } from './rulings/decide-ruling.ts';
export { ProposeRuling, type NewRuling } from './rulings/propose-ruling.ts';
export { ExportResults, type ResultRow } from './export-results.ts';
export { emissions } from './room.ts';
export { TellUncertainty } from './tell-uncertainty.ts';
export { SummariseEmissions, type Summary } from './summarise-emissions.ts';
