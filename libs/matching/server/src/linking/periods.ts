import { aroundDay, type Period } from './add-up.ts';

/** Day 0, a Saturday. */
const FIRST_DAY = Date.UTC(2000, 0, 1);
const MS_A_DAY = 86_400_000;

const dayOf = (year: number, month: number): number => (Date.UTC(year, month, 1) - FIRST_DAY) / MS_A_DAY;

function monthsFrom(day: number, length: number): Period {
  const date = new Date(FIRST_DAY + day * MS_A_DAY);
  const first = Math.floor(date.getUTCMonth() / length) * length;
  return [dayOf(date.getUTCFullYear(), first), dayOf(date.getUTCFullYear(), first + length) - 1];
}

/** Monday to Sunday. */
function weekOf(day: number): Period {
  const monday = day - ((((day + 5) % 7) + 7) % 7);
  return [monday, monday + 6];
}

/** Periods that a sum row may cover, most likely first. Day 0 is 1 January 2000. */
export const PERIODS: readonly ((day: number) => Period)[] = [
  (day) => monthsFrom(day, 1),
  weekOf,
  aroundDay,
  (day) => monthsFrom(day, 3),
];

/** A period without limits, when something else than days groups the lines. */
export const ANY_TIME = (): Period => [-Infinity, Infinity];
