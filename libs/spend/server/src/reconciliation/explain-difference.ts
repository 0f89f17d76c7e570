import { compare, negate, subtract } from '@tallgrunn/values';

/** Kinds of rows that are here and not among those compared, with what they come to. */
export interface Beside {
  /** Rows whose amount cannot be read. */
  readonly unreadRows: number;
  /** NOK of rows that an earlier file holds too. */
  readonly repeated: string;
  /** NOK of rows of files that are reversed. */
  readonly reversed: string;
  /** NOK of rows of the account without a month. */
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
 * Returns why a ledger's own total differs from the rows that are here, most certain first: rows that come to the difference exactly, else that amounts
 * cannot be read, else only which way it differs. Empty when it does not differ.
 */
export function explainDifference(
  stated: string,
  found: string,
  { unreadRows, repeated, reversed, withoutMonth, withoutAccount }: Beside,
): DifferenceReason[] {
  const difference = subtract(stated, found);
  if (isZero(difference)) return [];
  const sums: readonly (readonly [DifferenceReason, string])[] = [
    ['repeated', repeated],
    ['reversed', reversed],
    ['without-month', withoutMonth],
    ['without-account', withoutAccount],
  ];
  const exact = sums.filter(([, amount]) => compare(amount, difference) === 0).map(([reason]) => reason);
  if (exact.length > 0) return exact;
  if (compare(stated, negate(found)) === 0) return ['opposite-sign'];
  return unreadRows > 0 ? ['unread-rows'] : [compare(difference, '0') > 0 ? 'more-in-ledger' : 'less-in-ledger'];
}
