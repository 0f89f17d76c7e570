import type { ClausePackage } from '@tallgrunn/checks';

/** Clause packages by CPV division. Other goods report quarterly; other services (50 and above) yearly. */
const divisions: Readonly<Record<string, ClausePackage>> = {
  '03': 'monthly-food',
  '15': 'monthly-food',
  '55': 'monthly-food',
  '09': 'monthly-fuel',
  '60': 'yearly-transport',
  '63': 'yearly-transport',
};

/** Returns the clause package that fits an agreement's CPV code; null without a valid code. */
export function suggestPackage(cpv: string | null): ClausePackage | null {
  const division = /^(\d{2})\d{6}/.exec(cpv ?? '')?.[1];
  if (!division) return null;
  return divisions[division] ?? (Number(division) >= 50 ? 'yearly-services' : 'quarterly-goods');
}

/**
 * Returns the first day of new terms: the first of this month, so that no report is required for the distant past, or
 * the agreement's first day if later.
 */
export const defaultStartOf = (startsOn: string, today: string): string =>
  startsOn > today ? startsOn : `${today.slice(0, 7)}-01` < startsOn ? startsOn : `${today.slice(0, 7)}-01`;
