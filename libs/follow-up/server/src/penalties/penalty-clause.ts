import type { Sanction } from '@tallgrunn/checks';
import type { DecimalText } from '@tallgrunn/values';

/** Clause on repeated late reports: a count within a rolling number of months, with an amount or null. */
export interface FailureClause {
  readonly count: number;
  readonly months: number;
  readonly amount: DecimalText | null;
}

/** The sanction clause of one version of the terms, with defaults applied. */
export interface PenaltyClause {
  readonly kind: Sanction['kind'];
  /** Per working day or started week; null when the clause states no amount. */
  readonly amount: DecimalText | null;
  readonly per: 'working-day' | 'week';
  readonly capAmount: DecimalText | null;
  readonly capUnits: number | null;
  /** Working days after the due date if `per` is working-day, else calendar days. */
  readonly startsAfterDays: number;
  readonly returnedReport: 'delivered' | 'not-delivered';
  readonly failures: FailureClause | null;
  readonly currency: string;
}

const textOf = (value: number | undefined): DecimalText | null => (value === undefined ? null : String(value));

/** Reads the clause from terms. Terms without one give kind `none`. */
export function penaltyClause(sanction: Sanction | undefined, currency: string): PenaltyClause {
  const { kind = 'none', amount, per, cap, capUnits, startsAfter, returnedReport, failures } = sanction ?? {};
  return {
    kind,
    amount: kind === 'day-fine' ? textOf(amount) : null,
    per: per ?? 'working-day',
    capAmount: textOf(cap),
    capUnits: capUnits ?? null,
    startsAfterDays: startsAfter ?? 0,
    returnedReport: returnedReport ?? 'not-delivered',
    failures: failures ? { count: failures.count, months: failures.months, amount: textOf(failures.amount) } : null,
    currency,
  };
}
