import { checkResultJson, type Finding, type CheckResult } from '@tallgrunn/checks';

type Group = CheckResult['groups'][number];

const belongs = (finding: Finding, group: Group): boolean =>
  finding.code === group.code &&
  finding.severity === group.severity &&
  (finding.cause ?? '') === (group.example.cause ?? '');

/**
 * Returns the findings group by group, each group in the order of the file: the order in which a page requests them.
 */
export function inGroups(verdict: CheckResult): CheckResult {
  return {
    ...verdict,
    findings: verdict.groups.flatMap((group) => verdict.findings.filter((finding) => belongs(finding, group))),
  };
}

/** Returns a whole check result as text, with every message, for comparison. */
export function checkResultText(name: string, verdict: CheckResult): string {
  const { quarantined, counts, groups, columns, sheets } = verdict;
  return JSON.stringify({ ...checkResultJson(name, verdict, 'nb'), quarantined, counts, groups, columns, sheets });
}

/** Returns the command line's output for a check result. */
export const commandOutput = (name: string, verdict: CheckResult): string =>
  JSON.stringify(checkResultJson(name, verdict, 'nb'));

/** Returns the files whose texts differ, or that only one side has. */
export function differingNames(expected: ReadonlyMap<string, string>, given: ReadonlyMap<string, string>): string[] {
  return [...new Set([...expected.keys(), ...given.keys()])].filter((name) => expected.get(name) !== given.get(name));
}
