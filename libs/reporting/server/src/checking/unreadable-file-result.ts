import { checkResultOfReadProblem } from '@tallgrunn/checks';
import type { StopReason } from '@tallgrunn/platform';
import { summaryOf, type CheckResultSummary } from './check-request.ts';
import type { PreparedCheck } from './prepare-check.ts';

const reasons: Record<StopReason, string> = {
  memory: 'memory-limit-exceeded',
  time: 'time-limit-exceeded',
  crash: 'reader-crashed',
};

/** Returns the check result of a file that could not be read to its end: one blocking finding with the reason. */
export function unreadableFileResult(
  stoppedBy: StopReason,
  { terms, context }: Pick<PreparedCheck, 'terms' | 'context'>,
): CheckResultSummary {
  return summaryOf(checkResultOfReadProblem({ code: reasons[stoppedBy] }, terms, context));
}
