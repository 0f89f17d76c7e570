import { Problem } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';

/** Months of a sheet, both included, such as 2026-01. */
export interface SheetPeriod {
  readonly from: string;
  readonly to: string;
}

const MONTHS_MAX = 36;
export const MONTHS_OF_YEAR = 12;

export const shiftedMonth = (month: string, count: number): string => Period.shift(Period.parse(month), count).key;
export const firstDayOf = ({ from }: SheetPeriod): string => Period.parse(from).start;
export const dayAfterPeriod = ({ to }: SheetPeriod): string => Period.parse(to).end;
export const earlierDay = (one: string, other: string): string => (one < other ? one : other);

/**
 * Returns a period with its defaults: the twelve months before this one.
 * @throws Problem 'period-reversed', 'period-too-long' (422)
 */
export function sheetPeriod({ from, to }: Partial<SheetPeriod>, today: string): SheetPeriod {
  const last = to ?? Period.previous(Period.containing('month', today)).key;
  const first = from ?? shiftedMonth(last, 1 - MONTHS_OF_YEAR);
  if (first > last) throw new Problem(422, 'period-reversed', { from: first, to: last });
  if (shiftedMonth(first, MONTHS_MAX) <= last) throw new Problem(422, 'period-too-long', { months: MONTHS_MAX });
  return { from: first, to: last };
}
