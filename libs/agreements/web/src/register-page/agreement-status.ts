export const agreementStatuses = ['running', 'no-terms', 'coming', 'ended'] as const;
export type AgreementStatus = 'coming' | 'running' | 'ended';

/** Returns the status of an agreement on a day. Dates as YYYY-MM-DD, both ends inclusive. */
export function agreementStatus(
  agreement: { readonly startsOn: string; readonly endsOn: string | null },
  today: string,
): AgreementStatus {
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
export function matchesStatus(row: Listed, statusFilter: string, today: string): boolean {
  const status = agreementStatus(row, today);
  if (statusFilter === 'no-terms') return row.termsVersion === null && status !== 'ended';
  return statusFilter === '' || status === statusFilter;
}

/** Filters agreements by text in number, case number or title; ended ones come last. */
export function filterAgreements<T extends Listed>(
  rows: readonly T[],
  { search, standing: status, today }: { readonly search: string; readonly standing: string; readonly today: string },
): readonly T[] {
  const words = search.trim().toLowerCase();
  const hits = rows.filter(
    (row) =>
      matchesStatus(row, status, today) &&
      `${row.number} ${row.caseNumber ?? ''} ${row.title}`.toLowerCase().includes(words),
  );
  return hits.toSorted(
    (a, b) => Number(agreementStatus(a, today) === 'ended') - Number(agreementStatus(b, today) === 'ended'),
  );
}
