import type { Sanction } from '@tallgrunn/checks';
import type { DecimalText } from '@tallgrunn/values';

/** Repeated late reports: so many within a rolling number of months, with an amount of its own or null. */
export interface FailureClause {
  readonly count: number;
  readonly months: number;
  readonly amount: DecimalText | null;
}

/** The sanction clause of one version of the terms, with its defaults filled in. */
export interface PenaltyClause {
  readonly kind: Sanction['kind'];
  /** Per working day or started week; null where the clause names no amount. */
  readonly amount: DecimalText | null;
  readonly per: 'working-day' | 'week';
  readonly capAmount: DecimalText | null;
  readonly capUnits: number | null;
  /** Working days after the due date where it is counted by them, else calendar days. */
  readonly startsAfterDays: number;
  readonly returnedReport: 'delivered' | 'not-delivered';
  readonly failures: FailureClause | null;
  readonly currency: string;
}

const textOf = (value: number | undefined): DecimalText | null => (value === undefined ? null : String(value));

/** Reads the clause from terms. Terms without one give a clause of kind `none`. */
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
