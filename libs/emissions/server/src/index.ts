export { CalculateEmissions, type RunOutcome } from './calculate-emissions.ts';
export { DecideRuling, type NewRuling } from './decide-ruling.ts';
export { ExportResults, type ResultRow } from './export-results.ts';
export { PackProblem, RemakeRun, type Remade } from './evidence/remake-run.ts';
export { WriteEvidencePack } from './evidence/write-pack.ts';
export { ProveNight } from './prove-night.ts';
export { emissions } from './room.ts';
export { SummariseEmissions, type Summary } from './summarise-emissions.ts';
