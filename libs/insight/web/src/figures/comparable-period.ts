import type { FilterOptionsDto } from '@tallgrunn/api-client/shapes';
import { monthsOf, periodsIn, yearBefore } from './period-months.ts';

/**
 * Returns the period whose change from the year before is shown: the selected one if any month of the year before it is
 * known, complete or not, so that the page states what is incomplete. Else the newest year with a month that is complete
 * in both years for a buyer; it may still be in progress. Null if none is.
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
  const knownIn = (key: string): string[] => {
    const span = monthsOf(key);
    return span === null ? [] : months.filter((month) => month >= span.from && month <= span.to);
  };
  const canCompare = (key: string): boolean =>
    knownIn(key).some((month) =>
      buyers.some((name) => [month, yearBefore(month)].every((each) => isCompleteFor(each, name))),
    );
  if (knownIn(period).some((month) => months.includes(yearBefore(month)))) return period;
  return periodsIn(months).find((key) => key.length === 4 && canCompare(key)) ?? null;
}
