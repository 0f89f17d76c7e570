import type { ClausePackage } from '@tallgrunn/checks';

/** CPV divisions whose agreements report in a way of their own; other goods report by the quarter, other services (50 and up) by the year. */
const divisions: Readonly<Record<string, ClausePackage>> = {
  '03': 'monthly-food',
  '15': 'monthly-food',
  '55': 'monthly-food',
  '09': 'monthly-fuel',
  '60': 'yearly-transport',
  '63': 'yearly-transport',
};

/** The clause package that fits what an agreement is about; null when its CPV code does not tell. */
export function suggestPackage(cpv: string | null): ClausePackage | null {
  const division = /^(\d{2})\d{6}/.exec(cpv ?? '')?.[1];
  if (!division) return null;
  return divisions[division] ?? (Number(division) >= 50 ? 'yearly-services' : 'quarterly-goods');
}

/** From when terms hold that are given to an agreement today: this month, so that no report is asked for of what is long past, or from its own first day. */
export const holdsFromOf = (startsOn: string, today: string): string =>
  startsOn > today ? startsOn : `${today.slice(0, 7)}-01` < startsOn ? startsOn : `${today.slice(0, 7)}-01`;
