import { catalogue } from '@tallgrunn/values';

const nb = {
  templateName: (p: { number: string; period: string }) => `Mal ${p.number} ${p.period}.xlsx`,
  linesSheet: 'Leverte varer',
  assortmentSheet: 'Sortiment',
  invoicesName: (p: { number: string; period: string }) => `Fra e-faktura ${p.number} ${p.period}.xlsx`,
  invoicesSheet: 'Fra e-faktura',
  invoicesTold:
    'Linjene er hentet fra e-fakturaer som kundene har bokført. Rett det som er galt, fyll ut det som mangler, og ikke slett dette arket.',
  buyer: 'Kommune',
  invoice: 'Faktura',
  invoiceLine: 'Fakturalinje',
  invoicedOn: 'Fakturadato',
  guidanceSheet: 'Veiledning',
  guidance: (p: { title: string }) =>
    `Slik fyller du ut «${p.title}»: én rad per leveranselinje på det første arket. Ikke endre overskriftene.`,
  inLanguage: 'Bokmål',
  column: 'Kolonne',
  sheet: 'Ark',
  row: 'Rad',
  taken: 'Tatt med',
  yes: 'Ja',
  no: 'Nei',
  remarks: 'Merknader',
  wholeFile: 'Hele filen',
};

/** Texts of the workbooks generated for suppliers. */
export const workbookTexts = catalogue({
  nb,
  nn: {
    templateName: ({ number, period }) => `Mal ${number} ${period}.xlsx`,
    linesSheet: 'Leverte varer',
    assortmentSheet: 'Sortiment',
    invoicesName: ({ number, period }) => `Frå e-faktura ${number} ${period}.xlsx`,
    invoicesSheet: 'Frå e-faktura',
    invoicesTold:
      'Linjene er henta frå e-fakturaer som kundane har bokført. Rett det som er gale, fyll ut det som manglar, og ikkje slett dette arket.',
    buyer: 'Kommune',
    invoice: 'Faktura',
    invoiceLine: 'Fakturalinje',
    invoicedOn: 'Fakturadato',
    guidanceSheet: 'Rettleiing',
    guidance: ({ title }) =>
      `Slik fyller du ut «${title}»: éi rad per leveranselinje på det første arket. Ikkje endre overskriftene.`,
    inLanguage: 'Nynorsk',
    column: 'Kolonne',
    sheet: 'Ark',
    row: 'Rad',
    taken: 'Teken med',
    yes: 'Ja',
    no: 'Nei',
    remarks: 'Merknader',
    wholeFile: 'Heile fila',
  },
  en: {
    templateName: ({ number, period }) => `Template ${number} ${period}.xlsx`,
    linesSheet: 'Goods delivered',
    assortmentSheet: 'Assortment',
    invoicesName: ({ number, period }) => `From e-invoices ${number} ${period}.xlsx`,
    invoicesSheet: 'From e-invoices',
    invoicesTold:
      'The lines are taken from e-invoices that your customers have booked. Correct what is wrong, fill in what is missing, and do not delete this sheet.',
    buyer: 'Municipality',
    invoice: 'Invoice',
    invoiceLine: 'Invoice line',
    invoicedOn: 'Invoice date',
    guidanceSheet: 'Guidance',
    guidance: ({ title }) =>
      `How to fill in «${title}»: one row per line delivered on the first sheet. Do not change the headings.`,
    inLanguage: 'English',
    column: 'Column',
    sheet: 'Sheet',
    row: 'Row',
    taken: 'Included',
    yes: 'Yes',
    no: 'No',
    remarks: 'Remarks',
    wholeFile: 'The whole file',
  },
});
