import { checkReport, exampleTerms } from '@tallgrunn/checks';
import type { CheckContext, EarlierReport, Finding, ReportLine, Terms, CheckResult } from '@tallgrunn/checks';
import { digestOf } from './demo-reports.ts';
import type { DemoReports, Planted, ReportEntry } from './demo-reports.ts';

/** Returns the quarterly terms package with an optional price, at the frequency of the period. */
export function termsFor({ period, branch }: Pick<ReportEntry, 'period' | 'branch'>): Terms {
  const terms = exampleTerms['quarterly-goods']({ frequency: period.includes('Q') ? 'quarter' : 'month' });
  const fields = terms.tables[0]!.fields.map(({ constraints, ...field }) =>
    field.name === 'unitPrice' || !constraints ? field : { ...field, constraints },
  );
  const own = branch === undefined ? [] : [{ name: 'branch', type: 'string' as const, synonyms: ['Avdeling'] }];
  return { ...terms, tables: [{ ...terms.tables[0]!, fields: [...fields, ...own] }] };
}

/** The fields of a finding that scoring needs: class, code, severity and row. */
export type ScoredFinding = Pick<Finding, 'code' | 'class' | 'severity'> & { readonly row: number | null };

export interface AssessedReport {
  readonly entry: ReportEntry;
  readonly planted: readonly Planted[];
  readonly findings: readonly ScoredFinding[];
  readonly lines: number;
  /** Terms and context of the check, and its complete result. */
  readonly terms: Terms;
  readonly context: CheckContext;
  readonly verdict: CheckResult;
}

/** Number of earlier reports that the reporting room also uses. */
const EARLIER_MAX = 13;

/**
 * Checks every report of the world, each with the reports accepted before it. Calls `onAssessed` after each, so that no
 * result is retained.
 */
export async function assessReports(reports: DemoReports, onAssessed: (judged: AssessedReport) => void): Promise<void> {
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
    const findings = verdict.findings.map(({ code, class: errorClass, severity, place }): ScoredFinding => ({
      code,
      class: errorClass,
      severity,
      row: place?.row ?? null,
    }));
    onAssessed({
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

/** Errors that no report file can show: the ledger shows what was omitted. */
export const onlyInLedger = new Set(['site-missing']);
export const placeKey = (errorClass: number, row: number | null | undefined): string =>
  `${errorClass}/${row ?? 'file'}`;

/** Codes that follow from another planted or expected error: they do not count as findings of their own. */
export const dependentCodes = new Set(['column-inferred', 'date-outside-period', 'already-reported', 'year-to-date']);
