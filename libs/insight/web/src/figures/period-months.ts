import { Period } from '@tallgrunn/values';

/** The first and last month of a period: '2026-Q1' is 2026-01 to 2026-03. Null for what is no period. */
export function monthsOf(key: string): { readonly from: string; readonly to: string } | null {
  const period = Period.tryParse(key);
  if (!period) return null;
  const [year = 0, month = 0] = period.end.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 2, 1));
  return { from: period.start.slice(0, 7), to: last.toISOString().slice(0, 7) };
}

interface Months {
  readonly from: string;
  readonly to: string;
}

/** Some months and those before them, both as far as there are books (`months`) of the later: half a year is not held up against a whole one. */
export function alike(after: Months, before: Months, months: readonly string[]): { readonly after: Months; readonly before: Months } {
  const last = months.filter((month) => month >= after.from && month <= after.to).toSorted().at(-1);
  if (last === undefined || last === after.to) return { after, before };
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const cut = Period.shift(Period.parse(before.from), index(last) - index(after.from)).key;
  return { after: { from: after.from, to: last }, before: { from: before.from, to: cut < before.to ? cut : before.to } };
}

/** The years and quarters that some months lie in, the newest first: what a picture can be narrowed to. */
export function periodsIn(months: readonly string[]): readonly string[] {
  const quarters = months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
  const years = months.map((month) => month.slice(0, 4));
  const newestFirst = (keys: readonly string[]) => [...new Set(keys)].sort().reverse();
  return newestFirst(years).flatMap((year) => [year, ...newestFirst(quarters).filter((quarter) => quarter.startsWith(year))]);
}
