import type { Terms } from '@tallgrunn/checks';

/**
 * Rules that bind a supplier beyond reporting. A clause package may suggest them, but they apply only if the agreement
 * contains them.
 */
export const commitmentRules = ['sanction', 'promises', 'declarations'] as const;
export type CommitmentRule = (typeof commitmentRules)[number];

/** Returns the rule of a pointer such as "promises/0"; null for rules that every report needs. */
export const commitmentRuleOf = (rule: string): CommitmentRule | null =>
  commitmentRules.find((each) => rule === each || rule.startsWith(`${each}/`)) ?? null;

/**
 * Removes the rules that require an agreement from a clause package: consequences, commitments and required
 * declarations.
 */
export function withoutCommitments(terms: Terms): Terms {
  const { sanction: _, promises: __, declarations: ___, clauses, ...rest } = terms;
  const kept = Object.entries(clauses ?? {}).filter(([pointer]) => commitmentRuleOf(pointer.slice(1)) === null);
  return { ...rest, ...(kept.length > 0 && { clauses: Object.fromEntries(kept) }) } as Terms;
}

/** Returns the value of one rule with its confirmed claims only; undefined when none is confirmed. */
export function confirmedValue(terms: Terms, rule: CommitmentRule, confirmed: ReadonlySet<string>): unknown {
  if (rule === 'sanction') return confirmed.has('sanction') ? terms.sanction : undefined;
  const list = (terms[rule] ?? []).filter((_, at) => confirmed.has(`${rule}/${at}`));
  return list.length > 0 ? list : undefined;
}
