import { addDays, endOfOsloDay, osloDate, startOfOsloDay } from '@tallgrunn/values';

/** A day (Oslo) with at least this many minutes of downtime does not count. */
export const DOWNTIME_MINUTES = 60;

const MINUTE_MS = 60_000;

/** Returns the days (Oslo) on which the portal was down for at least an hour in total. */
export function downtimeDays(downtimes: readonly { readonly from: Date; readonly until: Date }[]): string[] {
  const minutes = new Map<string, number>();
  for (const { from, until } of downtimes)
    for (let on = osloDate(from); startOfOsloDay(on) < until; on = addDays(on, 1)) {
      const start = Math.max(from.getTime(), startOfOsloDay(on).getTime());
      const end = Math.min(until.getTime(), endOfOsloDay(on).getTime());
      minutes.set(on, (minutes.get(on) ?? 0) + (end - start) / MINUTE_MS);
    }
  return [...minutes].filter(([, down]) => down >= DOWNTIME_MINUTES).map(([on]) => on);
}
