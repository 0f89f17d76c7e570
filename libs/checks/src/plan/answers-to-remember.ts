import type { Patch } from '../finding.ts';
import { questionKey } from '../findings/question-key.ts';
import type { Terms } from '../terms.ts';
import type { ColumnMapping } from '../verdict.ts';
import { columnsToTeach } from './columns-to-teach.ts';

/** A change that holds for every file: how a column, a unit, a customer or an item number is to be read. */
export type StandingPatch = Exclude<Patch, { readonly set: 'cell' | 'leave-out' | 'date-shift' | 'override' }>;

/** What of a change tells what it is about, without what was answered. */
export type PatchSubject =
  | { readonly set: 'column'; readonly heading: string }
  | { readonly set: 'unit' | 'buyer' | 'item'; readonly text: string }
  | { readonly set: 'fill-down' | 'decimal-char' | 'date-order' | 'whole-table'; readonly field: string }
  | { readonly set: 'measure' };

/** Why a question is answered with "this is right". */
export interface GivenReason {
  readonly code: string;
  readonly cause: string;
  readonly reason: string;
}

/** An answer that is remembered for the supplier's next files. Of two with one subject the newer counts. */
export type AnswerToRemember =
  | { readonly kind: 'change'; readonly subject: string; readonly patch: StandingPatch }
  | ({ readonly kind: 'question'; readonly subject: string } & GivenReason);

/** What a person answered about one file. `columns` are those of its verdict, with their headings. */
export interface AnswersGiven {
  readonly columns: readonly ColumnMapping[];
  readonly patches: readonly Patch[];
  readonly reasons: readonly GivenReason[];
  /** somebody pointed columns out */
  readonly pointedOut: boolean;
}

const TEXT_CHARACTERS_MAX = 200;
const ANSWERS_MAX = 500;

/**
 * Questions about what something is: an item, a customer, a column. Their answers hold for the next file. Questions about the figures of one month, such as a price,
 * a quantity or a date, are put every time.
 */
const lasting: ReadonlySet<string> = new Set([
  'item-unknown',
  'item-number-changed',
  'column-guessed',
  'column-unused',
  'heading-twice',
  'buyer-homonym',
  'buyer-divided',
  'unit-not-declared',
  'reference-missing',
]);

/** Whether the answer to a question holds for the next file. */
export const isLasting = (code: string): boolean => lasting.has(code);

/** Returns what a change is about, as the subject it is remembered under: two answers with one subject answer the same, and one that was taken back is found by it. */
export function subjectOf(patch: PatchSubject): string {
  if ('text' in patch) return `${patch.set} ${patch.text.trim()}`;
  if (patch.set === 'measure') return 'measure';
  return patch.set === 'column' ? `column ${patch.heading.trim().toLowerCase()}` : `${patch.set} ${patch.field}`;
}

/** Every kind of change that holds for the next file. */
const standing: Readonly<Record<StandingPatch['set'], true>> = {
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

/** Whether a change holds for the next file too. */
export function isStanding(patch: Patch): patch is StandingPatch {
  return Object.hasOwn(standing, patch.set);
}

/** Returns the answers of one file that hold for the next. Columns that were pointed out are remembered by their headings. */
export function answersToRemember(
  terms: Terms,
  { columns, patches, reasons, pointedOut }: AnswersGiven,
): AnswerToRemember[] {
  const named = columnsToTeach(terms, columns, [], pointedOut).map(({ field, heading }): StandingPatch => ({
    set: 'column',
    field,
    heading,
  }));
  const changes = [...named, ...patches.filter(isStanding)].filter(
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
