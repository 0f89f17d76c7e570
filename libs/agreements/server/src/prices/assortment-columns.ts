/** The fields of an item that a column of a price list can hold. */
export const assortmentFields = [
  'number',
  'formerNumber',
  'gtin',
  'nobb',
  'name',
  'lot',
  'category',
  'unit',
  'contentQuantity',
  'contentUnit',
  'packQuantity',
  'packUnit',
  'packGtin',
  'cartonQuantity',
  'cartonGtin',
  'palletQuantity',
  'palletGtin',
  'netWeightKg',
  'price',
  'listPrice',
  'costPrice',
  'discount',
  'currency',
  'fromQuantity',
  'validFrom',
  'validTo',
  'labels',
  'organicShare',
] as const;
export type AssortmentField = (typeof assortmentFields)[number];

/** Headings used in price lists, normalised. The first of each is the one we ask for. */
export const headings: Record<AssortmentField, readonly string[]> = {
  number: [
    'varenummer',
    'varenr',
    'artikkelnummer',
    'artikkelnr',
    'art nr',
    'artnr',
    'produktnummer',
    'produktnr',
    'artikkel nr',
    'vare nr',
    'varekode',
    'produktkode',
    'leverandørens varenummer',
    'leverandørens varenr',
    'lev varenr',
    'item number',
    'item no',
    'article number',
    'sku',
  ],
  formerNumber: [
    'tidligere varenummer',
    'tidligere varenr',
    'gammelt varenr',
    'gammalt varenr',
    'former item number',
    'old item number',
  ],
  gtin: ['gtin', 'ean', 'ean nr', 'gtin f pak', 'gtin fpak', 'strekkode', 'epd gtin', 'barcode'],
  nobb: ['nobb', 'nobb nr', 'nobb nummer', 'nobbnr'],
  name: [
    'varenavn',
    'varenamn',
    'navn',
    'namn',
    'beskrivelse',
    'varebeskrivelse',
    'varetekst',
    'artikkelnavn',
    'betegnelse',
    'varebetegnelse',
    'produktbetegnelse',
    'artikkelbetegnelse',
    'produktbeskrivelse',
    'artikkelbeskrivelse',
    'benevnelse',
    'nemning',
    'vareslag',
    'produkt',
    'produktnavn',
    'item name',
    'name',
    'description',
    'product',
  ],
  lot: ['delkontrakt', 'delkontraktnr', 'del', 'delkontrakt nr', 'delavtale', 'lot', 'lot number'],
  category: ['kategori', 'varegruppe', 'produktgruppe', 'category', 'product group'],
  unit: [
    'enhet',
    'eining',
    'prisenhet',
    'salgsenhet',
    'enh',
    'måleenhet',
    'måleeining',
    'mengdeenhet',
    'bestillingsenhet',
    'salgsenh',
    'pris enh',
    'unit',
    'uom',
    'price unit',
  ],
  contentQuantity: [
    'antall i enhet',
    'tal i eining',
    'innhold',
    'innhold antall',
    'content',
    'content quantity',
    'units per price unit',
  ],
  contentUnit: ['innholdsenhet', 'innhold enhet', 'innhaldseining', 'basisenhet', 'content unit', 'base unit'],
  packQuantity: ['antall i pakning', 'tal i pakning', 'enheter per pakning', 'pack quantity', 'units per pack'],
  packUnit: ['pakning', 'pakningsenhet', 'pack', 'pack unit'],
  packGtin: ['gtin pakning', 'gtin mellompakning', 'ean pakning', 'pack gtin'],
  cartonQuantity: [
    'antall i kartong',
    'antall per kartong',
    'tal i kartong',
    'pakninger i kartong',
    'antall i d pak',
    'd pak',
    'carton quantity',
    'units per carton',
  ],
  cartonGtin: ['gtin kartong', 'gtin d pak', 'gtin dpak', 'ean kartong', 'carton gtin'],
  palletQuantity: [
    'kartonger per pall',
    'kartonger pr pall',
    'kartongar per pall',
    'antall på pall',
    'cartons per pallet',
    'pallet quantity',
  ],
  palletGtin: ['gtin pall', 'gtin t pak', 'pallet gtin'],
  netWeightKg: ['nettovekt kg', 'nettovekt', 'vekt kg', 'vekt', 'net weight kg', 'net weight', 'weight kg'],
  price: [
    'pris',
    'tilbudspris',
    'netto pris',
    'pris eks mva kr',
    'pris i nok eks mva',
    'pris per enhet',
    'enhetspris eks mva',
    'tilbudt pris',
    'tilbudt pris eks mva',
    'kiloprisen',
    'kilopris',
    'pris per kg',
    'avtalt pris',
    'avtalepris',
    'netto',
    'net price',
    'nettopris',
    'pris eks mva',
    'enhetspris',
    'price',
    'agreed price',
    'unit price',
  ],
  listPrice: [
    'listepris',
    'listepris eks mva',
    'bruttopris',
    'veiledende pris',
    'veil pris',
    'list price',
    'gross price',
  ],
  costPrice: ['innkjøpspris', 'kostpris', 'innpris', 'cost', 'cost price'],
  discount: [
    'rabatt',
    'rabatt prosent',
    'rabatt i prosent',
    'rabattsats',
    'rabatt på listepris',
    'avslag',
    'discount',
    'discount percent',
  ],
  currency: ['valuta', 'currency'],
  fromQuantity: ['fra antall', 'trinn fra', 'staffel fra', 'fra mengde', 'from quantity', 'tier from'],
  validFrom: ['gyldig fra', 'pris fra', 'fra dato', 'fra', 'frå', 'valid from', 'from'],
  validTo: ['gyldig til', 'pris til', 'til dato', 'til', 'valid to', 'to'],
  labels: ['merking', 'miljømerke', 'miljømerking', 'merkeordning', 'merkeordninger', 'labels', 'ecolabel'],
  organicShare: ['økologisk andel', 'øko andel', 'økologisk', 'organic share'],
};

/**
 * Columns that can hold the price, by kind of list: agreed prices, list prices, cost prices. The first one present is
 * used.
 */
export const priceFields = {
  agreed: ['price'],
  list: ['listPrice', 'price'],
  cost: ['costPrice', 'price'],
} as const satisfies Record<string, readonly AssortmentField[]>;
export type PriceKind = keyof typeof priceFields;

/** Returns the fields that a price list must have. */
export const requiredFields = (kind: PriceKind): readonly AssortmentField[] => [
  'number',
  'name',
  'unit',
  priceFields[kind][0],
];

/** Normalises a heading: case, punctuation, spaces. */
export function normaliseHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-zæøå0-9]+/g, ' ')
    .trim();
}

/**
 * Words in a price heading that describe how the price is stated, not which price it is. "inkl. mva" is a different
 * price.
 */
const priceWords =
  /^(nok|kr|kroner|eks|eksl|ekskl|ex|exkl|excl|uten|utan|mva|moms|vat|i|per|pr|enhet|eining|enh|stk|unit|excluding)$/;
const priceKinds: ReadonlySet<AssortmentField> = new Set(['price', 'listPrice', 'costPrice']);

/** Reduces "nettopris nok eks mva" to "nettopris"; null when nothing is left, or when VAT is included. */
export function barePriceHeading(folded: string): string | null {
  if (/\bink(l|lusive|luding)?\b|\bmed mva\b/.test(folded)) return null;
  return (
    folded
      .split(' ')
      .filter((word) => !priceWords.test(word))
      .join(' ') || null
  );
}

/**
 * Maps fields to columns; the first match is used. A heading over two rows is tried as the lower one, as both joined,
 * and as the upper one.
 */
export function mapHeadings(cells: readonly string[], above: readonly string[] = []): Map<AssortmentField, number> {
  const rows = [
    cells,
    ...(above.length > 0
      ? [cells.map((text, at) => `${above[at] ?? ''} ${text}`), cells.map((text, at) => above[at] || text)]
      : []),
  ].map((row) => row.map(normaliseHeading));
  const found = new Map<AssortmentField, number>();
  for (const field of assortmentFields) {
    for (const folded of rows) {
      const name = headings[field].find((each) => folded.includes(each));
      if (name !== undefined && !found.has(field)) found.set(field, folded.indexOf(name));
    }
  }
  for (const field of assortmentFields) {
    if (!priceKinds.has(field) || found.has(field)) continue;
    const taken = new Set(found.values());
    const at = rows[0]!.findIndex(
      (folded, index) => !taken.has(index) && headings[field].includes(barePriceHeading(folded) ?? ''),
    );
    if (at >= 0) found.set(field, at);
  }
  return found;
}
