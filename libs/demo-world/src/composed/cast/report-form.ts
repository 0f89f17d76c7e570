import type { Rng } from '../../values/rng.ts';
import type { CsvHabit } from '../../writing/csv.ts';

/** Possible columns of a report, by the field names in the terms. */
export const reportFields = [
  'buyer',
  'buyerOrgNumber',
  'site',
  'deliveredOn',
  'orderedOn',
  'orderNumber',
  'invoiceNumber',
  'invoiceLine',
  'itemNumber',
  'gtin',
  'itemName',
  'quantity',
  'unit',
  'unitPrice',
  'amount',
  'currency',
] as const;
export type ReportField = (typeof reportFields)[number];

/**
 * Headings used by suppliers. The first half of each list is in common use. The others are a supplier's own, and the
 * supplier has to say what they mean when it is asked.
 */
const headings: Record<ReportField, readonly string[]> = {
  buyer: ['Kunde', 'Kommune', 'Kjøper', 'Betaler'],
  buyerOrgNumber: ['Orgnr kunde'],
  site: ['Leveringssted', 'Mottaker', 'Skole/avd.'],
  deliveredOn: ['Leveringsdato', 'Dato', 'Utlev.'],
  orderedOn: ['Ordredato'],
  orderNumber: ['Ordrenr', 'Ordrenummer'],
  invoiceNumber: ['Fakturanr', 'Faktura', 'Fakt.bilag'],
  invoiceLine: ['Linjenr', 'Fakt.linje'],
  itemNumber: ['Varenr', 'Artikkelnr', 'Art.kode'],
  gtin: ['GTIN', 'EAN'],
  itemName: ['Varetekst', 'Beskrivelse', 'Produkt', 'Varebeskr.'],
  quantity: ['Antall', 'Mengde', 'Solgt ant.'],
  unit: ['Enhet', 'Enh'],
  unitPrice: ['Pris', 'Nettopris', 'Nto pris'],
  amount: ['Beløp', 'Sum eks mva', 'Netto eks mva'],
  currency: ['Valuta'],
};

/** The supplier's own report format: its optional columns, their headings and the notation of numbers and dates. */
export interface ReportForm {
  readonly fields: ReadonlySet<ReportField>;
  readonly headings: Readonly<Record<ReportField, string>>;
  readonly csv: CsvHabit;
  readonly sorted: 'by-day' | 'by-buyer' | 'by-item';
}

const sometimes: Partial<Record<ReportField, number>> = {
  buyerOrgNumber: 0.3,
  site: 0.7,
  orderedOn: 0.2,
  orderNumber: 0.35,
  invoiceLine: 0.5,
  gtin: 0.3,
  currency: 0,
};

export function drawForm(draw: Rng): ReportForm {
  return {
    fields: new Set(reportFields.filter((field) => draw.chance(sometimes[field] ?? 1))),
    headings: Object.fromEntries(reportFields.map((field) => [field, draw.pick(headings[field])])) as Record<
      ReportField,
      string
    >,
    csv: draw.pick<CsvHabit>([
      {
        delimiter: ';',
        encoding: 'utf-8-bom',
        dates: 'dd.mm.yyyy',
        numbers: { decimal: ',', thousands: '', negative: 'minus' },
      },
      {
        delimiter: ';',
        encoding: 'windows-1252',
        dates: 'dd.mm.yyyy',
        numbers: { decimal: ',', thousands: '', negative: 'minus' },
      },
      {
        delimiter: ',',
        encoding: 'utf-8',
        dates: 'yyyy-mm-dd',
        numbers: { decimal: '.', thousands: '', negative: 'minus' },
      },
    ]),
    sorted: draw.pick(['by-day', 'by-buyer', 'by-item'] as const),
  };
}
