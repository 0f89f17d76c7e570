import { questionKey, type FindingGroup, type CheckResult } from '@tallgrunn/checks';
import type { CheckResultDto } from '@tallgrunn/api-client/shapes';
import type { CheckedFile, GroupName } from '../checking/check-messages.ts';

/** A check result from the browser or the server. */
export interface ReportCheckResult extends Pick<
  CheckResult,
  'rows' | 'accepted' | 'quarantined' | 'totals' | 'groups' | 'columns' | 'sheets'
> {
  readonly by: 'browser' | 'server';
}

export function browserCheckResult(checked: CheckedFile): ReportCheckResult {
  return { ...checked, by: 'browser' };
}

/**
 * Converts the server's JSON: it is the engine's own result, but the API description is less precise than the engine's
 * types.
 */
export function serverCheckResult(verdict: CheckResultDto): ReportCheckResult {
  return { ...(verdict as unknown as CheckResult), by: 'server' };
}

export function groupName({ code, severity, example }: FindingGroup): GroupName {
  return { code, severity, cause: example.cause ?? '' };
}

/** Returns the key of a question, independent of its position; reasons are stored under it. */
export function questionKeyOf(group: FindingGroup): string {
  return questionKey({ code: group.code, cause: group.example.cause });
}

const questionKeys = ({ groups }: ReportCheckResult) =>
  groups
    .filter(({ severity }) => severity !== 'info')
    .map((group) => `${group.severity} ${questionKeyOf(group)} ${group.count}`)
    .sort();

/** Returns whether two check results are equal for the sender: lines, amounts, questions and blocking findings. */
export function hasSameResult(one: ReportCheckResult, other: ReportCheckResult): boolean {
  const figures = ({ accepted, quarantined, totals }: ReportCheckResult) =>
    [accepted, quarantined, totals.amount].join(' ');
  return figures(one) === figures(other) && questionKeys(one).join('\n') === questionKeys(other).join('\n');
}
