import { addDays, osloDate, startOfOsloDay, weekday } from '@tallgrunn/values';
import type { Cadence } from '../notification-kinds.ts';

/** Hour in Oslo at which summaries are sent. */
const SUMMARY_HOUR = 7;
const MONDAY = 1;

const summaryOn = (date: string): Date => new Date(startOfOsloDay(date).getTime() + SUMMARY_HOUR * 3_600_000);

/** Returns when a notification is due: now, at the next daily summary, or at the summary of the next Monday. */
export function sendTime(cadence: Exclude<Cadence, 'never'>, now: Date): Date {
  if (cadence === 'at-once') return now;
  const today = osloDate(now);
  const next = summaryOn(today) > now ? today : addDays(today, 1);
  if (cadence === 'daily') return summaryOn(next);
  const days = (MONDAY - weekday(next) + 7) % 7;
  return summaryOn(addDays(next, days));
}

/** Returns the time of tomorrow's summary, for recipients who have had today's. */
export const nextSummary = (now: Date): Date => summaryOn(addDays(osloDate(now), 1));
