import { questionKey, type FindingGroup, type Verdict } from '@tallgrunn/checks';
import type { VerdictShape } from '@tallgrunn/api-client/shapes';
import type { CheckedFile, GroupName } from '../checking/check-messages.ts';

/** A check result from the browser or the server. */
export interface ReportVerdict extends Pick<
  Verdict,
  'rows' | 'accepted' | 'quarantined' | 'totals' | 'groups' | 'columns' | 'sheets'
> {
  readonly by: 'browser' | 'server';
}

export function browserVerdict(checked: CheckedFile): ReportVerdict {
  return { ...checked, by: 'browser' };
}

/**
 * Converts the server's JSON: it is the engine's own result, but the API description is less precise than the engine's
 * types.
 */
export function serverVerdict(verdict: VerdictShape): ReportVerdict {
  return { ...(verdict as unknown as Verdict), by: 'server' };
}

export function nameOf({ code, severity, example }: FindingGroup): GroupName {
  return { code, severity, cause: example.cause ?? '' };
}

/** Returns the key of a question, independent of its position; reasons are stored under it. */
export function keyOf(group: FindingGroup): string {
  return questionKey({ code: group.code, cause: group.example.cause });
}

const asked = ({ groups }: ReportVerdict) =>
  groups
    .filter(({ severity }) => severity !== 'info')
    .map((group) => `${group.severity} ${keyOf(group)} ${group.count}`)
    .sort();

/** Returns whether two check results are equal for the sender: lines, amounts, questions and blocking findings. */
export function saysTheSame(one: ReportVerdict, other: ReportVerdict): boolean {
  const figures = ({ accepted, quarantined, totals }: ReportVerdict) =>
    [accepted, quarantined, totals.amount].join(' ');
  return figures(one) === figures(other) && asked(one).join('\n') === asked(other).join('\n');
}
