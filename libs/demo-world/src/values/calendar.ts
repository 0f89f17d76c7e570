/** A calendar day as 'YYYY-MM-DD'. */
export type Day = string;

const millisecondsPerDay = 86_400_000;
const stamp = (day: Day) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: Day, count: number): Day =>
  new Date(stamp(day) + count * millisecondsPerDay).toISOString().slice(0, 10);
export const daysBetween = (from: Day, to: Day): number => Math.round((stamp(to) - stamp(from)) / millisecondsPerDay);
export const monthOf = (day: Day): string => day.slice(0, 7);
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(stamp(day)).getUTCDay();
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Returns days since 1899-12-30, as a workbook stores a date. */
export const serialOf = (day: Day): number => daysBetween('1899-12-30', day);

/** Returns months 'YYYY-MM' from the first to the last, inclusive. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/** Returns the quarters of the months, each once. */
export const quartersOf = (months: readonly string[]): string[] => [
  ...new Set(months.map((month) => quarterOf(`${month}-01`))),
];

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Returns the days of a reporting period key: a month 'YYYY-MM' or a quarter 'YYYY-Qn'. The end is exclusive. */
export function periodRange(key: string): { start: Day; end: Day } {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (!quarter) return { start: `${key}-01`, end: `${nextMonth(key)}-01` };
  const first = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}`;
  return { start: `${first}-01`, end: `${nextMonth(nextMonth(nextMonth(first)))}-01` };
}

/** Returns Easter Sunday by the anonymous Gregorian algorithm (Meeus/Jones/Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

const fixedHolidays = ['01-01', '05-01', '05-17', '12-25', '12-26'];
/** Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday. */
const movingHolidays = [-3, -2, 1, 39, 50];

/** Returns true unless the day is a weekend or a Norwegian public holiday. */
export function isWorkingDay(day: Day): boolean {
  if (weekday(day) % 6 === 0 || fixedHolidays.includes(day.slice(5))) return false;
  return !movingHolidays.includes(daysBetween(easterSunday(yearOf(day)), day));
}

/** Returns the day itself if it is a working day, otherwise the next one. */
export function onWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : onWorkingDay(addDays(day, 1));
}

/** Returns the n-th working day after the day; n is at least 1. */
export function addWorkingDays(day: Day, count: number): Day {
  let current = day;
  for (let left = count; left > 0; left -= isWorkingDay(current) ? 1 : 0) current = addDays(current, 1);
  return current;
}

/** Returns the number of working days in (from, to]; 0 when `to` is not after `from`. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) count += isWorkingDay(day) ? 1 : 0;
  return count;
}
