import type { FindingGroup } from '@tallgrunn/checks';
import { questionKeyOf, type ReportCheckResult } from './report-check-result.ts';

/** The remaining obstacles to submitting a checked report. */
export interface SubmissionReadiness {
  /** groups that block the whole file */
  readonly stops: readonly FindingGroup[];
  /** unanswered questions */
  readonly open: readonly FindingGroup[];
  /** quarantined rows that the user has not yet agreed to exclude */
  readonly rowsToDecide: number;
  readonly nothingLeft: boolean;
  readonly ready: boolean;
}

export function submissionReadiness(
  verdict: Pick<ReportCheckResult, 'groups' | 'accepted' | 'quarantined'>,
  reasons: ReadonlyMap<string, string>,
  leaveOutRows: boolean,
  rowsMayWait = true,
): SubmissionReadiness {
  const stops = verdict.groups.filter(({ severity }) => severity === 'blocksFile');
  const open = verdict.groups.filter(
    (group) => group.severity === 'confirm' && !reasons.get(questionKeyOf(group))?.trim(),
  );
  const nothingLeft = stops.length === 0 && verdict.accepted === 0;
  const rowsToDecide = (leaveOutRows && rowsMayWait) || nothingLeft ? 0 : verdict.quarantined;
  return {
    stops,
    open,
    rowsToDecide,
    nothingLeft,
    ready: stops.length === 0 && open.length === 0 && rowsToDecide === 0 && !nothingLeft,
  };
}

/** Returns the answers to submit: only those to questions of the check. */
export function findingResponses(
  groups: readonly FindingGroup[],
  reasons: ReadonlyMap<string, string>,
): { code: string; cause: string; reason: string }[] {
  return groups.flatMap((group) => {
    const reason = group.severity === 'confirm' ? reasons.get(questionKeyOf(group))?.trim() : undefined;
    return reason ? [{ code: group.code, cause: group.example.cause ?? '', reason }] : [];
  });
}
