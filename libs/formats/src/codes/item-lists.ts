/**
 * Meaning of the `listID` of an item classification: UNTDID 7143 codes found on invoices, and the literals of EHF 2.
 * `IB` means ISBN, but sample files use it for any code. `SRV` is a GTIN rather than a classification.
 */
const meanings: Readonly<Record<string, ItemList>> = {
  STI: 'CPV',
  CPV: 'CPV',
  TST: 'UNSPSC',
  UNSPSC: 'UNSPSC',
  SRV: 'GTIN',
  SST: 'ENVA',
  HS: 'HS',
  IB: 'ISBN',
  SG: 'product group',
  CG: 'commodity group',
  MP: 'item number',
  MF: 'item number',
  SA: 'item number',
  IN: 'item number',
  BP: 'item number',
  ZZZ: 'agreed',
};

export type ItemList =
  'CPV' | 'UNSPSC' | 'GTIN' | 'ENVA' | 'HS' | 'ISBN' | 'product group' | 'commodity group' | 'item number' | 'agreed';

/** Returns the meaning of a listID as written, or null when it is not in the list. */
export function itemListOf(listId: string | null): ItemList | null {
  return (listId && meanings[listId.toUpperCase()]) || null;
}
