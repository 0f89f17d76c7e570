import type { Finding } from '@tallgrunn/checks';
import type { Wording } from '@tallgrunn/design';
import { Period, isDate } from '@tallgrunn/values';

type Words = Pick<Wording, 'amount' | 'date' | 'period'>;

/** Checks that reckon kroner, and those that say how a number was read: what they expect is a number also when it is whole. */
const kroner = new Set(['amount-differs', 'total-differs', 'total-row', 'subtotal-row', 'below-booked', 'nil-but-booked', 'price-above-agreed', 'vat-included-15', 'vat-included-25']);
const numbers = new Set(['credit-without-sale', 'decimals-mixed', 'minus-behind', 'not-a-number', 'number-by-arithmetic', 'number-currency', 'number-parentheses', 'number-settled', 'number-spaces', 'value-out-of-range']);

/** What a check reckoned is decimal text, an ISO date or a period; what was agreed is shown as it is written. */
export function expectedInWords({ code, expected }: Pick<Finding, 'code' | 'expected'>, wording: Words): string {
  if (expected === null) return '';
  if (/^-?\d+\.\d+$/.test(expected)) return wording.amount(expected, Math.max(2, expected.split('.')[1]?.length ?? 0));
  if (/^-?\d+$/.test(expected) && (kroner.has(code) || numbers.has(code))) return wording.amount(expected, kroner.has(code) ? 2 : 0);
  if (isDate(expected)) return wording.date(expected, 'short');
  if (code === 'other-part') return expected.split('/').map((day) => (isDate(day) ? wording.date(day, 'short') : '')).join('–');
  return (code === 'date-outside-period' || code === 'late-line') && Period.tryParse(expected) ? wording.period(expected) : expected;
}
