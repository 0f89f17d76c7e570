import type { ObligationStatus, ObligationView } from '@tallgrunn/reporting-server';

export interface Punctuality {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly exempt: number;
  readonly meanDaysLate: number | null;
}

const delivered: readonly ObligationStatus[] = ['submitted', 'accepted', 'partly', 'nil'];

/** Returns whether a report came, late or not. */
export const isDelivered = ({ state }: ObligationView): boolean => delivered.includes(state);

/** Returns a supplier's punctuality for reports whose due date (as extended) is between `from` and yesterday. */
export function punctualityOf(obligations: readonly ObligationView[], from: string, today: string): Punctuality {
  const passed = obligations.filter(({ dueOn }) => dueOn >= from && dueOn < today);
  const exempt = passed.filter(({ state }) => state === 'exempt').length;
  const came = passed.filter(isDelivered);
  const late = came.filter(({ daysLate }) => daysLate > 0);
  const days = late.reduce((sum, { daysLate }) => sum + daysLate, 0);
  return {
    due: passed.length - exempt,
    onTime: came.length - late.length,
    late: late.length,
    missing: passed.length - exempt - came.length,
    exempt,
    meanDaysLate: late.length === 0 ? null : Math.round((days / late.length) * 10) / 10,
  };
}
