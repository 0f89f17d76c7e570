import type { FigureFilter } from './calculate.ts';
import type { RawRows } from './raw-rows.ts';

/** Returns the last two years with bookings, the earlier first. */
export function lastTwoYears({ booked }: Pick<RawRows, 'booked'>): readonly [string, string] {
  const last = booked.reduce((latest, { month }) => (month > latest ? month : latest), '0000-00').slice(0, 4);
  return [String(Number(last) - 1), last];
}

export const wholeYear = (year: string): { readonly from: string; readonly to: string } => ({
  from: `${year}-01`,
  to: `${year}-12`,
});

/**
 * Returns all filters: all buyers and each one; all months, and the years and second quarters of the last two years.
 */
export function selections(rows: RawRows): FigureFilter[] {
  const years = lastTwoYears(rows);
  const months = [{}, ...years.map(wholeYear), ...years.map((year) => ({ from: `${year}-04`, to: `${year}-06` }))];
  return [undefined, ...rows.buyers.map(({ id }) => id)].flatMap((buyer) => months.map((of) => ({ buyer, ...of })));
}

/** Returns the months from one to another, inclusive. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

export function monthAfter(month: string, count = 1): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}
