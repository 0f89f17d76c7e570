import { checkResultOfReadProblem } from '@tallgrunn/checks';
import type { StopReason } from '@tallgrunn/platform';
import { summaryOf, type CheckResultSummary } from './check-request.ts';
import type { PreparedCheck } from './prepare-check.ts';

const reasons: Record<StopReason, string> = {
  memory: 'took-too-much-memory',
  time: 'took-too-long',
  crash: 'reading-fell',
};

/** Returns the check result of a file that could not be read to its end: one blocking finding with the reason. */
export function unreadableFileResult(
  stoppedBy: StopReason,
  { terms, context }: Pick<PreparedCheck, 'terms' | 'context'>,
): CheckResultSummary {
  return summaryOf(checkResultOfReadProblem({ code: reasons[stoppedBy] }, terms, context));
}
