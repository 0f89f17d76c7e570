import type { Finding } from '@tallgrunn/checks';
import type { Wording } from '@tallgrunn/design';
import { Period, isDate } from '@tallgrunn/values';

type Formats = Pick<Wording, 'amount' | 'date' | 'period'>;

/**
 * Checks that calculate amounts, and checks of how a number was read: their expected value is a number even without
 * decimals.
 */
const amountChecks = new Set([
  'amount-differs',
  'total-differs',
  'total-row',
  'subtotal-row',
  'reported-below-booked',
  'nil-but-booked',
  'price-above-agreed',
  'vat-included-15',
  'vat-included-25',
]);
const numberChecks = new Set([
  'credit-exceeds-sales',
  'decimals-mixed',
  'trailing-minus',
  'not-a-number',
  'number-inferred',
  'number-currency',
  'number-parentheses',
  'thousands-separator-inferred',
  'number-spaces',
  'value-out-of-range',
]);

/** Checks of a value itself, not of how it is written. */
const valueChecks = new Set([
  ...amountChecks,
  'price-scale',
  'price-jump',
  'extreme-quantity',
  'negative-price',
  'quantity-as-money',
  'pack-as-piece',
  'credit-exceeds-sales',
]);
const dateChecks = new Set(['date-outside-period', 'date-in-future', 'late-line', 'belongs-to-other-report']);

/**
 * Formats the found value: numbers and dates stored as such in a workbook are localised; written text is shown
 * unchanged.
 */
export function formatFound({ code, found }: Pick<Finding, 'code' | 'found'>, wording: Formats): string {
  if (found === null) return '';
  if (valueChecks.has(code) && /^-?\d+\.\d+$/.test(found))
    return wording.amount(found, Math.max(2, found.split('.')[1]?.length ?? 0));
  return dateChecks.has(code) && isDate(found) ? wording.date(found, 'short') : found;
}

/**
 * Formats the expected value: calculated decimals, ISO dates and periods are localised; agreed values are shown as
 * written.
 */
export function formatExpected({ code, expected }: Pick<Finding, 'code' | 'expected'>, wording: Formats): string {
  if (expected === null) return '';
  if (/^-?\d+\.\d+$/.test(expected)) return wording.amount(expected, Math.max(2, expected.split('.')[1]?.length ?? 0));
  if (/^-?\d+$/.test(expected) && (amountChecks.has(code) || numberChecks.has(code)))
    return wording.amount(expected, amountChecks.has(code) ? 2 : 0);
  if (isDate(expected)) return wording.date(expected, 'short');
  if (code === 'belongs-to-other-report')
    return expected
      .split('/')
      .map((day) => (isDate(day) ? wording.date(day, 'short') : ''))
      .join('–');
  return (code === 'date-outside-period' || code === 'late-line') && Period.tryParse(expected)
    ? wording.period(expected)
    : expected;
}
