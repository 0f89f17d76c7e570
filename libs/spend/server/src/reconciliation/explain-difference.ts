import { compare, negate, subtract } from '@tallgrunn/values';

/** Amounts of rows that are stored but not among those compared. */
export interface UncomparedAmounts {
  /** Number of rows with an unreadable amount. */
  readonly unreadRows: number;
  /** NOK of duplicates of an earlier file. */
  readonly repeated: string;
  /** NOK of rows of reversed files. */
  readonly reversed: string;
  /** NOK of the account's rows without a month. */
  readonly withoutMonth: string;
  /** NOK of rows in the months without an account. */
  readonly withoutAccount: string;
}

export const differenceReasons = [
  'repeated',
  'reversed',
  'without-month',
  'without-account',
  'unread-rows',
  'opposite-sign',
  'more-in-ledger',
  'less-in-ledger',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

const isZero = (amount: string): boolean => compare(amount, '0') === 0;

/**
 * Returns the reasons for a difference between a ledger's own total and the stored rows, most certain first. First
 * choice are rows that equal the difference exactly, then unreadable amounts, then only the direction of the
 * difference. Empty when there is none.
 */
export function explainDifference(
  stated: string,
  stored: string,
  { unreadRows, repeated, reversed, withoutMonth, withoutAccount }: UncomparedAmounts,
): DifferenceReason[] {
  const difference = subtract(stated, stored);
  if (isZero(difference)) return [];
  const sums: readonly (readonly [DifferenceReason, string])[] = [
    ['repeated', repeated],
    ['reversed', reversed],
    ['without-month', withoutMonth],
    ['without-account', withoutAccount],
  ];
  const exact = sums.filter(([, amount]) => compare(amount, difference) === 0).map(([reason]) => reason);
  if (exact.length > 0) return exact;
  if (compare(stated, negate(stored)) === 0) return ['opposite-sign'];
  return unreadRows > 0 ? ['unread-rows'] : [compare(difference, '0') > 0 ? 'more-in-ledger' : 'less-in-ledger'];
}
