export { matching } from './room.ts';
export { AnswerLine } from './answer-line.ts';
export { placedOfReport, restOfLine, shareOfTie, tiesOfBooked } from './booked-shares.ts';
export { DecidePair } from './decide-pair.ts';
export { DROP_TOUCHED, matchedSince, touchedTables, touchMatched, widenTouched } from './follow-matching.ts';
export { MatchAfterUpgrade } from './match-after-upgrade.ts';
export { RequestRun } from './runs/request-run.ts';
export { ShowRun, type RunShown } from './runs/show-run.ts';
export { MatchLines, type MatchOptions } from './match-lines.ts';
