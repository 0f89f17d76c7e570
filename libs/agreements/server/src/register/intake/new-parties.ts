import type { DraftAgreement } from './draft.ts';
import type { Party } from './party.ts';

export interface FreshParty {
  readonly kind: 'supplier' | 'buyer';
  readonly party: Party;
}

/** Returns the new organisations in drafts, each once. */
export function newParties(drafts: readonly DraftAgreement[]): FreshParty[] {
  const all = drafts.flatMap(({ holdings, buyers }): FreshParty[] => [
    ...holdings.map(({ supplier }) => ({ kind: 'supplier' as const, party: supplier })),
    ...buyers.map((party) => ({ kind: 'buyer' as const, party })),
  ]);
  return [
    ...new Map(
      all.filter(({ party }) => party.id === null).map((each) => [`${each.kind}|${each.party.key}`, each]),
    ).values(),
  ];
}

/** Ids of organisations created by an import, by kind and key. */
export type MadeParties = ReadonlyMap<string, string>;

export const idOf = (kind: FreshParty['kind'], { id, key }: Party, made: MadeParties): string =>
  id ?? made.get(`${kind}|${key}`) ?? '';
