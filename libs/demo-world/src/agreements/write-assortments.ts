import type { Item } from '../catalogue/item.ts';
import type { Agreement } from '../setting/agreement.ts';
import type { Scenario } from '../setting/scenario.ts';
import type { Supplier } from '../setting/supplier.ts';
import { milliText, oreText } from '../values/amounts.ts';
import type { WorldFile } from '../world-file.ts';
import type { Cell } from '../writing/cell.ts';
import { writeCsv, type CsvHabit } from '../writing/csv.ts';
import { writeWorkbook } from '../writing/workbook.ts';

export const assortmentColumns = [
  'Delkontrakt', 'Leverandør org.nr', 'Varenummer', 'GTIN', 'Varenavn', 'Kategori', 'CPV', 'Enhet', 'Antall i enhet', 'Innhold enhet', 'Nettovekt kg', 'Pris eks. mva', 'Gyldig fra', 'Gyldig til',
] as const;

const habit: CsvHabit = { delimiter: ';', encoding: 'utf-8-bom', dates: 'dd.mm.yyyy', numbers: { decimal: ',', thousands: '', negative: 'minus' } };

/** One row for each price: until the end of 2025, and after the agreed rise. */
function rowsOf(item: Item, { orgNumber }: Supplier, terms: Agreement): Cell[][] {
  const spans: [from: string, to: string, ore: number][] = [
    [terms.validFrom, '2025-12-31', item.prices[2025] as number],
    ['2026-01-01', terms.validTo, item.prices[2026] as number],
  ];
  const sold = item.plan[2025] === 0 ? spans.slice(1) : spans;
  return sold.map(([from, to, ore]) => [
    item.lot, orgNumber, item.number, item.gtin, item.name, item.category.name, item.category.cpv, item.unit,
    { number: String(item.holds.count) }, item.holds.unit, { number: milliText(Math.round(item.kilogramsPerUnit * 1000)) }, { number: oreText(ore) }, { date: from }, { date: to },
  ]);
}

const formatOf = (terms: Agreement) => (terms.number === 'RIIK-23-042' ? 'xlsx' : 'csv');

/** The price form of the whole agreement. */
export const assortmentPath = (terms: Agreement): string => `agreements/${terms.number}/assortment.${formatOf(terms)}`;

const suppliersOf = ({ suppliers }: Scenario, { number }: Agreement) => suppliers.filter(({ agreement }) => agreement === number);

/** The part of it that is one supplier's: the whole, where there is only one. */
export const supplierAssortmentPath = (scenario: Scenario, terms: Agreement, one: Supplier): string =>
  suppliersOf(scenario, terms).length === 1 ? assortmentPath(terms) : `agreements/${terms.number}/assortment-${one.slug}.${formatOf(terms)}`;

function priceForm(path: string, scenario: Scenario, terms: Agreement, sellers: readonly Supplier[]): WorldFile {
  const rows: Cell[][] = [[...assortmentColumns], ...sellers.flatMap((seller) => scenario.items.filter((item) => item.onAssortment && item.supplier === seller.key).flatMap((item) => rowsOf(item, seller, terms)))];
  return { path, bytes: path.endsWith('csv') ? writeCsv(rows, habit) : writeWorkbook([{ name: 'Prisskjema', rows, headingRow: 1 }]) };
}

/** The price form of each agreement: what is in the assortment, with its prices; and each supplier's part where there are several. */
export function* writeAssortments(scenario: Scenario): Generator<WorldFile> {
  for (const terms of scenario.agreements) {
    const sellers = suppliersOf(scenario, terms);
    yield priceForm(assortmentPath(terms), scenario, terms, sellers);
    if (sellers.length > 1) for (const one of sellers) yield priceForm(supplierAssortmentPath(scenario, terms, one), scenario, terms, [one]);
  }
}
