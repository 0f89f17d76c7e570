import type { DependentCase, DependentList } from '../terms.ts';

/** The fields a list depends on, in the order its cases name their values. */
export function parentsOf(list: DependentList): readonly string[] {
  return list.parents ?? (list.parent === undefined ? [] : [list.parent]);
}

/** The cases of a list, whether it was written for one parent or for several. */
export function casesOf(list: DependentList): readonly DependentCase[] {
  return list.cases ?? Object.entries(list.values ?? {}).map(([value, values]) => ({ when: [value], values }));
}

const fold = (text: string): string => text.trim().toLowerCase();

/** What may be written below these values of the parents; null when no case speaks of them. */
export function fittingValues(cases: readonly DependentCase[], above: readonly string[]): readonly string[] | null {
  const fitting = cases.filter(({ when }) =>
    when.every((value, at) => value === '*' || fold(value) === fold(above[at] ?? '')),
  );
  if (fitting.length === 0) return null;
  // What is said of a value itself comes before what holds for any.
  const own = [...fitting].sort((a, b) => stars(a) - stars(b));
  return [...new Set(own.flatMap(({ values }) => values))];
}

function stars({ when }: DependentCase): number {
  return when.filter((value) => value === '*').length;
}
