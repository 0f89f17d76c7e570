import type { FindingGroup, Severity } from '@tallgrunn/checks';
import { add, compare } from '@tallgrunn/values';

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

const order: readonly Severity[] = ['blocksFile', 'blocksRow', 'confirm', 'info'];

/** What stops first, then what concerns most kroner, then what was met most often. */
export function kindsOf(groups: readonly FindingGroup[]): FindingKind[] {
  const kinds = [...Map.groupBy(groups, ({ code, severity }) => `${severity} ${code}`)].map(([key, same]) => kindOf(key, same));
  return kinds.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || compare(b.kroner ?? '0', a.kroner ?? '0') || b.count - a.count);
}

function kindOf(key: string, groups: readonly FindingGroup[]): FindingKind {
  const [first] = groups;
  if (!first) throw new Error('a kind without a group');
  const amounts = groups.flatMap(({ kroner }) => kroner ?? []);
  return {
    key,
    code: first.code,
    severity: first.severity,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    kroner: amounts.length > 0 ? amounts.reduce((sum, amount) => add(sum, amount)) : null,
    groups,
  };
}
