import type { Patch } from '../finding.ts';
import { questionKey } from '../findings/question-key.ts';
import type { Terms } from '../terms.ts';
import type { ColumnMapping } from '../check-result.ts';
import { columnRulesToLearn } from './column-rules-to-learn.ts';

/** A change that applies to every file: how a column, a unit, a customer or an item number is read. */
export type LastingPatch = Exclude<Patch, { readonly set: 'cell' | 'leave-out' | 'date-shift' | 'override' }>;

/** The subject of a change, without the answer. */
export type PatchSubject =
  | { readonly set: 'column'; readonly heading: string }
  | { readonly set: 'unit' | 'buyer' | 'item'; readonly text: string }
  | { readonly set: 'fill-down' | 'decimal-char' | 'date-order' | 'whole-table'; readonly field: string }
  | { readonly set: 'measure' };

/** Why a question was answered with "this is right". */
export interface AnswerReason {
  readonly code: string;
  readonly cause: string;
  readonly reason: string;
}

/** An answer remembered for the supplier's next files. Of two with the same subject the newer one applies. */
export type AnswerToRemember =
  | { readonly kind: 'change'; readonly subject: string; readonly patch: LastingPatch }
  | ({ readonly kind: 'question'; readonly subject: string } & AnswerReason);

/** A person's answers about one file. `columns` are those of its check result, with their headings. */
export interface GivenAnswers {
  readonly columns: readonly ColumnMapping[];
  readonly patches: readonly Patch[];
  readonly reasons: readonly AnswerReason[];
  /** whether a person assigned columns */
  readonly pointedOut: boolean;
}

const TEXT_CHARACTERS_MAX = 200;
const ANSWERS_MAX = 500;

/**
 * Codes of questions about identity: an item, a customer, a column. Their answers apply to the next file. Questions
 * about the figures of one month, such as a price, a quantity or a date, are asked every time.
 */
const lastingCodes: ReadonlySet<string> = new Set([
  'item-unknown',
  'item-number-changed',
  'column-inferred',
  'column-unused',
  'duplicate-heading',
  'buyer-homonym',
  'buyer-split',
  'declared-unit-mismatch',
  'reference-missing',
]);

/** Returns whether the answer to a question applies to the next file. */
export const isLasting = (code: string): boolean => lastingCodes.has(code);

/**
 * Returns the subject of a change as its key: two answers with the same subject answer the same question, and a revoked
 * answer is found by it.
 */
export function subjectOf(patch: PatchSubject): string {
  if ('text' in patch) return `${patch.set} ${patch.text.trim()}`;
  if (patch.set === 'measure') return 'measure';
  return patch.set === 'column' ? `column ${patch.heading.trim().toLowerCase()}` : `${patch.set} ${patch.field}`;
}

/** Kinds of changes that apply to the next file. */
const lastingPatchKinds: Readonly<Record<LastingPatch['set'], true>> = {
  column: true,
  'fill-down': true,
  'decimal-char': true,
  'date-order': true,
  unit: true,
  buyer: true,
  item: true,
  'whole-table': true,
  measure: true,
};

/** Returns whether a change also applies to the next file. */
export function isLastingPatch(patch: Patch): patch is LastingPatch {
  return Object.hasOwn(lastingPatchKinds, patch.set);
}

/** Returns the answers of one file that apply to the next. Assigned columns are remembered by their headings. */
export function answersToRemember(
  terms: Terms,
  { columns, patches, reasons, pointedOut }: GivenAnswers,
): AnswerToRemember[] {
  const named = columnRulesToLearn(terms, columns, [], pointedOut).map(({ field, heading }): LastingPatch => ({
    set: 'column',
    field,
    heading,
  }));
  const changes = [...named, ...patches.filter(isLastingPatch)].filter(
    (patch) => subjectOf(patch).length <= TEXT_CHARACTERS_MAX,
  );
  const all: AnswerToRemember[] = [
    ...changes.map((patch): AnswerToRemember => ({ kind: 'change', subject: subjectOf(patch), patch })),
    ...reasons
      .filter(({ code, cause }) => isLasting(code) && cause.length <= TEXT_CHARACTERS_MAX)
      .map((given): AnswerToRemember => ({ kind: 'question', subject: questionKey(given), ...given })),
  ];
  return [...new Map(all.map((answer) => [`${answer.kind} ${answer.subject}`, answer])).values()].slice(0, ANSWERS_MAX);
}
