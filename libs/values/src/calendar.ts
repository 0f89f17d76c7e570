const DAY_MS = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns the days since 1970-01-01 of an ISO date; null when that day does not exist (2025-02-30). */
export function dayNumber(date: string): number | null {
  const match = datePattern.exec(date);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().slice(0, 10) === date ? ms / DAY_MS : null;
}

/** Returns the ISO date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function isDate(text: string): boolean {
  return dayNumber(text) !== null;
}

/** Returns the day number of a date. @throws RangeError when the date does not exist */
export function requireDay(date: string): number {
  const day = dayNumber(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  return day;
}

export function addDays(date: string, days: number): string {
  return dateOfDay(requireDay(date) + days);
}

/** Returns the whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return requireDay(to) - requireDay(from);
}

/** Returns the ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return ((((requireDay(date) + 3) % 7) + 7) % 7) + 1;
}

const oslo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function osloParts(instant: Date): Record<string, string> {
  return Object.fromEntries(oslo.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** Returns the date in Oslo at an instant. */
export function osloDate(instant: Date): string {
  const { year, month, day } = osloParts(instant);
  return `${year}-${month}-${day}`;
}

/** Returns the instant at which a day begins in Oslo. */
export function startOfOsloDay(date: string): Date {
  const midnight = requireDay(date) * DAY_MS;
  // Oslo is one or two hours ahead of UTC; the right guess is the one that reads 00:00 on that date.
  const guesses = [midnight - 2 * 3_600_000, midnight - 3_600_000].map((ms) => new Date(ms));
  const right = guesses.find((guess) => osloDate(guess) === date && osloParts(guess).hour === '00');
  return right ?? new Date(midnight - 3_600_000);
}

/** Returns the instant at which a day ends in Oslo (exclusive): a deadline is met before it. */
export function endOfOsloDay(date: string): Date {
  return startOfOsloDay(addDays(date, 1));
}
