/** Status of a checklist item. `unknown` means that no information is stated; it does not affect the recommendation. */
export type ChecklistStatus = 'good' | 'reservation' | 'unclear' | 'stopped' | 'unknown';

/** Recommendation of the checklist; a user makes the decision. */
export type ReviewOutcome = 'accepted' | 'accepted-with-reservation' | 'to-clarify' | 'rejected';

/** One item of the checklist with the values it is based on. The page finds its text by code and outcome. */
export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly outcome: string;
  readonly standing: ChecklistStatus;
  readonly params: Readonly<Record<string, string>>;
}

export const checklistCodes = [
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
export type ChecklistCode = (typeof checklistCodes)[number];

/**
 * Returns the recommendation: rejected if any item is `stopped`, to-clarify if any is `unclear`, otherwise accepted,
 * with a reservation if any item has one.
 */
export function recommendationOf(points: readonly ChecklistItem[]): ReviewOutcome {
  const has = (standing: ChecklistStatus) => points.some((checklistItem) => checklistItem.standing === standing);
  if (has('stopped')) return 'rejected';
  if (has('unclear')) return 'to-clarify';
  return has('reservation') ? 'accepted-with-reservation' : 'accepted';
}

/** Builds a checklist item. A missing value becomes an empty text. */
export function checklistItem(
  code: ChecklistCode,
  outcome: string,
  standing: ChecklistStatus,
  params: Readonly<Record<string, string | null | undefined>> = {},
): ChecklistItem {
  return {
    code,
    outcome,
    standing,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? ''])),
  };
}
