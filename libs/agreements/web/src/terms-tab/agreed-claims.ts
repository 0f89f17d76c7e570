import type { Terms } from '@tallgrunn/checks';

/** Rules that bind a supplier beyond reporting: a clause package may suggest them, and only the agreement makes them true. */
export const claimRules = ['sanction', 'promises', 'declarations'] as const;
export type ClaimRule = (typeof claimRules)[number];

/** The rule a pointer such as "promises/0" belongs to; null for what every report needs. */
export const claimRuleOf = (rule: string): ClaimRule | null =>
  claimRules.find((each) => rule === each || rule.startsWith(`${each}/`)) ?? null;

/** A clause package without what only the agreement can say: consequences, promises and required declarations. */
export function withoutClaims(terms: Terms): Terms {
  const { sanction: _, promises: __, declarations: ___, clauses, ...rest } = terms;
  const kept = Object.entries(clauses ?? {}).filter(([pointer]) => claimRuleOf(pointer.slice(1)) === null);
  return { ...rest, ...(kept.length > 0 && { clauses: Object.fromEntries(kept) }) } as Terms;
}

/** The value of one rule with the claims that are confirmed; undefined when none is. */
export function confirmedValue(terms: Terms, rule: ClaimRule, confirmed: ReadonlySet<string>): unknown {
  if (rule === 'sanction') return confirmed.has('sanction') ? terms.sanction : undefined;
  const list = (terms[rule] ?? []).filter((_, at) => confirmed.has(`${rule}/${at}`));
  return list.length > 0 ? list : undefined;
}
