import { addDays, dateOfDay, requireDay, weekday } from './calendar.ts';
import type { Period } from './period.ts';

/** Returns Easter Sunday of a year (Gregorian calendar; anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export type Holiday =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'constitution-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day';

const holidayCache = new Map<number, ReadonlyMap<string, Holiday>>();

/**
 * Returns the Norwegian public holidays of a year by date (lov om helligdager og helligdagsfred; lov om 1. og 17. mai).
 */
export function holidays(year: number): ReadonlyMap<string, Holiday> {
  const cached = holidayCache.get(year);
  if (cached) return cached;
  const easter = easterSunday(year);
  const list: [string, Holiday][] = [
    [`${year}-01-01`, 'new-year'],
    [addDays(easter, -3), 'maundy-thursday'],
    [addDays(easter, -2), 'good-friday'],
    [easter, 'easter-sunday'],
    [addDays(easter, 1), 'easter-monday'],
    [addDays(easter, 39), 'ascension-day'],
    [addDays(easter, 49), 'whit-sunday'],
    [addDays(easter, 50), 'whit-monday'],
    [`${year}-05-01`, 'labour-day'],
    [`${year}-05-17`, 'constitution-day'],
    [`${year}-12-25`, 'christmas-day'],
    [`${year}-12-26`, 'boxing-day'],
  ];
  const days = new Map(list);
  holidayCache.set(year, days);
  return days;
}

export function holidayOn(date: string): Holiday | null {
  return holidays(Number(date.slice(0, 4))).get(date) ?? null;
}

/**
 * Returns whether a date is Monday to Friday and not a public holiday. Christmas Eve and New Year's Eve are working
 * days by law.
 */
export function isWorkingDay(date: string): boolean {
  return weekday(date) <= 5 && holidayOn(date) === null;
}

/**
 * Returns the nth working day after a date (n ≥ 1); n = 0 returns the date itself. @throws RangeError unless n is a
 * whole number from 0 to 10,000
 */
export function addWorkingDays(date: string, days: number): string {
  if (!Number.isInteger(days) || days < 0 || days > 10_000)
    throw new RangeError(`not a number of working days: ${days}`);
  let day = requireDay(date);
  let left = days;
  while (left > 0) {
    day += 1;
    if (isWorkingDay(dateOfDay(day))) left -= 1;
  }
  return dateOfDay(day);
}

/**
 * Counts working days after `from` up to and including `to`, the basis of a day fine per working day. Never negative.
 */
export function workingDaysAfter(from: string, to: string): number {
  const last = requireDay(to);
  let count = 0;
  for (let day = requireDay(from) + 1; day <= last; day += 1) if (isWorkingDay(dateOfDay(day))) count += 1;
  return count;
}

/**
 * Rule for when a report is due, as the agreement states it.
 * `fixed-dates`: month-day pairs ("04-20"); the first one on or after the period's end. A date that is no working day
 * moves to the next one.
 * `calendar-days`, `working-days`: n days after the period's last day.
 */
export type DueRule =
  | { kind: 'fixed-dates'; dates: readonly string[] }
  | { kind: 'calendar-days'; days: number }
  | { kind: 'working-days'; days: number };

/**
 * Returns the last Oslo day on which a report for the period is on time. A fixed date on a weekend or public holiday
 * moves to the next working day, as due dates do by law and custom, so that no penalty begins on a holiday.
 * @throws RangeError for fixed dates without a date
 */
export function dueDate(rule: DueRule, period: Pick<Period, 'end'>): string {
  const stated = statedDueDate(rule, period);
  if (rule.kind !== 'fixed-dates') return stated;
  let day = requireDay(stated);
  while (!isWorkingDay(dateOfDay(day))) day += 1;
  return dateOfDay(day);
}

/**
 * Returns the due date as the rule states it, also when it is no working day.
 * @throws RangeError for fixed dates without a date
 */
export function statedDueDate(rule: DueRule, period: Pick<Period, 'end'>): string {
  const lastDay = addDays(period.end, -1);
  if (rule.kind === 'calendar-days') return addDays(lastDay, rule.days);
  if (rule.kind === 'working-days') return addWorkingDays(lastDay, rule.days);
  const year = Number(period.end.slice(0, 4));
  const dates = [year, year + 1].flatMap((each) => rule.dates.map((date) => `${each}-${date}`));
  const due = dates.sort().find((date) => requireDay(date) >= requireDay(period.end));
  if (due === undefined) throw new RangeError('a rule of fixed dates needs a date');
  return due;
}
