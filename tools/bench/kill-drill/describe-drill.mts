import type { DrillResult } from './afterwards.mts';
import type { DrillSenders } from './senders.mts';

export const countFaults = (after: DrillResult): number =>
  after.wrong.length +
  after.stuck +
  after.deadlocks +
  after.waitingForEver.length +
  after.leftInSpool.length +
  after.filesApart;

/** Returns what was acknowledged and what was found afterwards, one line each. */
export const describeDrill = (senders: DrillSenders, after: DrillResult): string[] => [
  `  acknowledged               ${senders.versions.length} reports, ${senders.submissions.length} submissions, ${senders.batches.length} batches, ${senders.inboxFiles.length} inbox files; ${senders.retries} retries`,
  `  lost, doubled or not whole ${after.wrong.length}`,
  `  jobs stuck; deadlocks      ${after.stuck}; ${after.deadlocks}`,
  `  quiet after                ${after.quietSeconds.toFixed(1)} s`,
  `  progress that waits for ever ${after.waitingForEver.length}`,
  `  left in the spool; files and rows apart  ${after.leftInSpool.length}; ${after.filesApart}`,
  ...[
    ...new Set(senders.unexpected),
    ...after.waitingForEver,
    ...after.wrong.slice(0, 10),
    ...after.leftInSpool.slice(0, 10),
  ].map((each) => `  ! ${each}`),
];
