import { checkReport, exampleTerms } from '@tallgrunn/checks';
import type { CheckContext, EarlierReport, Finding, ReportLine, Terms, Verdict } from '@tallgrunn/checks';
import { digestOf } from './demo-reports.ts';
import type { DemoReports, Planted, ReportEntry } from './demo-reports.ts';

/** The quarterly package, where suppliers may leave the price out, at the pace of the period. */
export function termsFor({ period, branch }: Pick<ReportEntry, 'period' | 'branch'>): Terms {
  const terms = exampleTerms['quarterly-goods']({ frequency: period.includes('Q') ? 'quarter' : 'month' });
  const fields = terms.tables[0]!.fields.map(({ constraints, ...field }) =>
    field.name === 'unitPrice' || !constraints ? field : { ...field, constraints },
  );
  const own = branch === undefined ? [] : [{ name: 'branch', type: 'string' as const, synonyms: ['Avdeling'] }];
  return { ...terms, tables: [{ ...terms.tables[0]!, fields: [...fields, ...own] }] };
}

/** A finding as the score needs it: class, code, severity and row. */
export type Told = Pick<Finding, 'code' | 'class' | 'severity'> & { readonly row: number | null };

export interface Judged {
  readonly entry: ReportEntry;
  readonly planted: readonly Planted[];
  readonly findings: readonly Told[];
  readonly lines: number;
  /** What the report was checked against, and all that was said. */
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly verdict: Verdict;
}

/** As many earlier reports as the reporting room looks back on. */
const EARLIER_MAX = 13;

/** Checks every report of the world, each with what was accepted before it; `seen` is told of each at once, so that nothing is held. */
export async function judgeReports(reports: DemoReports, seen: (judged: Judged) => void): Promise<void> {
  const accepted = new Map<string, EarlierReport[]>();
  for (const entry of reports.entries) {
    const key = `${entry.supplier}/${entry.agreement}`;
    const alone = await reports.contextOf(entry, []);
    const before = (accepted.get(key) ?? []).filter((report) => report.start < alone.period!.start).slice(-EARLIER_MAX);
    const [terms, context]: [Terms, CheckContext] = [termsFor(entry), { ...alone, earlier: before }];
    const lines: ReportLine[] = [];
    const verdict = await checkReport(await reports.open(entry.path), {
      terms,
      context,
      onLine: (line) => void (line.accepted && lines.push(line)),
    });
    if (entry.outcome.startsWith('accepted'))
      accepted.set(key, [...(accepted.get(key) ?? []), digestOf(context.period!, lines)].slice(-2 * EARLIER_MAX));
    const findings = verdict.findings.map(({ code, class: errorClass, severity, place }): Told => ({
      code,
      class: errorClass,
      severity,
      row: place?.row ?? null,
    }));
    seen({
      entry,
      findings,
      planted: reports.planted.get(entry.path) ?? [],
      lines: verdict.rows,
      terms,
      context,
      verdict,
    });
  }
}

/** What no report file can tell: the books say what was left out. */
export const onlyInBooks = new Set(['site-missing']);
export const placeKey = (errorClass: number, row: number | null | undefined): string =>
  `${errorClass}/${row ?? 'file'}`;

/** Follow from something else that is planted or asked for: no claim of their own. */
export const follows = new Set(['column-guessed', 'date-outside-period', 'reported-before', 'year-to-date']);
