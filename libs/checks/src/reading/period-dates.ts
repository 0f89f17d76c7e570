import { addDays } from '@tallgrunn/values';

type Range = { readonly start: string; readonly end: string };

/** Returns whether an ISO date is in a half-open range. */
export function within(date: string, period: Range): boolean {
  return date >= period.start && date < period.end;
}

const days1904 = 1462;

/**
 * Returns the number of days that moves a date into the period, if it is the difference between Excel's two calendars;
 * otherwise null.
 */
export function shiftDays(date: string, period: Range): number | null {
  if (date === '' || within(date, period)) return null;
  if (within(addDays(date, days1904), period)) return days1904;
  return within(addDays(date, -days1904), period) ? -days1904 : null;
}
