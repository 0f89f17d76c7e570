import type { Patch } from '../finding.ts';
import type { Terms } from '../terms.ts';
import type { ColumnMapping } from '../verdict.ts';
import { columnsToTeach } from './columns-to-teach.ts';

/** A change that holds for every file: how a column, a unit, a customer or an item number is to be read. */
export type StandingPatch = Exclude<Patch, { readonly set: 'cell' | 'leave-out' | 'date-shift' | 'override' }>;

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
const lasting: ReadonlySet<string> = new Set(['item-unknown', 'item-number-changed', 'column-guessed', 'column-unused', 'heading-twice', 'buyer-homonym', 'buyer-divided', 'unit-not-declared', 'reference-missing']);

/** Whether the answer to a question holds for the next file. */
export const isLasting = (code: string): boolean => lasting.has(code);

function subjectOf(patch: StandingPatch): string {
  if ('text' in patch) return `${patch.set} ${patch.text.trim()}`;
  if (patch.set === 'measure') return 'measure';
  return patch.set === 'column' ? `column ${patch.heading.trim().toLowerCase()}` : `${patch.set} ${patch.field}`;
}

function isStanding(patch: Patch): patch is StandingPatch {
  return patch.set === 'column' || patch.set === 'fill-down' || patch.set === 'decimal-char' || patch.set === 'date-order' || patch.set === 'unit' || patch.set === 'buyer' || patch.set === 'item' || patch.set === 'whole-table' || patch.set === 'measure';
}

/** Returns the answers of one file that hold for the next. Columns that were pointed out are remembered by their headings. */
export function answersToRemember(terms: Terms, { columns, patches, reasons, pointedOut }: AnswersGiven): AnswerToRemember[] {
  const named = columnsToTeach(terms, columns, [], pointedOut).map(({ field, heading }): StandingPatch => ({ set: 'column', field, heading }));
  const standing = [...named, ...patches.filter(isStanding)].filter((patch) => subjectOf(patch).length <= TEXT_CHARACTERS_MAX);
  const all: AnswerToRemember[] = [
    ...standing.map((patch): AnswerToRemember => ({ kind: 'change', subject: subjectOf(patch), patch })),
    ...reasons.filter(({ code, cause }) => isLasting(code) && cause.length <= TEXT_CHARACTERS_MAX).map((given): AnswerToRemember => ({ kind: 'question', subject: `${given.code} ${given.cause}`, ...given })),
  ];
  return [...new Map(all.map((answer) => [`${answer.kind} ${answer.subject}`, answer])).values()].slice(0, ANSWERS_MAX);
}
