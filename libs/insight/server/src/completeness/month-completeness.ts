import { Period } from '@tallgrunn/values';
import type { ObligationStatus } from '@tallgrunn/reporting-server';

/**
 * State of a month of a buyer's ledger. `open`: imported, more may follow. `partial`: fewer postings than a fifth of a
 * usual month.
 */
export type LedgerState = 'complete' | 'open' | 'partial' | 'missing' | 'not-expected';
export const ledgerStates: readonly LedgerState[] = ['complete', 'open', 'partial', 'missing', 'not-expected'];

/**
 * State of the reports due in a month under a buyer's agreements. `waiting`: in review, or returned. `open`: not due
 * yet.
 */
export type ReportsState = 'complete' | 'waiting' | 'partial' | 'late' | 'open' | 'not-expected';
export const reportsStates: readonly ReportsState[] = [
  'complete',
  'waiting',
  'partial',
  'late',
  'open',
  'not-expected',
];

/** A month with imported postings. */
export interface LedgerMonth {
  readonly month: string;
  readonly isComplete: boolean;
  readonly isPartial: boolean;
}

/** Reports of one month, counted by state. */
export interface ReportCounts {
  readonly expected: number;
  readonly complete: number;
  readonly waiting: number;
  readonly partial: number;
  readonly late: number;
}

export const noReports: ReportCounts = { expected: 0, complete: 0, waiting: 0, partial: 0, late: 0 };

const groupOf: Readonly<Record<ObligationStatus, keyof Omit<ReportCounts, 'expected'> | null>> = {
  accepted: 'complete',
  nil: 'complete',
  exempt: 'complete',
  submitted: 'waiting',
  returned: 'waiting',
  partly: 'partial',
  overdue: 'late',
  running: null,
  open: null,
  'due-soon': null,
};

export function addReport(counts: ReportCounts, state: ObligationStatus): ReportCounts {
  const group = groupOf[state];
  return { ...counts, expected: counts.expected + 1, ...(group && { [group]: counts[group] + 1 }) };
}

/**
 * Returns the state of a month of a ledger. A ledger is expected from its first month to the month before `thisMonth`;
 * for a buyer without any ledger every month is missing.
 * @param known the month's postings, if any were imported
 * @param first the buyer's first month with postings; null = none
 */
export function ledgerState(
  month: string,
  known: LedgerMonth | undefined,
  first: string | null,
  thisMonth: string,
): LedgerState {
  if (known) return known.isComplete ? 'complete' : known.isPartial ? 'partial' : 'open';
  if (month >= thisMonth || (first !== null && month < first)) return 'not-expected';
  return 'missing';
}

/** Returns the state of a month's reports: the most urgent one. */
export function reportsState({ expected, complete, waiting, partial, late }: ReportCounts): ReportsState {
  if (expected === 0) return 'not-expected';
  if (late > 0) return 'late';
  if (partial > 0) return 'partial';
  if (waiting > 0) return 'waiting';
  return complete === expected ? 'complete' : 'open';
}

/** Returns the months from the first to the last, both inclusive: 2026-01, 2026-02 … */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let period = Period.parse(first); period.key <= last; period = Period.next(period)) months.push(period.key);
  return months;
}
