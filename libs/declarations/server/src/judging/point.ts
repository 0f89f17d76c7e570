/** How a point of the checklist turned out. unknown: nothing is said of it, and it changes nothing. */
export type PointStanding = 'good' | 'reservation' | 'unclear' | 'stopped' | 'unknown';

/** What the checks advise; a person decides. */
export type Advice = 'accepted' | 'accepted-with-reservation' | 'to-clarify' | 'rejected';

/** One point of the checklist for a declaration: what was found, as evidence. Words come from the page's texts by code and outcome. */
export interface Point {
  readonly code: PointCode;
  readonly outcome: string;
  readonly standing: PointStanding;
  readonly params: Readonly<Record<string, string>>;
}

export const pointCodes = [
  'kind',
  'registration',
  'verified',
  'valid',
  'age',
  'scope',
  'sums',
  'sign',
  'magnitude',
  'unit',
  'product',
  'owner',
  'geography',
  'quality',
  'evidence',
] as const;
export type PointCode = (typeof pointCodes)[number];

/** Rejected when a point stops it, to be clarified when one is unclear, else accepted, with a reservation where there is one. */
export function adviceOf(points: readonly Point[]): Advice {
  const has = (standing: PointStanding) => points.some((point) => point.standing === standing);
  if (has('stopped')) return 'rejected';
  if (has('unclear')) return 'to-clarify';
  return has('reservation') ? 'accepted-with-reservation' : 'accepted';
}

/** A point, with what was found; what was not is an empty text. */
export function point(
  code: PointCode,
  outcome: string,
  standing: PointStanding,
  params: Readonly<Record<string, string | null | undefined>> = {},
): Point {
  return {
    code,
    outcome,
    standing,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? ''])),
  };
}
