/** Status of a checklist item. `unknown` means that no information is stated; it does not affect the recommendation. */
export type PointStanding = 'good' | 'reservation' | 'unclear' | 'stopped' | 'unknown';

/** Recommendation of the checklist; a user makes the decision. */
export type Advice = 'accepted' | 'accepted-with-reservation' | 'to-clarify' | 'rejected';

/** One item of the checklist with the values it is based on. The page finds its text by code and outcome. */
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

/**
 * Returns the recommendation: rejected if any item is `stopped`, to-clarify if any is `unclear`, otherwise accepted,
 * with a reservation if any item has one.
 */
export function adviceOf(points: readonly Point[]): Advice {
  const has = (standing: PointStanding) => points.some((point) => point.standing === standing);
  if (has('stopped')) return 'rejected';
  if (has('unclear')) return 'to-clarify';
  return has('reservation') ? 'accepted-with-reservation' : 'accepted';
}

/** Builds a checklist item. A missing value becomes an empty text. */
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
