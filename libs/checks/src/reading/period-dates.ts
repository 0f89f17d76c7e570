import { addDays } from '@tallgrunn/values';

type Range = { readonly start: string; readonly end: string };

/** Whether an ISO date lies in a half-open range. */
export function within(date: string, period: Range): boolean {
  return date >= period.start && date < period.end;
}

const days1904 = 1462;

/** The number of days that would move a date outside the period into it, when that is the distance between Excel's two calendars. */
export function shiftDays(date: string, period: Range): number | null {
  if (date === '' || within(date, period)) return null;
  if (within(addDays(date, days1904), period)) return days1904;
  return within(addDays(date, -days1904), period) ? -days1904 : null;
}
