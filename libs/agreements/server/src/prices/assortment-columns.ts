/** What a column of a price list says of an item. */
export const assortmentFields = ['number', 'formerNumber', 'gtin', 'name', 'lot', 'category', 'unit', 'contentQuantity', 'contentUnit', 'packQuantity', 'packUnit', 'netWeightKg', 'price', 'currency', 'validFrom', 'validTo'] as const;
export type AssortmentField = (typeof assortmentFields)[number];

/** The headings that price lists use, folded. The first of each is the one we ask for. */
export const headings: Record<AssortmentField, readonly string[]> = {
  number: ['varenummer', 'varenr', 'artikkelnummer', 'artikkelnr', 'art nr', 'artnr', 'item number', 'item no', 'article number', 'sku'],
  formerNumber: ['tidligere varenummer', 'tidligere varenr', 'gammelt varenr', 'gammalt varenr', 'former item number', 'old item number'],
  gtin: ['gtin', 'ean', 'strekkode', 'epd gtin', 'barcode'],
  name: ['varenavn', 'varenamn', 'navn', 'namn', 'beskrivelse', 'varebeskrivelse', 'varetekst', 'artikkelnavn', 'produkt', 'produktnavn', 'item name', 'name', 'description', 'product'],
  lot: ['delkontrakt', 'delkontraktnr', 'del', 'lot', 'lot number'],
  category: ['kategori', 'varegruppe', 'category', 'product group'],
  unit: ['enhet', 'eining', 'prisenhet', 'salgsenhet', 'unit', 'price unit'],
  contentQuantity: ['antall i enhet', 'tal i eining', 'innhold', 'innhold antall', 'content', 'content quantity', 'units per price unit'],
  contentUnit: ['innholdsenhet', 'innhold enhet', 'innhaldseining', 'basisenhet', 'content unit', 'base unit'],
  packQuantity: ['antall i pakning', 'tal i pakning', 'enheter per pakning', 'pack quantity', 'units per pack'],
  packUnit: ['pakning', 'pakningsenhet', 'pack', 'pack unit'],
  netWeightKg: ['nettovekt kg', 'nettovekt', 'vekt kg', 'vekt', 'net weight kg', 'net weight', 'weight kg'],
  price: ['pris', 'avtalt pris', 'nettopris', 'pris eks mva', 'enhetspris', 'price', 'agreed price', 'unit price'],
  currency: ['valuta', 'currency'],
  validFrom: ['gyldig fra', 'pris fra', 'fra dato', 'fra', 'frå', 'valid from', 'from'],
  validTo: ['gyldig til', 'pris til', 'til dato', 'til', 'valid to', 'to'],
};

/** Fields a price list cannot do without. */
export const requiredFields: readonly AssortmentField[] = ['number', 'name', 'unit', 'price'];

/** A heading without what people vary: case, punctuation, double spaces. */
export function foldHeading(text: string): string {
  return text.toLowerCase().replace(/[^a-zæøå0-9]+/g, ' ').trim();
}

/** Which column holds which field; the first that fits wins. */
export function mapHeadings(cells: readonly string[]): Map<AssortmentField, number> {
  const folded = cells.map(foldHeading);
  const found = new Map<AssortmentField, number>();
  for (const field of assortmentFields) {
    const name = headings[field].find((each) => folded.includes(each));
    if (name !== undefined) found.set(field, folded.indexOf(name));
  }
  return found;
}
