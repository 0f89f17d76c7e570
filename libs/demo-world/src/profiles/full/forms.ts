import type { Form } from '../../reports/form.ts';
import type { CsvHabit } from '../../writing/csv.ts';
import { forms as light } from '../light/forms.ts';

const semicolons: CsvHabit = {
  delimiter: ';',
  encoding: 'utf-8-bom',
  dates: 'dd.mm.yyyy',
  numbers: { decimal: ',', thousands: '', negative: 'minus' },
};
const oldFashioned: CsvHabit = {
  delimiter: ';',
  encoding: 'windows-1252',
  dates: 'dd.mm.yyyy',
  numbers: { decimal: ',', thousands: ' ', negative: 'parentheses' },
};
const plain: CsvHabit = {
  delimiter: ',',
  encoding: 'utf-8',
  dates: 'yyyy-mm-dd',
  numbers: { decimal: '.', thousands: '', negative: 'minus' },
};

/** Solgløtt writes the invoice number from 2023, after a request from the contract manager. */
const solglott = (period: string): Form => ({
  ...light.solglott(period >= '2023' ? '2025-10' : '2022-01'),
  titles: ['Solgløtt Frukt & Grønt AS', 'Månedsrapport til RIIK – delkontrakt 1B', `Periode: ${period}`, ''],
});

const workbook = (
  fileName: string,
  columns: Form['columns'],
  titles: readonly string[] = [],
  totalRow = false,
): Form => ({ fileName, columns, csv: null, sheetName: 'Leveranser', titles, totalRow });
const text = (fileName: string, columns: Form['columns'], csv: CsvHabit): Form => ({
  fileName,
  columns,
  csv,
  sheetName: '',
  titles: [],
  totalRow: false,
});

const furniture: Form['columns'] = [
  ['Delkontrakt', 'lot'],
  ['Kundenr', 'customerNumber'],
  ['Kunde', 'customerName'],
  ['Org.nr', 'orgNumber'],
  ['Leveringssted', 'site'],
  ['Ordrenr', 'orderNumber'],
  ['Ordredato', 'orderedOn'],
  ['Leveringsdato', 'deliveredOn'],
  ['Fakturanr', 'invoiceNumber'],
  ['Fakturalinje', 'invoiceLine'],
  ['Varenr', 'itemNumber'],
  ['GTIN', 'gtin'],
  ['Varenavn', 'itemName'],
  ['Antall', 'quantity'],
  ['Enhet', 'unit'],
  ['Enhetspris', 'unitPrice'],
  ['Beløp', 'amount'],
];
const building: Form['columns'] = [
  ['Kundenr', 'customerNumber'],
  ['Kunde', 'customerName'],
  ['Kommunenr', 'municipalityNumber'],
  ['Byggeplass', 'site'],
  ['Ordrenr', 'orderNumber'],
  ['Leveringsdato', 'deliveredOn'],
  ['Fakturanr', 'invoiceNumber'],
  ['Fakturalinje', 'invoiceLine'],
  ['Varenr', 'itemNumber'],
  ['GTIN', 'gtin'],
  ['Varetekst', 'itemName'],
  ['Antall', 'quantity'],
  ['Enhet', 'unit'],
  ['Nettopris', 'unitPrice'],
  ['Beløp', 'amount'],
];
const monthly: Form['columns'] = [
  ['Måned', 'month'],
  ['Kundenr', 'customerNumber'],
  ['Kunde', 'customerName'],
  ['Org.nr', 'orgNumber'],
  ['Leveringssted', 'site'],
  ['Varenr', 'itemNumber'],
  ['GTIN', 'gtin'],
  ['Varenavn', 'itemName'],
  ['Antall', 'quantity'],
  ['Enhet', 'unit'],
  ['Snittpris', 'unitPrice'],
  ['Beløp', 'amount'],
  ['Siste levering', 'deliveredOn'],
  ['Fakturanr', 'invoiceNumber'],
];

export const forms: Readonly<Record<string, (period: string) => Form>> = {
  finnskog: light.finnskog,
  solglott,
  blyant: light.blyant,
  nettverket: light.nettverket,
  tregard: () => workbook('leveranser', furniture),
  omsorg: () => workbook('rapport', [['Delkontrakt', 'lot'], ...monthly], ['Omsorgsmøbler Innlandet AS', ''], true),
  glomma: () => text('avdelingsrapport', [['Avdeling', 'branch'], ...building], semicolons),
  odal: () => text('salgsrapport', building, oldFashioned),
  energihuset: () =>
    text(
      'transaksjoner',
      [
        ['kortkunde', 'customerNumber'],
        ['kunde', 'customerName'],
        ['kommunenummer', 'municipalityNumber'],
        ['sted', 'site'],
        ['dato', 'deliveredOn'],
        ['fakturanr', 'invoiceNumber'],
        ['fakturalinje', 'invoiceLine'],
        ['varenr', 'itemNumber'],
        ['varenavn', 'itemName'],
        ['antall', 'quantity'],
        ['enhet', 'unit'],
        ['pris', 'unitPrice'],
        ['beløp', 'amount'],
      ],
      plain,
    ),
  varselklaer: () => workbook('statistikk', monthly),
  helse: () => text('leveranserapport', monthly, semicolons),
  pleie: () => workbook('rapport', monthly, ['Pleiepartner AS', 'Leveranser til RIIK', ''], true),
};
