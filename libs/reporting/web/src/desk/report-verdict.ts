import { questionKey, type FindingGroup, type Verdict } from '@tallgrunn/checks';
import type { VerdictShape } from '@tallgrunn/api-client/shapes';
import type { CheckedFile, GroupName } from '../checking/check-messages.ts';

/** What a check came to, in the browser or on the server. */
export interface ReportVerdict extends Pick<
  Verdict,
  'rows' | 'accepted' | 'quarantined' | 'totals' | 'groups' | 'columns' | 'sheets'
> {
  readonly by: 'browser' | 'server';
}

export function browserVerdict(checked: CheckedFile): ReportVerdict {
  return { ...checked, by: 'browser' };
}

/** The server tells the engine's own verdict as JSON; its description is looser than the engine's types. */
export function serverVerdict(verdict: VerdictShape): ReportVerdict {
  return { ...(verdict as unknown as Verdict), by: 'server' };
}

export function nameOf({ code, severity, example }: FindingGroup): GroupName {
  return { code, severity, cause: example.cause ?? '' };
}

/** One question, whatever its place in the list: what a reason is kept under. */
export function keyOf(group: FindingGroup): string {
  return questionKey({ code: group.code, cause: group.example.cause });
}

const asked = ({ groups }: ReportVerdict) =>
  groups
    .filter(({ severity }) => severity !== 'info')
    .map((group) => `${group.severity} ${keyOf(group)} ${group.count}`)
    .sort();

/** Whether two verdicts say the same to whoever sends the report: lines, kroner, questions and stops. */
export function saysTheSame(one: ReportVerdict, other: ReportVerdict): boolean {
  const figures = ({ accepted, quarantined, totals }: ReportVerdict) =>
    [accepted, quarantined, totals.amount].join(' ');
  return figures(one) === figures(other) && asked(one).join('\n') === asked(other).join('\n');
}
