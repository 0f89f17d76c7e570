import type { IncompleteMonth } from './incomplete-months.ts';
import { monthsOf, periodsIn } from './period-months.ts';

/**
 * Returns the default period: the latest complete year, else the latest complete quarter, else the latest year; ''
 * without data.
 * @param months months with lines, YYYY-MM
 * @param incomplete months missing from the relevant ledgers
 */
export function newestComplete(
  months: readonly string[],
  incomplete: readonly Pick<IncompleteMonth, 'month'>[],
): string {
  const incompleteMonths = new Set(incomplete.map(({ month }) => month));
  const complete = new Set(months.filter((month) => !incompleteMonths.has(month)));
  const periods = periodsIn(months);
  const isComplete = (key: string): boolean => {
    const span = monthsOf(key);
    const wanted = key.length === 4 ? 12 : 3;
    return span !== null && [...complete].filter((month) => month >= span.from && month <= span.to).length === wanted;
  };
  const years = periods.filter((key) => key.length === 4);
  return years.find(isComplete) ?? periods.find((key) => !years.includes(key) && isComplete(key)) ?? years[0] ?? '';
}
