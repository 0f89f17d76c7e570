import { add, compare } from '@tallgrunn/values';
import type { FindingGroup, Severity } from '../finding.ts';

/** Groups of one code: the same question about different causes. */
export interface FindingKind {
  readonly key: string;
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** decimal text, null when nothing of it has an amount */
  readonly kroner: string | null;
  readonly groups: readonly FindingGroup[];
}

/** So many questions are put at a time: more than that nobody keeps apart. */
export const questionsAtOnce = 7;

const order: readonly Severity[] = ['blocksFile', 'blocksRow', 'confirm', 'info'];
const most = (a: FindingKind, b: FindingKind): number =>
  compare(b.kroner ?? '0', a.kroner ?? '0') || b.count - a.count || (a.key < b.key ? -1 : 1);

/** Kinds of findings: what stops first, then what concerns most kroner, then what was met most often. */
export function kindsOf(groups: readonly FindingGroup[]): FindingKind[] {
  const kinds = [...Map.groupBy(groups, ({ code, severity }) => `${severity} ${code}`)].map(([key, same]) =>
    kindOf(key, same),
  );
  return kinds.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || most(a, b));
}

/** How the file is read: which columns, rows and signs. Whatever else is asked may fall away or change with the answer. */
const structure: ReadonlySet<string> = new Set([
  'file-unreadable',
  'template-version',
  'other-agreement',
  'column-missing',
  'column-guessed',
  'column-unused',
  'heading-twice',
  'second-table',
  'hidden-rows',
  'filled-down',
  'row-too-long',
  'decimals-mixed',
  'number-ambiguous',
  'day-month-unclear',
  'date-1904',
]);

/** What must be answered before anything of it counts: without its columns a file has no lines. */
const comesFirst = ({ code, severity }: FindingKind): number =>
  severity === 'blocksFile' ? 2 : structure.has(code) ? 1 : 0;

/**
 * What a person must settle about a report, each kind once with what it comes to: what stops the whole file first, since nothing else counts
 * until it is mended, then how the file is read, then by kroner whether it keeps rows out or only asks. Where a column is missing, nothing but how
 * the file is read is asked: what is said of its lines is not what will be said of them.
 */
export function questionsOf(groups: readonly FindingGroup[]): FindingKind[] {
  const asked = kindsOf(groups).filter(({ severity }) => severity !== 'info');
  const lacksColumns = asked.some(({ code, severity }) => code === 'column-missing' && severity === 'blocksFile');
  return asked
    .filter((kind) => !lacksColumns || comesFirst(kind) > 0)
    .sort((a, b) => comesFirst(b) - comesFirst(a) || most(a, b));
}

export interface QuestionPage {
  readonly shown: readonly FindingKind[];
  /** how many come after these, and what they come to */
  readonly after: number;
  readonly kronerAfter: string | null;
  /** how many came before */
  readonly before: number;
}

/** The questions that are put at once, from one of them on; the rest are counted. A place beyond the last is that of the last seven. */
export function questionsFrom(questions: readonly FindingKind[], from = 0): QuestionPage {
  const start =
    from < questions.length
      ? Math.max(0, from)
      : Math.max(0, Math.floor((questions.length - 1) / questionsAtOnce) * questionsAtOnce);
  const shown = questions.slice(start, start + questionsAtOnce);
  const rest = questions.slice(start + questionsAtOnce);
  return { shown, after: rest.length, kronerAfter: sumOf(rest), before: start };
}

function sumOf(parts: readonly { readonly kroner: string | null }[]): string | null {
  const amounts = parts.flatMap(({ kroner }) => kroner ?? []);
  return amounts.length > 0 ? amounts.reduce((sum, amount) => add(sum, amount)) : null;
}

function kindOf(key: string, groups: readonly FindingGroup[]): FindingKind {
  const [first] = groups;
  if (!first) throw new Error('a kind without a group');
  return {
    key,
    code: first.code,
    severity: first.severity,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    kroner: sumOf(groups),
    groups,
  };
}
