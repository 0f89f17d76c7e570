export const standings = ['running', 'no-terms', 'coming', 'ended'] as const;
export type Standing = 'coming' | 'running' | 'ended';

/** Returns the status of an agreement on a day. Dates as YYYY-MM-DD, both ends inclusive. */
export function standingOf(
  agreement: { readonly startsOn: string; readonly endsOn: string | null },
  today: string,
): Standing {
  if (agreement.startsOn > today) return 'coming';
  return agreement.endsOn !== null && agreement.endsOn < today ? 'ended' : 'running';
}

interface Listed {
  readonly number: string;
  readonly title: string;
  readonly caseNumber: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly termsVersion: number | null;
}

/** Returns whether an agreement matches the status filter; `no-terms` covers current and future ones. */
export function stands(row: Listed, wanted: string, today: string): boolean {
  const standing = standingOf(row, today);
  if (wanted === 'no-terms') return row.termsVersion === null && standing !== 'ended';
  return wanted === '' || standing === wanted;
}

/** Filters agreements by text in number, case number or title; ended ones come last. */
export function found<T extends Listed>(
  rows: readonly T[],
  { search, standing, today }: { readonly search: string; readonly standing: string; readonly today: string },
): readonly T[] {
  const words = search.trim().toLowerCase();
  const hits = rows.filter(
    (row) =>
      stands(row, standing, today) &&
      `${row.number} ${row.caseNumber ?? ''} ${row.title}`.toLowerCase().includes(words),
  );
  return hits.toSorted((a, b) => Number(standingOf(a, today) === 'ended') - Number(standingOf(b, today) === 'ended'));
}
