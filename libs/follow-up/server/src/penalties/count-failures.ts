import { isDate, type DecimalText } from '@tallgrunn/values';
import type { FailureClause } from './penalty-clause.ts';

/** A late report with its missed due date. */
export interface Failure {
  readonly obligationId: string;
  readonly dueOn: string;
}

export interface FailureWindow {
  /** Late reports in the rolling window that ends with the newest one, oldest first. */
  readonly failures: readonly Failure[];
  readonly count: number;
  readonly months: number;
  readonly isReached: boolean;
  /** Amount of the clause when the count is reached; null when the clause states none. */
  readonly amount: DecimalText | null;
}

/**
 * Counts late reports in the rolling window that ends on a day. Two reports exactly `months` apart are not in one
 * window.
 */
export function countFailures(clause: FailureClause, failures: readonly Failure[], endsOn: string): FailureWindow {
  const after = monthsBefore(endsOn, clause.months);
  const within = failures
    .filter(({ dueOn }) => dueOn > after && dueOn <= endsOn)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const isReached = within.length >= clause.count;
  return {
    failures: within,
    count: clause.count,
    months: clause.months,
    isReached,
    amount: isReached ? clause.amount : null,
  };
}

/** Returns the same day this many months earlier, or the last day of that month. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  const head = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  const days = [day, 30, 29, 28]
    .filter((each) => each <= day)
    .map((each) => `${head}-${String(each).padStart(2, '0')}`);
  return days.find(isDate) ?? `${head}-28`;
}
