import type { WriteValue } from '@tallgrunn/tabular';
import { formatCount, plural, type Language } from '@tallgrunn/values';
import type { PriceBasis } from './charged-lines.ts';
import type { DeviationStatus } from './deviation-filter.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Yields the rows of a sheet from batches of a long result. */
export async function* eachRow<T>(
  batches: AsyncIterable<T[]>,
  row: (one: T) => readonly WriteValue[],
): AsyncGenerator<readonly WriteValue[]> {
  for await (const batch of batches) yield* batch.map(row);
}

const nb = {
  fileName: 'prisavvik.xlsx',
  summary: 'Sammendrag',
  lines: 'Linjer',
  lists: 'Lister',
  claim: 'Linjer i kravet',
  title: 'Priser over avtalt pris',
  note: 'Beløp uten mva. Rapporterte og fakturerte beløp kan gjelde de samme kjøpene og legges aldri sammen.',
  claimTitle: (p: { number: string; supplier: string }) => `Krav ${p.number} til ${p.supplier}`,
  claimSum: (p: { amount: string; lines: number }) =>
    `${p.amount} uten mva. på ${plural('nb', p.lines, { one: 'én linje', other: `${formatCount(p.lines, 'nb')} linjer` })}`,
  basis: { reported: 'Rapportert', invoiced: 'Fakturert' } satisfies Record<PriceBasis, string>,
  status: { open: 'Åpen', accepted: 'Begrunnelsen er godtatt', claimed: 'I et krav' } satisfies Record<
    DeviationStatus,
    string
  >,
  heads: {
    supplier: 'Leverandør',
    agreement: 'Avtale',
    basis: 'Grunnlag',
    currency: 'Valuta',
    lineCount: 'Linjer over avtalt pris',
    amount: 'Beløp over avtalt pris',
    open: 'Åpent',
    accepted: 'Godtatt begrunnelse',
    claimed: 'I krav',
    compared: 'Linjer sammenlignet',
    unknown: 'Linjer der avtalt pris ikke kan fastslås',
    otherCurrency: 'Linjer i annen valuta',
    vatUnknown: 'Linjer med mva. eller ukjent mva.',
    other: 'Prisen avviker av en annen grunn',
    offAssortment: 'Beløp utenfor sortimentet',
    document: 'Rapport eller fakturafil',
    buyer: 'Kjøper',
    itemNumber: 'Varenummer',
    itemName: 'Vare',
    invoice: 'Faktura',
    chargedOn: 'Dag',
    quantity: 'Mengde',
    unit: 'Enhet',
    price: 'Pris',
    agreedPrice: 'Avtalt pris',
    agreedFrom: 'Avtalt fra',
    difference: 'Forskjell',
    status: 'Status',
    answer: 'Leverandørens svar',
  },
};

const nn: typeof nb = {
  ...nb,
  fileName: 'prisavvik.xlsx',
  summary: 'Samandrag',
  lines: 'Linjer',
  lists: 'Lister',
  claim: 'Linjer i kravet',
  title: 'Prisar over avtalt pris',
  note: 'Beløp utan mva. Rapporterte og fakturerte beløp kan gjelde dei same kjøpa og blir aldri lagde saman.',
  claimSum: (p) =>
    `${p.amount} utan mva. på ${plural('nn', p.lines, { one: 'éi linje', other: `${formatCount(p.lines, 'nn')} linjer` })}`,
  status: { open: 'Open', accepted: 'Grunngivinga er godteken', claimed: 'I eit krav' },
  heads: {
    supplier: 'Leverandør',
    agreement: 'Avtale',
    basis: 'Grunnlag',
    currency: 'Valuta',
    lineCount: 'Linjer over avtalt pris',
    amount: 'Beløp over avtalt pris',
    open: 'Ope',
    accepted: 'Godteken grunngiving',
    claimed: 'I krav',
    compared: 'Linjer samanlikna',
    unknown: 'Linjer der avtalt pris ikkje kan fastslåast',
    otherCurrency: 'Linjer i annan valuta',
    vatUnknown: 'Linjer med mva. eller ukjend mva.',
    other: 'Prisen avvik av ein annan grunn',
    offAssortment: 'Beløp utanfor sortimentet',
    document: 'Rapport eller fakturafil',
    buyer: 'Kjøpar',
    itemNumber: 'Varenummer',
    itemName: 'Vare',
    invoice: 'Faktura',
    chargedOn: 'Dag',
    quantity: 'Mengd',
    unit: 'Eining',
    price: 'Pris',
    agreedPrice: 'Avtalt pris',
    agreedFrom: 'Avtalt frå',
    difference: 'Skilnad',
    status: 'Status',
    answer: 'Svaret frå leverandøren',
  },
};

const en: typeof nb = {
  fileName: 'price-deviations.xlsx',
  summary: 'Summary',
  lines: 'Lines',
  lists: 'Lists',
  claim: 'Lines of the claim',
  title: 'Prices above the agreed price',
  note: 'Amounts excluding VAT. Reported and invoiced amounts may cover the same purchases and are never added together.',
  claimTitle: (p) => `Claim ${p.number} on ${p.supplier}`,
  claimSum: (p) =>
    `${p.amount} excluding VAT in ${plural('en', p.lines, { one: 'one line', other: `${formatCount(p.lines, 'en')} lines` })}`,
  basis: { reported: 'Reported', invoiced: 'Invoiced' },
  status: { open: 'Open', accepted: 'Reason accepted', claimed: 'In a claim' },
  heads: {
    supplier: 'Supplier',
    agreement: 'Agreement',
    basis: 'Basis',
    currency: 'Currency',
    lineCount: 'Lines above the agreed price',
    amount: 'Amount above the agreed price',
    open: 'Open',
    accepted: 'Reason accepted',
    claimed: 'In claims',
    compared: 'Lines compared',
    unknown: 'Lines whose agreed price cannot be determined',
    otherCurrency: 'Lines in another currency',
    vatUnknown: 'Lines with VAT or unknown VAT',
    other: 'Price differs for another reason',
    offAssortment: 'Amount outside the assortment',
    document: 'Report or invoice file',
    buyer: 'Buyer',
    itemNumber: 'Item number',
    itemName: 'Item',
    invoice: 'Invoice',
    chargedOn: 'Day',
    quantity: 'Quantity',
    unit: 'Unit',
    price: 'Price',
    agreedPrice: 'Agreed price',
    agreedFrom: 'Agreed from',
    difference: 'Difference',
    status: 'Status',
    answer: 'Supplier’s answer',
  },
};

/** Texts of workbooks with prices. */
export const priceWorkbookTexts: Record<Language, typeof nb> = { nb, nn, en };
