import { verdictOfReadProblem } from '@tallgrunn/checks';
import type { StoppedBy } from '@tallgrunn/platform';
import { summaryOf, type CheckSummary } from './check-request.ts';
import type { PreparedCheck } from './prepare-check.ts';

const reasons: Record<StoppedBy, string> = {
  memory: 'took-too-much-memory',
  time: 'took-too-long',
  crash: 'reading-fell',
};

/** Returns the check result of a file that could not be read to its end: one blocking finding with the reason. */
export function stoppedVerdict(
  stoppedBy: StoppedBy,
  { terms, context }: Pick<PreparedCheck, 'terms' | 'context'>,
): CheckSummary {
  return summaryOf(verdictOfReadProblem({ code: reasons[stoppedBy] }, terms, context));
}
