export { matching } from './room.ts';
export { MatchingModule } from './matching.module.ts';
export { ResolveLine } from './resolve-line.ts';
export { allocatedReportSql, remainderSql, linkShareSql, linksOfBookedSql } from './booked-shares.ts';
export { DecidePair } from './decide-pair.ts';
export {
  DROP_CHANGED_TABLES,
  matchingChangesSince,
  changedLineTables,
  loadChangedLines,
  addConnectedLines,
} from './follow-matching.ts';
export { MatchAfterUpgrade } from './match-after-upgrade.ts';
export { RequestRun } from './runs/request-run.ts';
export { ShowRun, type RunShown } from './runs/show-run.ts';
export { ShowMatchingCoverage } from './show-matching-coverage.ts';
export { MatchLines, type MatchOptions } from './match-lines.ts';
export { GiveBulkAnswer } from './questions/give-bulk-answer.ts';
export { ListQuestions, type Question } from './questions/list-questions.ts';
export { PreviewBulkAnswer, type Member as BulkMember } from './questions/preview-bulk-answer.ts';
