import type { Terms, TermsCheck } from '../terms.ts';

/** Ids that checks had in version 0.1.0. Terms of that time still name them, and stored terms are never rewritten. */
export const currentCheckIds: Readonly<Record<string, string>> = {
  'below-booked': 'reported-below-booked',
  'buyer-divided': 'buyer-split',
  'cannot-be-judged': 'cannot-evaluate',
  'column-guessed': 'column-inferred',
  'credit-without-sale': 'credit-exceeds-sales',
  'day-month-unclear': 'day-month-ambiguous',
  'heading-twice': 'duplicate-heading',
  'minus-behind': 'trailing-minus',
  'number-by-arithmetic': 'number-inferred',
  'number-settled': 'thousands-separator-inferred',
  'other-part': 'belongs-to-other-report',
  'promise-line': 'commitment-line',
  'promise-share': 'commitment-share',
  'reported-before': 'already-reported',
  'several-sheets': 'multiple-sheets',
  'unit-not-declared': 'declared-unit-mismatch',
};

/** Returns the id that a check has now. An id that no check ever had is returned as it is. */
export function currentCheckId(id: string): string {
  return Object.hasOwn(currentCheckIds, id) ? currentCheckIds[id]! : id;
}

/** Returns what terms set for single checks, with the ids that the checks have now. */
export function termsChecks({ checks = [] }: Pick<Terms, 'checks'>): readonly TermsCheck[] {
  return checks.map((check) => ({ ...check, id: currentCheckId(check.id) }));
}
