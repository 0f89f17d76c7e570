import type { Item } from '../catalogue/item.ts';
import type { Agreement } from '../setting/agreement.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { Supplier } from '../setting/supplier.ts';
import { milliText, oreText } from '../values/amounts.ts';
import type { WorldFile } from '../world-file.ts';
import type { Cell } from '../writing/cell.ts';
import { writeCsv, type CsvHabit } from '../writing/csv.ts';
import { writeWorkbook } from '../writing/workbook.ts';
import { adjustedFormsOf, priceFormSpans, isListed, priceListsOf, type PriceSpan } from './price-forms.ts';

export const assortmentColumns = [
  'Delkontrakt',
  'Leverandør org.nr',
  'Varenummer',
  'GTIN',
  'Varenavn',
  'Kategori',
  'CPV',
  'Enhet',
  'Antall i enhet',
  'Innhold enhet',
  'Nettovekt kg',
  'Pris eks. mva',
  'Gyldig fra',
  'Gyldig til',
] as const;

const habit: CsvHabit = {
  delimiter: ';',
  encoding: 'utf-8-bom',
  dates: 'dd.mm.yyyy',
  numbers: { decimal: ',', thousands: '', negative: 'minus' },
};

/** Returns one row per price. */
const rowsOf = (item: Item, { orgNumber }: Supplier, spans: readonly PriceSpan[]): Cell[][] =>
  spans.map(({ from, to, ore }) => [
    item.lot,
    orgNumber,
    item.number,
    item.gtin,
    item.name,
    item.category.name,
    item.category.cpv,
    item.unit,
    { number: String(item.holds.count) },
    item.holds.unit,
    { number: milliText(Math.round(item.kilogramsPerUnit * 1000)) },
    { number: oreText(ore) },
    { date: from },
    { date: to },
  ]);

/** The price form of the office agreement is a workbook; all others are CSV. */
const formatOf = ({ cpv }: Agreement) => (cpv.startsWith('30190000') ? 'xlsx' : 'csv');

/** Returns the path of the price form for the whole agreement. */
export const assortmentPath = (terms: Agreement): string => `agreements/${terms.number}/assortment.${formatOf(terms)}`;

export const suppliersOf = ({ suppliers }: Scenario, { number }: Agreement): Supplier[] =>
  suppliers.filter(({ agreement, formerAgreement }) => agreement === number || formerAgreement?.number === number);

/**
 * Returns the path of one supplier's price form: the whole form where the agreement has one supplier. Null where all
 * the supplier's prices are in lists.
 */
export function supplierAssortmentPath(scenario: Scenario, terms: Agreement, one: Supplier): string | null {
  if (
    scenario.items
      .filter((item) => item.supplier === one.key && item.onAssortment)
      .every((item) => isListed(terms, item))
  )
    return null;
  return suppliersOf(scenario, terms).length === 1
    ? assortmentPath(terms)
    : `agreements/${terms.number}/assortment-${one.slug}.${formatOf(terms)}`;
}

const agreedItems = ({ items }: Scenario, seller: Supplier): Item[] =>
  items.filter((item) => item.onAssortment && item.supplier === seller.key);

function priceForm(path: string, scenario: Scenario, terms: Agreement, sellers: readonly Supplier[]): WorldFile {
  const rows: Cell[][] = [
    [...assortmentColumns],
    ...sellers.flatMap((seller) =>
      agreedItems(scenario, seller).flatMap((item) => rowsOf(item, seller, priceFormSpans(item, terms))),
    ),
  ];
  return {
    path,
    bytes: path.endsWith('csv') ? writeCsv(rows, habit) : writeWorkbook([{ name: 'Prisskjema', rows, headingRow: 1 }]),
  };
}

/**
 * Writes the price form of each agreement: the assortment with its prices, and one form per supplier where there are
 * several. Then writes the price lists and the prices after approved adjustments.
 */
export function* writeAssortments(scenario: Scenario): Generator<WorldFile> {
  for (const terms of scenario.agreements) {
    const sellers = suppliersOf(scenario, terms);
    if (sellers.some((one) => supplierAssortmentPath(scenario, terms, one) !== null))
      yield priceForm(assortmentPath(terms), scenario, terms, sellers);
    if (sellers.length > 1)
      for (const one of sellers) {
        const path = supplierAssortmentPath(scenario, terms, one);
        if (path !== null) yield priceForm(path, scenario, terms, [one]);
      }
    for (const { path, supplier, spansOf } of [...priceListsOf(scenario, terms), ...adjustedFormsOf(scenario, terms)]) {
      const seller = sellers.find(({ key }) => key === supplier) as Supplier;
      yield {
        path,
        bytes: writeCsv(
          [
            [...assortmentColumns],
            ...agreedItems(scenario, seller).flatMap((item) => rowsOf(item, seller, spansOf(item))),
          ],
          habit,
        ),
      };
    }
  }
  for (const { path, values } of scenario.indexSeries)
    yield {
      path,
      bytes: writeCsv(
        [
          ['Periode', 'Indeks'],
          ...values.map(([period, tenths]): Cell[] => [
            period,
            { number: `${Math.floor(tenths / 10)}.${tenths % 10}` },
          ]),
        ],
        habit,
      ),
    };
}
