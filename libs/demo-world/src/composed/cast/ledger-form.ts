import type { Rng } from '../../values/rng.ts';
import type { CsvHabit } from '../../writing/csv.ts';

/** Columns of a ledger, by the field names of import profiles. */
export const ledgerFields = [
  'voucherType',
  'voucherNumber',
  'voucherDate',
  'period',
  'supplierNumber',
  'supplierName',
  'supplierOrgNumber',
  'account',
  'costCentre',
  'function',
  'invoiceNumber',
  'invoiceDate',
  'text',
  'vatAmount',
  'amount',
] as const;
export type LedgerField = (typeof ledgerFields)[number];

/** The format of one ledger system: headings, numbers and dates. */
export interface LedgerForm {
  readonly headings: Readonly<Record<LedgerField, string>>;
  readonly csv: CsvHabit;
  readonly period: 'YYYYMM' | 'YYYY-MM';
  /** True if compensated VAT is on separate rows. */
  readonly vatRows: boolean;
}

const headingsFrom = (list: string): Record<LedgerField, string> =>
  Object.fromEntries(list.split('|').map((heading, at) => [ledgerFields[at] as LedgerField, heading.trim()])) as Record<
    LedgerField,
    string
  >;

const systems: readonly Record<LedgerField, string>[] = [
  headingsFrom(
    'BA | Bilagsnr | Bilagsdato | Periode | Resk.nr | Resk.nr (T) | Org.nr | Konto | Dim1 | Dim2 | Fakturanr | Fakturadato | Tekst | Mva-beløp | Beløp',
  ),
  headingsFrom(
    'Bilagstype | Bilagsnummer | Dato | Periode | Leverandørnr | Leverandørnavn | Organisasjonsnummer | Art | Ansvar | Tjeneste | Fakturanummer | Fakturadato | Bilagstekst | Moms | Netto',
  ),
  headingsFrom(
    'Voucher Type | Voucher No | Voucher Date | Period | Supplier No | Supplier | Company No | Account | Cost Centre | Function | Invoice No | Invoice Date | Text | Tax Amount | Amount',
  ),
  headingsFrom(
    'Type bilag | Nr | Bokført | Regnskapsperiode | Lev.id | Navn | Foretaksnr | Artskonto | Enhet | Funksjonskode | Ekstern ref. | Dok.dato | Merknad | Avgift | Sum',
  ),
];

export function drawLedgerForm(draw: Rng): LedgerForm {
  return {
    headings: draw.pick(systems),
    period: draw.pick(['YYYYMM', 'YYYY-MM'] as const),
    vatRows: draw.chance(0.6),
    csv: draw.pick<CsvHabit>([
      {
        delimiter: ';',
        encoding: 'utf-8-bom',
        dates: 'dd.mm.yyyy',
        numbers: { decimal: ',', thousands: ' ', negative: 'minus' },
      },
      {
        delimiter: ';',
        encoding: 'windows-1252',
        dates: 'dd.mm.yyyy',
        numbers: { decimal: ',', thousands: '', negative: 'trailing-minus' },
      },
      {
        delimiter: ';',
        encoding: 'utf-8',
        dates: 'yyyy-mm-dd',
        numbers: { decimal: '.', thousands: ',', negative: 'parentheses' },
      },
    ]),
  };
}

/**
 * Returns the import profile that a clerk would save for the ledger: the field of each heading, and whether amounts
 * include VAT. Columns in `without` are left out.
 */
export function profileOf(
  { headings, csv }: LedgerForm,
  id: string,
  without: ReadonlySet<LedgerField>,
  amounts: 'net' | 'gross',
) {
  return {
    id,
    name: `Regnskap ${id}`,
    columns: Object.fromEntries(Object.entries(headings).filter(([field]) => !without.has(field as LedgerField))),
    required: ['voucherNumber', 'account'],
    account: { system: 'kostra' },
    numbers: { decimal: csv.numbers.decimal },
    dates: { order: 'day-first' },
    sign: 'cost-positive',
    currency: 'NOK',
    vat: { amounts },
    notSpend: ['429', '729'],
  };
}
