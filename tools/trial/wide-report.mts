import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { writeXlsx } from '@tallgrunn/tabular';

// A large report as a supplier's system writes it: 18 columns, quotes, multi-line cells, and a finding in one row of
// twenty.

export interface WideItem {
  number: string;
  name: string;
  gtin: string;
  unit: string;
  priceOre: number;
}

const wares = [
  'Kjøttdeig storfe',
  'Lettmelk',
  'Laksefilet',
  'Grovbrød, skåret',
  'Poteter vasket',
  'Havregryn lettkokt',
  'Brokkoli "grønn"',
  'Hvitost skivet',
];
const units = ['stk', 'pk', 'kg', 'l'];
const gtinOf = (at: number): string => {
  const digits = `7038010${String(at).padStart(5, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

/** The agreed assortment: 2,000 items. */
export const wideItems: readonly WideItem[] = Array.from({ length: 2000 }, (_, at) => ({
  number: String(100_000 + at * 7),
  name: `${wares[at % wares.length]} ${1 + (at % 12)} ${units[at % units.length]} ${at}`,
  gtin: gtinOf(at),
  unit: units[at % units.length]!,
  priceOre: 1_000 + ((at * 7_919) % 40_000),
}));

/** Forty buyers with names too different to be confused. */
export const wideBuyers: readonly string[] = [
  'Alvdal',
  'Bykle',
  'Drangedal',
  'Eigersund',
  'Fyresdal',
  'Gjerstad',
  'Hjartdal',
  'Iveland',
  'Jevnaker',
  'Krødsherad',
  'Lesja',
  'Modalen',
  'Nissedal',
  'Oppdal',
  'Porsgrunn',
  'Rindal',
  'Sirdal',
  'Tydal',
  'Utsira',
  'Vegårshei',
  'Ørsta',
  'Åmli',
  'Averøy',
  'Bremanger',
  'Dovre',
  'Etnedal',
  'Flakstad',
  'Gulen',
  'Hyllestad',
  'Kvinnherad',
  'Lødingen',
  'Masfjorden',
  'Nesodden',
  'Osen',
  'Rakkestad',
  'Sunnfjord',
  'Træna',
  'Ullensvang',
  'Vevelstad',
  'Øksnes',
];

const columns = [
  'Delkontrakt',
  'Kunde',
  'Leveringssted',
  'Varenummer',
  'GTIN',
  'Varenavn',
  'Kategori',
  'Antall',
  'Enhet',
  'Enhetspris',
  'Beløp',
  'Valuta',
  'Leveringsdato',
  'Ordredato',
  'Fakturadato',
  'Fakturanummer',
  'Fakturalinje',
  'Ordrenummer',
];
const kroner = (ore: number): string => `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, '0')}`;
/** Formats "1 234,50". Amounts too small for a thousands separator get a currency instead. */
const spaced = (written: string): string =>
  written.length > 6 ? `${written.slice(0, -6)} ${written.slice(-6)}` : `${written} kr`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const two = (number: number): string => String(number).padStart(2, '0');

/**
 * Returns the oddity of one row in twenty: a name on two lines, a number with spaces, a price above the agreed one, a
 * wrong amount, or a missing unit.
 */
function oddityOf(at: number): 'lines' | 'spaces' | 'price' | 'amount' | 'unit' | null {
  return at % 20 === 7 ? (['lines', 'spaces', 'price', 'amount', 'unit'] as const)[Math.floor(at / 20) % 5]! : null;
}

function rowOf(at: number): string[] {
  const item = wideItems[(at * 31) % wideItems.length]!;
  const rowOddity = oddityOf(at);
  const quantity = 1 + (at % 24);
  const price = rowOddity === 'price' ? item.priceOre + 500 : item.priceOre;
  const amount = quantity * price + (rowOddity === 'amount' ? 700 : 0);
  const day = 1 + (at % 28);
  const written = kroner(amount);
  return [
    '1A',
    `${wideBuyers[at % wideBuyers.length]} kommune`,
    quoted(`Kjøkken; avd. ${at % 7}`),
    item.number,
    item.gtin,
    quoted(rowOddity === 'lines' ? `${item.name}\nkjølevare` : item.name),
    'Mat',
    String(quantity),
    rowOddity === 'unit' ? '' : item.unit,
    kroner(price),
    rowOddity === 'spaces' ? spaced(written) : written,
    'NOK',
    `${two(day)}.03.2026`,
    `${two(Math.max(1, day - 3))}.03.2026`,
    `${two(day)}.03.2026`,
    `F${1_000_000 + Math.floor(at / 20)}`,
    String(1 + (at % 20)),
    `O${500_000 + Math.floor(at / 40)}`,
  ];
}

/** Yields the rows of a report of any length for March 2026, the headings first. */
export function* wideRows(lines: number): Generator<string[]> {
  yield columns;
  for (let at = 0; at < lines; at += 1) yield rowOf(at);
}

/** Writes such a report as CSV, about 165 bytes per line. Returns its size in bytes. */
export async function writeWideReport(file: string, lines: number): Promise<number> {
  const out = createWriteStream(file);
  let bytes = 0;
  let piece = '';
  const give = async () => {
    const buffer = Buffer.from(piece);
    piece = '';
    bytes += buffer.length;
    if (!out.write(buffer)) await once(out, 'drain');
  };
  for (const row of wideRows(lines)) {
    piece += `${row.join(';')}\r\n`;
    if (piece.length > 512 * 1024) await give();
  }
  await give();
  out.end();
  await once(out, 'close');
  return bytes;
}

/** Writes the same report as a workbook. */
export async function writeWideWorkbook(file: string, lines: number): Promise<void> {
  const kinds: Readonly<Record<string, 'amount' | 'number' | 'date'>> = {
    Antall: 'number',
    Enhetspris: 'amount',
    Beløp: 'amount',
    Leveringsdato: 'date',
    Ordredato: 'date',
    Fakturadato: 'date',
  };
  const amountText = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
  const typed = (text: string, at: number): string => {
    const kind = kinds[columns[at]!];
    if (kind === 'date') return text.split('.').reverse().join('-');
    return kind ? text.replace(/ kr$|\s/g, '').replace(',', '.') : amountText(text);
  };
  function* rows(): Generator<string[]> {
    for (let at = 0; at < lines; at += 1) yield rowOf(at).map(typed);
  }
  const sheet = {
    name: 'Rapport',
    columns: columns.map((header) => ({ header, kind: kinds[header] ?? ('text' as const) })),
    rows: rows(),
  };
  await pipeline(writeXlsx([sheet]), createWriteStream(file));
}

/** Returns the price list of `wideItems`, as a supplier uploads it. */
export const wideAssortment = (): string =>
  [
    'Varenummer;Varenavn;GTIN;Delkontrakt;Enhet;Antall i enhet;Innholdsenhet;Nettovekt kg;Pris;Gyldig fra',
    ...wideItems.map(
      ({ number, name, gtin, unit, priceOre }) =>
        `${number};${quoted(name)};${gtin};1A;${unit};;;1;${kroner(priceOre)};`,
    ),
  ].join('\n');
