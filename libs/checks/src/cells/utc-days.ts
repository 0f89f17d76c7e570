import { addDays } from '@tallgrunn/values';

/** A time of day in UTC: hours, minutes and seconds. */
const utcTime = /(?:T|\s)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]00:?00)$/i;
const MINUTES_OF_DAY = 24 * 60;
/** Some systems mark the end of a day by its last second, which is no instant. */
const isEndOfDay = (hour: string, minute: string, second: string | undefined): boolean =>
  hour === '23' && minute === '59' && (second === undefined || second === '59');

/** Returns the last Sunday of a month of 31 days, as an ISO date. */
function lastSunday(year: string, month: string): string {
  const last = new Date(`${year}-${month}-31T00:00:00Z`);
  return addDays(`${year}-${month}-31`, -last.getUTCDay());
}

/**
 * Returns how many minutes Norway is ahead of UTC. Summer time begins and ends at 01:00 UTC on the last Sundays of March
 * and October (Directive 2000/84/EC).
 */
function minutesAhead(day: string, minutes: number): number {
  const [start, end] = [lastSunday(day.slice(0, 4), '03'), lastSunday(day.slice(0, 4), '10')];
  const isAfter = (change: string): boolean => day > change || (day === change && minutes >= 60);
  return isAfter(start) && !isAfter(end) ? 120 : 60;
}

/**
 * Returns the day in Norway of an instant written in UTC; `day` when the text has none. Programs write the midnight that
 * begins 1 April as `2026-03-31T22:00:00.000Z`.
 */
export function dayInNorway(text: string, day: string): string {
  const found = utcTime.exec(text);
  if (!found || isEndOfDay(found[1]!, found[2]!, found[3])) return day;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes + minutesAhead(day, minutes) >= MINUTES_OF_DAY ? addDays(day, 1) : day;
}
