import type { Finding } from '@tallgrunn/checks';
import type { Wording } from '@tallgrunn/design';
import { Period, isDate } from '@tallgrunn/values';

type Words = Pick<Wording, 'amount' | 'date' | 'period'>;

/** What a check reckoned is decimal text, an ISO date or a period; what was agreed is shown as it is written. */
export function expectedInWords({ code, expected }: Pick<Finding, 'code' | 'expected'>, wording: Words): string {
  if (expected === null) return '';
  if (/^-?\d+\.\d+$/.test(expected)) return wording.amount(expected, Math.max(2, expected.split('.')[1]?.length ?? 0));
  if (isDate(expected)) return wording.date(expected, 'short');
  return code === 'date-outside-period' && Period.tryParse(expected) ? wording.period(expected) : expected;
}
