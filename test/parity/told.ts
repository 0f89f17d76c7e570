import { verdictJson, type Finding, type Verdict } from '@tallgrunn/checks';

type Group = Verdict['groups'][number];

const belongs = (finding: Finding, group: Group): boolean =>
  finding.code === group.code &&
  finding.severity === group.severity &&
  (finding.cause ?? '') === (group.example.cause ?? '');

/** The findings group by group, each group in the order of the file: the order in which a page asks for them. */
export function inGroups(verdict: Verdict): Verdict {
  return {
    ...verdict,
    findings: verdict.groups.flatMap((group) => verdict.findings.filter((finding) => belongs(finding, group))),
  };
}

/** All of a verdict as one text, with every message: two verdicts are the same where these are. */
export function told(name: string, verdict: Verdict): string {
  const { quarantined, counts, groups, columns, sheets } = verdict;
  return JSON.stringify({ ...verdictJson(name, verdict, 'nb'), quarantined, counts, groups, columns, sheets });
}

/** What the command line prints of a verdict. */
export const printed = (name: string, verdict: Verdict): string => JSON.stringify(verdictJson(name, verdict, 'nb'));

/** Names of the files whose texts are not the same to the letter, or that only one side has. */
export function differing(expected: ReadonlyMap<string, string>, given: ReadonlyMap<string, string>): string[] {
  return [...new Set([...expected.keys(), ...given.keys()])].filter((name) => expected.get(name) !== given.get(name));
}
