import type { FilterOptionsDto } from '@tallgrunn/api-client/shapes';
import { monthsOf, periodsIn, yearBefore } from './period-months.ts';

/**
 * Returns the period whose change from the year before can be shown: the selected one if any of its months is complete
 * in both years for a buyer, else the newest year with such a month, which may still be in progress. Null if none is.
 * @param buyer name of the selected buyer; null = all
 */
export function comparablePeriod(
  period: string,
  { months, incomplete, ...options }: Pick<FilterOptionsDto, 'months' | 'incomplete' | 'buyers'>,
  buyer: string | null,
): string | null {
  const buyers = buyer === null ? options.buyers.map(({ label }) => label) : [buyer];
  const lacking = new Map(incomplete.map((each) => [each.month, each.buyers]));
  const isCompleteFor = (month: string, name: string): boolean =>
    months.includes(month) && !lacking.get(month)?.includes(name);
  const canCompare = (key: string): boolean => {
    const span = monthsOf(key);
    return (
      span !== null &&
      months
        .filter((month) => month >= span.from && month <= span.to)
        .some((month) => buyers.some((name) => [month, yearBefore(month)].every((each) => isCompleteFor(each, name))))
    );
  };
  if (canCompare(period)) return period;
  return periodsIn(months).find((key) => key.length === 4 && canCompare(key)) ?? null;
}
