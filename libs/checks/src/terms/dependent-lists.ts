import type { DependentCase, DependentList } from '../terms.ts';

/** Returns the fields that a list depends on, in the order of its cases' values. */
export function parentsOf(list: DependentList): readonly string[] {
  return list.parents ?? (list.parent === undefined ? [] : [list.parent]);
}

/** Returns the cases of a list, whether it has one parent or several. */
export function casesOf(list: DependentList): readonly DependentCase[] {
  return list.cases ?? Object.entries(list.values ?? {}).map(([value, values]) => ({ when: [value], values }));
}

const normalise = (text: string): string => text.trim().toLowerCase();

/** Returns the permitted values for these values of the parents; null when no case matches. */
export function permittedValues(cases: readonly DependentCase[], above: readonly string[]): readonly string[] | null {
  const fitting = cases.filter(({ when }) =>
    when.every((value, at) => value === '*' || normalise(value) === normalise(above[at] ?? '')),
  );
  if (fitting.length === 0) return null;
  // Cases with specific values come before those with "*".
  const own = [...fitting].sort((a, b) => countWildcards(a) - countWildcards(b));
  return [...new Set(own.flatMap(({ values }) => values))];
}

function countWildcards({ when }: DependentCase): number {
  return when.filter((value) => value === '*').length;
}
