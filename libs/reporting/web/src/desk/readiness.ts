import type { FindingGroup } from '@tallgrunn/checks';
import { keyOf, type ReportVerdict } from './report-verdict.ts';

/** The remaining obstacles to submitting a checked report. */
export interface Readiness {
  /** groups that block the whole file */
  readonly stops: readonly FindingGroup[];
  /** unanswered questions */
  readonly open: readonly FindingGroup[];
  /** quarantined rows that the user has not yet agreed to exclude */
  readonly rowsToDecide: number;
  readonly nothingLeft: boolean;
  readonly ready: boolean;
}

export function readiness(
  verdict: Pick<ReportVerdict, 'groups' | 'accepted' | 'quarantined'>,
  reasons: ReadonlyMap<string, string>,
  leaveOutRows: boolean,
  rowsMayWait = true,
): Readiness {
  const stops = verdict.groups.filter(({ severity }) => severity === 'blocksFile');
  const open = verdict.groups.filter((group) => group.severity === 'confirm' && !reasons.get(keyOf(group))?.trim());
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
export function confirmations(
  groups: readonly FindingGroup[],
  reasons: ReadonlyMap<string, string>,
): { code: string; cause: string; reason: string }[] {
  return groups.flatMap((group) => {
    const reason = group.severity === 'confirm' ? reasons.get(keyOf(group))?.trim() : undefined;
    return reason ? [{ code: group.code, cause: group.example.cause ?? '', reason }] : [];
  });
}
