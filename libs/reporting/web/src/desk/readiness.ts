import type { FindingGroup } from '@tallgrunn/checks';
import { keyOf, type ReportVerdict } from './report-verdict.ts';

/** What stands between a checked report and sending it. */
export interface Readiness {
  /** causes that stop the whole file */
  readonly stops: readonly FindingGroup[];
  /** questions without an answer */
  readonly open: readonly FindingGroup[];
  /** rows that are kept out, when that is not known and wanted yet */
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

/** The answers to send with a report: only to questions that are asked. */
export function confirmations(
  groups: readonly FindingGroup[],
  reasons: ReadonlyMap<string, string>,
): { code: string; cause: string; reason: string }[] {
  return groups.flatMap((group) => {
    const reason = group.severity === 'confirm' ? reasons.get(keyOf(group))?.trim() : undefined;
    return reason ? [{ code: group.code, cause: group.example.cause ?? '', reason }] : [];
  });
}
