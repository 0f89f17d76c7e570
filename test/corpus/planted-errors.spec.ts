import { demoReports } from './demo-reports.ts';
import type { Planted } from './demo-reports.ts';
import { follows, judgeReports, onlyInBooks, placeKey, type Judged, type Told } from './judge.ts';

/** What no report file can tell, and a credit that may be for a sale of the period before. */
const notInTheFile = new Set([...onlyInBooks, 'credit-exceeds']);

function isFound({ kind, class: errorClass, row }: Planted, findings: readonly Told[]): boolean {
  // Year-to-date is one question about the file, not one about every line.
  return findings.some(
    (finding) => finding.class === errorClass && (row === null || kind === 'year-to-date' || finding.row === row),
  );
}

describe.each([1, 2026])('errors planted in the reports of demo world %i', (seed) => {
  const judged: Judged[] = [];
  beforeAll(async () => {
    await judgeReports(await demoReports(seed), (one) => judged.push(one));
  }, 300_000);

  it('are found where they are', () => {
    const all = judged.flatMap(({ planted, findings }) =>
      planted.filter(({ kind }) => !notInTheFile.has(kind)).map((each) => ({ each, found: isFound(each, findings) })),
    );
    const missed = all.filter(({ found }) => !found).map(({ each }) => `${each.kind} ${each.file} ${each.row}`);
    expect(all.length).toBeGreaterThan(3_000);
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('are the only thing that stops or asks, but for what follows from them', () => {
    const extra = judged.flatMap(({ entry, planted, findings }) => {
      const known = new Set(planted.map((each) => placeKey(each.class, each.row)));
      return findings
        .filter(
          (finding) =>
            finding.severity !== 'info' &&
            !follows.has(finding.code) &&
            !known.has(placeKey(finding.class, finding.row)) &&
            !known.has(placeKey(finding.class, null)),
        )
        .map((finding) => `${finding.code} ${entry.path} ${finding.row}`);
    });
    expect(extra.length).toBeLessThanOrEqual(10);
  });

  it('stop no report that was accepted', () => {
    const stopped = judged.filter(
      ({ entry, findings }) =>
        entry.outcome.startsWith('accepted') && findings.some((finding) => finding.severity.startsWith('blocks')),
    );
    expect(stopped.map(({ entry }) => entry.path)).toEqual([]);
  });
});
