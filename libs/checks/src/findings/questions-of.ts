import { add, compare } from '@tallgrunn/values';
import type { FindingGroup, FindingSeverity } from '../finding.ts';

/** Groups with the same code: the same question about different causes. */
export interface FindingKind {
  readonly key: string;
  readonly code: string;
  readonly severity: FindingSeverity;
  readonly count: number;
  /** decimal text in NOK; null when no group has an amount */
  readonly kroner: string | null;
  readonly groups: readonly FindingGroup[];
}

/** Number of questions shown at a time; more are hard to keep an overview of. */
export const questionsAtOnce = 7;

const order: readonly FindingSeverity[] = ['blocksFile', 'blocksRow', 'confirm', 'info'];
const byAmount = (a: FindingKind, b: FindingKind): number =>
  compare(b.kroner ?? '0', a.kroner ?? '0') || b.count - a.count || (a.key < b.key ? -1 : 1);

/** Returns the kinds of findings: blocking ones first, then by amount, then by count. */
export function kindsOf(groups: readonly FindingGroup[]): FindingKind[] {
  const kinds = [...Map.groupBy(groups, ({ code, severity }) => `${severity} ${code}`)].map(([key, same]) =>
    kindOf(key, same),
  );
  return kinds.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || byAmount(a, b));
}

/**
 * Codes about how the file is read: columns, rows and signs. Their answers may change or remove all other questions.
 */
const structureCodes: ReadonlySet<string> = new Set([
  'file-unreadable',
  'template-version',
  'other-agreement',
  'column-missing',
  'column-inferred',
  'column-unused',
  'duplicate-heading',
  'second-table',
  'hidden-rows',
  'filled-down',
  'row-too-long',
  'decimals-mixed',
  'number-ambiguous',
  'day-month-ambiguous',
  'date-1904',
]);

/** Ranks questions that must be answered first: without its columns a file has no lines. */
const priorityOf = ({ code, severity }: FindingKind): number =>
  severity === 'blocksFile' ? 2 : structureCodes.has(code) ? 1 : 0;

/**
 * Returns the questions a person must answer about a report, one per kind with its total amount.
 * Order: findings that block the whole file, then those about how the file is read, then by amount. When a column is
 * missing, only these first two are returned, because findings about lines will change.
 */
export function questionsOf(groups: readonly FindingGroup[]): FindingKind[] {
  const openKinds = kindsOf(groups).filter(({ severity }) => severity !== 'info');
  const lacksColumns = openKinds.some(({ code, severity }) => code === 'column-missing' && severity === 'blocksFile');
  return openKinds
    .filter((kind) => !lacksColumns || priorityOf(kind) > 0)
    .sort((a, b) => priorityOf(b) - priorityOf(a) || byAmount(a, b));
}

export interface QuestionPage {
  readonly shown: readonly FindingKind[];
  /** number of questions after these, and their total amount */
  readonly after: number;
  readonly kronerAfter: string | null;
  /** number of questions before these */
  readonly before: number;
}

/** Returns one page of questions from an index, and counts the rest. An index beyond the end returns the last page. */
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
