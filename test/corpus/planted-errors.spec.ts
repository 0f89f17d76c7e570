import { demoReports } from './demo-reports.ts';
import type { Planted } from './demo-reports.ts';
import {
  dependentCodes,
  assessReports,
  onlyInLedger,
  placeKey,
  type AssessedReport,
  type ScoredFinding,
} from './assess-findings.ts';

/** Errors that no report file can show, and a credit that may belong to a sale of the previous period. */
const notInTheFile = new Set([...onlyInLedger, 'credit-exceeds']);

function isFound({ kind, class: errorClass, row }: Planted, findings: readonly ScoredFinding[]): boolean {
  // Year-to-date is one question about the file, not one per line.
  return findings.some(
    (finding) => finding.class === errorClass && (row === null || kind === 'year-to-date' || finding.row === row),
  );
}

describe.each([1, 2026])('errors planted in the reports of demo world %i', (seed) => {
  const judged: AssessedReport[] = [];
  beforeAll(async () => {
    await assessReports(await demoReports(seed), (one) => judged.push(one));
  }, 300_000);

  it('are found at their location', () => {
    const all = judged.flatMap(({ planted, findings }) =>
      planted.filter(({ kind }) => !notInTheFile.has(kind)).map((each) => ({ each, found: isFound(each, findings) })),
    );
    const missed = all.filter(({ found }) => !found).map(({ each }) => `${each.kind} ${each.file} ${each.row}`);
    expect(all.length).toBeGreaterThan(3_000);
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('are the only blocking findings and questions, apart from their consequences', () => {
    const extra = judged.flatMap(({ entry, planted, findings }) => {
      const known = new Set(planted.map((each) => placeKey(each.class, each.row)));
      return findings
        .filter(
          (finding) =>
            finding.severity !== 'info' &&
            !dependentCodes.has(finding.code) &&
            !known.has(placeKey(finding.class, finding.row)) &&
            !known.has(placeKey(finding.class, null)),
        )
        .map((finding) => `${finding.code} ${entry.path} ${finding.row}`);
    });
    expect(extra.length).toBeLessThanOrEqual(10);
  });

  it('block no accepted report', () => {
    const stopped = judged.filter(
      ({ entry, findings }) =>
        entry.outcome.startsWith('accepted') && findings.some((finding) => finding.severity.startsWith('blocks')),
    );
    expect(stopped.map(({ entry }) => entry.path)).toEqual([]);
  });
});
