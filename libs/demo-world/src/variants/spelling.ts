import { withNames, type Form } from '../reports/form.ts';
import type { Field } from '../reports/line.ts';
import { writtenNumber, type NumberHabit } from '../values/amounts.ts';
import type { Day } from '../values/calendar.ts';
import type { Rng } from '../values/rng.ts';
import type { Cell } from '../writing/cell.ts';
import type { CsvHabit } from '../writing/csv.ts';

export type DateStyle = 'dd.mm.yyyy' | 'd.m.yyyy' | 'dd-mm-yyyy' | 'dd/mm/yyyy' | 'yyyy-mm-dd' | 'yyyy/mm/dd';

/** The notation of one sender: headings and order of the columns, numbers and dates. */
export interface Notation {
  readonly form: Form;
  readonly dates: DateStyle;
}

/** Requirements of a kind of mistake on the table and on its clean twin. */
export interface NotationRequirements {
  readonly container?: 'csv' | 'workbook';
  readonly buyerBy?: 'orgNumber' | 'name';
  /** Only the headings of the template. */
  readonly titles?: boolean;
  readonly dates?: DateStyle;
  readonly delimiter?: CsvHabit['delimiter'];
  readonly encoding?: CsvHabit['encoding'];
  /** A column of personal names that should not be there. */
  readonly names?: boolean;
  readonly negative?: NumberHabit['negative'];
}

/** Headings used by four kinds of senders; the first are those of a template. */
const vocabularies: readonly (readonly (readonly [heading: string, field: Field])[])[] = [
  [
    ['Kunde', 'municipality'],
    ['Kundens organisasjonsnummer', 'orgNumber'],
    ['Varenummer', 'itemNumber'],
    ['GTIN', 'gtin'],
    ['Varenavn', 'itemName'],
    ['Antall', 'quantity'],
    ['Enhet', 'unit'],
    ['Enhetspris', 'unitPrice'],
    ['Beløp', 'amount'],
    ['Leveringsdato', 'deliveredOn'],
    ['Fakturanummer', 'invoiceNumber'],
    ['Fakturalinje', 'invoiceLine'],
  ],
  [
    ['Kommune', 'municipality'],
    ['Orgnr kunde', 'orgNumber'],
    ['Art.nr.', 'itemNumber'],
    ['EAN', 'gtin'],
    ['Varetekst', 'itemName'],
    ['Levert antall', 'quantity'],
    ['Måleenhet', 'unit'],
    ['Pris eks. mva', 'unitPrice'],
    ['Beløp eks. mva', 'amount'],
    ['Lev.dato', 'deliveredOn'],
    ['Fakturanr', 'invoiceNumber'],
    ['Linje', 'invoiceLine'],
  ],
  [
    ['Kjøpar', 'municipality'],
    ['Organisasjonsnr', 'orgNumber'],
    ['Artikkelnr', 'itemNumber'],
    ['Strekkode', 'gtin'],
    ['Varebeskrivelse', 'itemName'],
    ['Mengd', 'quantity'],
    ['Eining', 'unit'],
    ['Einingspris', 'unitPrice'],
    ['Omsetnad', 'amount'],
    ['Levert dato', 'deliveredOn'],
    ['Faktura', 'invoiceNumber'],
    ['Linjenr', 'invoiceLine'],
  ],
  [
    ['Customer', 'municipality'],
    ['Customer org no', 'orgNumber'],
    ['Item no', 'itemNumber'],
    ['Barcode', 'gtin'],
    ['Description', 'itemName'],
    ['Qty', 'quantity'],
    ['UoM', 'unit'],
    ['Unit price', 'unitPrice'],
    ['Line amount', 'amount'],
    ['Delivery date', 'deliveredOn'],
    ['Invoice no', 'invoiceNumber'],
    ['Line no', 'invoiceLine'],
  ],
];

const dateStyles: readonly DateStyle[] = [
  'dd.mm.yyyy',
  'd.m.yyyy',
  'dd-mm-yyyy',
  'dd/mm/yyyy',
  'yyyy-mm-dd',
  'yyyy/mm/dd',
];

/** Draws a notation that meets the requirements of a mistake. */
export function drawNotation(rng: Rng, wanted: NotationRequirements): Notation {
  const words = rng.pick(vocabularies);
  const buyerBy = rng.pick(['orgNumber', 'name'] as const);
  const ordered = shuffled(rng, wanted.titles ? (vocabularies[0] as typeof words) : words).filter(
    ([, field]) => field !== 'orgNumber' || (wanted.buyerBy ?? buyerBy) === 'orgNumber',
  );
  const container = rng.pick(['csv', 'csv', 'workbook'] as const);
  const delimiter = rng.pick([';', ';', '\t', ','] as const);
  const encoding = rng.pick(['utf-8', 'utf-8-bom', 'windows-1252'] as const);
  const decimal = rng.pick([',', '.'] as const);
  const dates = rng.pick(dateStyles);
  const csv: CsvHabit = {
    delimiter: wanted.delimiter ?? delimiter,
    encoding: wanted.encoding ?? encoding,
    dates: 'yyyy-mm-dd',
    numbers: {
      decimal: (wanted.delimiter ?? delimiter) === ',' ? '.' : decimal,
      thousands: '',
      negative: wanted.negative ?? 'minus',
    },
  };
  const form: Form = {
    fileName: 'variant',
    columns: ordered,
    csv: (wanted.container ?? container) === 'csv' ? csv : null,
    sheetName: rng.pick(['Ark1', 'Rapport', 'Salg']),
    titles: [],
    totalRow: false,
  };
  return { form: wanted.names ? withNames(form) : form, dates: wanted.dates ?? dates };
}

const shuffled = <T>(rng: Rng, list: readonly T[]): T[] =>
  list
    .map((each) => [rng.next(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);

export function dateText(day: Day, style: DateStyle): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const written = { yyyy: year, mm: month, dd: date, m: String(Number(month)), d: String(Number(date)) };
  return style.replace(/yyyy|mm|dd|m|d/g, (part) => written[part as keyof typeof written]);
}

/** Returns a cell as written: text in a CSV file. A workbook keeps numbers and dates typed. */
export function writtenCell(cell: Cell, { form, dates }: Notation): Cell {
  if (!form.csv || cell === null || typeof cell === 'string') return cell;
  if ('number' in cell) return writtenNumber(cell.number, form.csv.numbers);
  return 'date' in cell ? dateText(cell.date, dates) : cell;
}
