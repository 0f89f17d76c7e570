import { Period } from '@tallgrunn/values';

/** Returns the first and last month of a period: '2026-Q1' is 2026-01 to 2026-03. Null if the key is not a period. */
export function monthsOf(key: string): { readonly from: string; readonly to: string } | null {
  const period = Period.tryParse(key);
  if (!period) return null;
  const [year = 0, month = 0] = period.end.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 2, 1));
  return { from: period.start.slice(0, 7), to: last.toISOString().slice(0, 7) };
}

/** Returns the same month of the previous year: 2025-03 for 2026-03. */
export const yearBefore = (month: string): string =>
  `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`;

/** Returns the years and quarters that contain the months, latest first. */
export function periodsIn(months: readonly string[]): readonly string[] {
  const quarters = months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
  const years = months.map((month) => month.slice(0, 4));
  const newestFirst = (keys: readonly string[]) => [...new Set(keys)].sort().reverse();
  return newestFirst(years).flatMap((year) => [
    year,
    ...newestFirst(quarters).filter((quarter) => quarter.startsWith(year)),
  ]);
}
