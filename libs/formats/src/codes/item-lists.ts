/**
 * What an item classification's `listID` means: UNTDID 7143 codes met on invoices, and the literals of EHF 2.
 * `IB` means ISBN but is put on anything in sample files, and `SRV` is a GTIN rather than a class.
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

/** The meaning of a listID as written, or null when we know none. */
export function itemListOf(listId: string | null): ItemList | null {
  return (listId && meanings[listId.toUpperCase()]) || null;
}
