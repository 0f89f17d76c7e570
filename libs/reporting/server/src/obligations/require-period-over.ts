import { Problem } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { Obligation } from '../store/obligation-store.ts';

/**
 * Requires that the last day of an obligation's period has passed.
 * @throws Problem 'period-not-over' (422) with the period and the first day on which the report can be submitted
 */
export function requirePeriodOver(
  { period_key: period, period_end: from }: Pick<Obligation, 'period_key' | 'period_end'>,
  now: Date,
): void {
  if (osloDate(now) < from) throw new Problem(422, 'period-not-over', { period, from });
}
