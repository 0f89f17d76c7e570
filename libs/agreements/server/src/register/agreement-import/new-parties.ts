import type { DraftAgreement } from './draft.ts';
import type { ImportedParty } from './party.ts';

export interface NewImportParty {
  readonly kind: 'supplier' | 'buyer';
  readonly party: ImportedParty;
}

/** Returns the new organisations in drafts, each once. */
export function findNewParties(drafts: readonly DraftAgreement[]): NewImportParty[] {
  const all = drafts.flatMap(({ holdings, buyers }): NewImportParty[] => [
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
export type CreatedParties = ReadonlyMap<string, string>;

export const partyId = (kind: NewImportParty['kind'], { id, key }: ImportedParty, created: CreatedParties): string =>
  id ?? created.get(`${kind}|${key}`) ?? '';
