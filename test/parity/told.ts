import { verdictJson, type Finding, type Verdict } from '@tallgrunn/checks';

type Group = Verdict['groups'][number];

const belongs = (finding: Finding, group: Group): boolean =>
  finding.code === group.code &&
  finding.severity === group.severity &&
  (finding.cause ?? '') === (group.example.cause ?? '');

/**
 * Returns the findings group by group, each group in the order of the file: the order in which a page requests them.
 */
export function inGroups(verdict: Verdict): Verdict {
  return {
    ...verdict,
    findings: verdict.groups.flatMap((group) => verdict.findings.filter((finding) => belongs(finding, group))),
  };
}

/** Returns a whole check result as text, with every message, for comparison. */
export function told(name: string, verdict: Verdict): string {
  const { quarantined, counts, groups, columns, sheets } = verdict;
  return JSON.stringify({ ...verdictJson(name, verdict, 'nb'), quarantined, counts, groups, columns, sheets });
}

/** Returns the command line's output for a check result. */
export const printed = (name: string, verdict: Verdict): string => JSON.stringify(verdictJson(name, verdict, 'nb'));

/** Returns the files whose texts differ, or that only one side has. */
export function differing(expected: ReadonlyMap<string, string>, given: ReadonlyMap<string, string>): string[] {
  return [...new Set([...expected.keys(), ...given.keys()])].filter((name) => expected.get(name) !== given.get(name));
}
