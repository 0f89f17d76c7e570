import type { Terms } from '@tallgrunn/checks';

/** Checks on how a file is built and what its cells are: nothing of them needs to know the agreement or other lines. */
const structure = [
  'file-unreadable', 'personal-data', 'personal-column', 'formula-injection', 'template-version',
  'column-missing', 'column-guessed', 'column-renamed', 'heading-twice', 'heading-not-first', 'heading-merged', 'several-sheets', 'second-table', 'hidden-rows',
  'total-row', 'total-differs', 'subtotal-row', 'note-row', 'cross-table', 'filled-down', 'encoding-repaired', 'delimiter-other', 'row-too-long', 'empty-file',
  'formula-cell', 'required-empty', 'decimals-mixed', 'number-ambiguous', 'number-settled', 'number-spaces', 'not-a-number', 'number-currency',
  'number-parentheses', 'minus-behind', 'item-as-decimal', 'scientific-notation', 'item-as-date',
  'date-as-text', 'day-month-unclear', 'date-impossible', 'date-unreadable', 'date-serial', 'line-breaks',
  'value-not-listed', 'value-out-of-range', 'text-pattern', 'org-number-length', 'org-number-check-digit', 'org-number-placeholder',
];

/** The terms with the checks on structure and types alone, each as severe as the agreement says. */
export function structureAlone(terms: Terms): Terms {
  const own = new Map((terms.checks ?? []).map((check) => [check.id, check]));
  return { ...terms, standardChecks: false, checks: structure.map((id) => own.get(id) ?? { id }) };
}
