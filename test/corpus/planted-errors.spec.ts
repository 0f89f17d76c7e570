import { checkReport, exampleTerms } from '@tallgrunn/checks';
import type { EarlierReport, Finding, ReportLine, Terms } from '@tallgrunn/checks';
import { demoReports, digestOf } from './demo-reports.ts';
import type { Planted, ReportEntry } from './demo-reports.ts';

/** The quarterly package, where suppliers may leave the price out, at the pace of the period. */
function termsFor(period: string): Terms {
  const terms = exampleTerms['quarterly-goods']({ frequency: period.includes('Q') ? 'quarter' : 'month' });
  const fields = terms.tables[0]!.fields.map(({ constraints, ...field }) => (field.name === 'unitPrice' || !constraints ? field : { ...field, constraints }));
  return { ...terms, tables: [{ ...terms.tables[0]!, fields }] };
}

interface Judged {
  readonly entry: ReportEntry;
  readonly planted: readonly Planted[];
  readonly findings: readonly Finding[];
}

async function judgeAll(seed: number): Promise<Judged[]> {
  const reports = await demoReports(seed);
  const accepted = new Map<string, EarlierReport[]>();
  const judged: Judged[] = [];
  for (const entry of reports.entries) {
    const before = (accepted.get(entry.supplier) ?? []).filter((report) => report.key < entry.period);
    const lines: ReportLine[] = [];
    const context = await reports.contextOf(entry, before);
    const verdict = await checkReport(await reports.open(entry.path), { terms: termsFor(entry.period), context, onLine: (line) => void (line.accepted && lines.push(line)) });
    if (entry.outcome.startsWith('accepted')) accepted.set(entry.supplier, [...before, digestOf(entry.period, lines)]);
    judged.push({ entry, findings: verdict.findings, planted: reports.planted.filter((each) => each.file === entry.path) });
  }
  return judged;
}

/** What no report file can tell: the books say what was left out, and a credit may be for a sale of the period before. */
const notInTheFile = new Set(['site-missing', 'credit-exceeds']);
const key = (errorClass: number, row: number | null | undefined): string => `${errorClass}/${row ?? 'file'}`;

function isFound({ kind, class: errorClass, row }: Planted, findings: readonly Finding[]): boolean {
  // Year-to-date is one question about the file, not one about every line.
  return findings.some((finding) => finding.class === errorClass && (row === null || kind === 'year-to-date' || finding.place?.row === row));
}

describe.each([1, 2026])('errors planted in the reports of demo world %i', (seed) => {
  let judged: Judged[] = [];
  beforeAll(async () => {
    judged = await judgeAll(seed);
  }, 300_000);

  it('are found where they are', () => {
    const all = judged.flatMap(({ planted, findings }) => planted.filter(({ kind }) => !notInTheFile.has(kind)).map((each) => ({ each, found: isFound(each, findings) })));
    const missed = all.filter(({ found }) => !found).map(({ each }) => `${each.kind} ${each.file} ${each.row}`);
    expect(all.length).toBeGreaterThan(3_000);
    expect(missed.length).toBeLessThanOrEqual(2);
  });

  it('are the only thing that stops or asks, but for what follows from them', () => {
    const follows = new Set(['column-guessed', 'date-outside-period', 'reported-before', 'year-to-date']);
    const extra = judged.flatMap(({ entry, planted, findings }) => {
      const known = new Set(planted.map((each) => key(each.class, each.row)));
      return findings
        .filter((finding) => finding.severity !== 'info' && !follows.has(finding.code) && !known.has(key(finding.class, finding.place?.row)) && !known.has(key(finding.class, null)))
        .map((finding) => `${finding.code} ${entry.path} ${finding.place?.row}`);
    });
    expect(extra.length).toBeLessThanOrEqual(10);
  });

  it('stop no report that was accepted', () => {
    const stopped = judged.filter(({ entry, findings }) => entry.outcome.startsWith('accepted') && findings.some((finding) => finding.severity.startsWith('blocks')));
    expect(stopped.map(({ entry }) => entry.path)).toEqual([]);
  });
});
