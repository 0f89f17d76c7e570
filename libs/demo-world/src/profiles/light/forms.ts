import type { Form } from '../../reports/form.ts';

const finnskog = (period: string): Form => ({
  fileName: 'salgsstatistikk',
  columns: [
    ['Kundenr', 'customerNumber'],
    ['Kundenavn', 'customerName'],
    ['Kommune', 'municipality'],
    ['Lev.dato', 'deliveredOn'],
    ['Ordrenr', 'orderNumber'],
    ['Fakturanr', 'invoiceNumber'],
    ['Fakt.linje', 'invoiceLine'],
    ['Artikkelnr', 'itemNumber'],
    ['EAN', 'gtin'],
    ['Varebetegnelse', 'itemName'],
    ['Antall', 'quantity'],
    ['Enh', 'unit'],
    ['Nettopris', 'unitPrice'],
    ['Sum eks. mva', 'amount'],
  ],
  csv: {
    delimiter: ';',
    encoding: period < '2026' ? 'windows-1252' : 'utf-8-bom',
    dates: 'dd.mm.yyyy',
    numbers: { decimal: ',', thousands: '\u00A0', negative: period < '2025-07' ? 'trailing-minus' : 'minus' },
  },
  sheetName: '',
  titles: [],
  totalRow: false,
});

/** Solgløtt writes the invoice number from October 2025, after a request from the contract manager. */
const solglott = (period: string): Form => ({
  fileName: 'manedsrapport',
  columns: [
    ['Måned', 'month'],
    ['Kundenr', 'customerNumber'],
    ['Kunde', 'customerName'],
    ['Vare nr.', 'itemNumber'],
    ['Varenavn', 'itemName'],
    ['Kolli/kg', 'unit'],
    ['Mengde', 'quantity'],
    ['Snittpris', 'unitPrice'],
    ['Beløp', 'amount'],
    ['Siste levering', 'deliveredOn'],
    ...(period >= '2025-10' ? [['Samlefaktura', 'invoiceNumber'] as const] : []),
  ],
  csv: null,
  sheetName: 'Rapport',
  titles: ['Solgløtt Frukt & Grønt AS', 'Månedsrapport til RIIK – delkontrakt 1B', `Periode: ${period}`, ''],
  totalRow: true,
});

const blyant = (period: string): Form => ({
  fileName: 'leveranserapport',
  columns: [
    ['Avtale', 'agreement'],
    ['Kundenummer', 'customerNumber'],
    ['Kunde', 'customerName'],
    ['Org.nr', 'orgNumber'],
    ['Leveringssted', 'site'],
    ['Ordredato', 'orderedOn'],
    ['Leveringsdato', 'deliveredOn'],
    ['Varenummer', 'itemNumber'],
    ['GTIN', 'gtin'],
    ['Beskrivelse', 'itemName'],
    ['Antall', 'quantity'],
    ['Enhet', 'unit'],
    ['Pris', 'unitPrice'],
    ['Beløp', 'amount'],
    ['Faktura', 'invoiceNumber'],
    ['Linje', 'invoiceLine'],
  ],
  csv: null,
  sheetName: `Leveranser ${period}`,
  titles: [],
  totalRow: period >= '2025-Q4',
});

const nettverket = (): Form => ({
  fileName: 'delivery-lines',
  columns: [
    ['customer_org', 'orgNumber'],
    ['customer', 'customerName'],
    ['municipality_no', 'municipalityNumber'],
    ['delivery_site', 'site'],
    ['order_no', 'orderNumber'],
    ['order_date', 'orderedOn'],
    ['delivery_date', 'deliveredOn'],
    ['invoice_no', 'invoiceNumber'],
    ['invoice_line', 'invoiceLine'],
    ['lot', 'lot'],
    ['item_no', 'itemNumber'],
    ['gtin', 'gtin'],
    ['description', 'itemName'],
    ['qty', 'quantity'],
    ['uom', 'unit'],
    ['unit_price', 'unitPrice'],
    ['line_total', 'amount'],
    ['currency', 'currency'],
  ],
  csv: {
    delimiter: ',',
    encoding: 'utf-8',
    dates: 'yyyy-mm-dd',
    numbers: { decimal: '.', thousands: '', negative: 'minus' },
  },
  sheetName: '',
  titles: [],
  totalRow: false,
});

export const forms = { finnskog, solglott, blyant, nettverket } satisfies Record<string, (period: string) => Form>;
