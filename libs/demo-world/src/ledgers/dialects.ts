import type { Posting, Voucher } from '../latent/vouchers.ts';
import type { Dialect } from '../setting/municipalities.ts';
import { oreText } from '../values/amounts.ts';
import type { Cell } from '../writing/cell.ts';
import type { CsvHabit } from '../writing/csv.ts';
import { artNames, functionNames } from './accounts.ts';

/** One posting, with the fields that its ledger system adds. */
export interface LedgerEntry {
  voucher: Voucher;
  posting: Posting;
  /** The seller's number in this municipality's supplier ledger. */
  supplierNumber: string;
  /** The invoice number as typed by the clerk. */
  invoiceNumber: string;
}

interface Column {
  heading: string;
  /** The meaning of the column, for building an import profile. */
  meaning: string | null;
  cell(entry: LedgerEntry): Cell;
}

export interface LedgerDialect {
  columns: readonly Column[];
  csv: CsvHabit | null;
  sheetName: string;
}

const column = (heading: string, meaning: string | null, cell: Column['cell']): Column => ({ heading, meaning, cell });
const amount = (entry: LedgerEntry): Cell => ({ number: oreText(entry.posting.amount) });
const art = ({ posting }: LedgerEntry) => posting.art;
const artName = ({ posting }: LedgerEntry) => artNames[posting.art] ?? '';
const costCentre = ({ posting }: LedgerEntry) => posting.site.costCentre;
const siteName = ({ posting }: LedgerEntry) => posting.site.name;
const functionCode = ({ posting }: LedgerEntry) => posting.site.function;
const functionName = ({ posting }: LedgerEntry) => functionNames[posting.site.function] ?? '';
const periodCode = ({ voucher }: LedgerEntry) => voucher.period.replace('-', '');
const sellerName = ({ voucher }: LedgerEntry) => voucher.seller?.name ?? '';
const sellerOrg = ({ voucher }: LedgerEntry) => voucher.seller?.orgNumber ?? '';
const text = ({ posting }: LedgerEntry) => posting.text;

const agresso: LedgerDialect = {
  columns: [
    column('BA', 'voucherType', ({ posting }) => (posting.kind === 'internal' ? 'KF' : 'IV')),
    column('Bilagsnr', 'voucherNumber', ({ voucher }) => voucher.number),
    column('Bilagsdato', 'voucherDate', ({ voucher }) => ({ date: voucher.bookedOn })),
    column('År', null, ({ voucher }) => voucher.period.slice(0, 4)),
    column('Periode', 'period', periodCode),
    column('Kontoklasse', 'accountClass', ({ posting }) => posting.accountClass),
    column('Konto', 'account', art),
    column('Konto (T)', 'accountName', artName),
    column('Dim1', 'costCentre', costCentre),
    column('Dim1 (T)', 'costCentreName', siteName),
    column('Dim2', 'function', functionCode),
    column('Dim2 (T)', 'functionName', functionName),
    column('AV', null, ({ posting }) => (posting.kind === 'vat' ? '1K' : '0')),
    column('Resk.nr', 'supplierNumber', (entry) => entry.supplierNumber),
    column('Resk.nr (T)', 'supplierName', sellerName),
    column('Org.nr', 'supplierOrgNumber', sellerOrg),
    column('Fakturanr', 'invoiceNumber', (entry) => entry.invoiceNumber),
    column('Tekst', 'text', text),
    column('Beløp', 'amount', amount),
  ],
  csv: {
    delimiter: ';',
    encoding: 'utf-8-bom',
    dates: 'dd.mm.yyyy',
    numbers: { decimal: '.', thousands: ',', negative: 'parentheses' },
  },
  sheetName: '',
};

const visma: LedgerDialect = {
  columns: [
    column('Selskap', null, ({ voucher }) => voucher.municipality.number),
    column('Bilagstype', 'voucherType', () => 'Inngående faktura'),
    column('Bilagsnummer', 'voucherNumber', ({ voucher }) => voucher.number),
    column('Bilagsdato', 'voucherDate', ({ voucher }) => ({ date: voucher.bookedOn })),
    column('Periode', 'period', periodCode),
    column('Kontoklasse', 'accountClass', ({ posting }) => posting.accountClass),
    column('Art', 'account', art),
    column('Artsnavn', 'accountName', artName),
    column('Ansvar', 'costCentre', costCentre),
    column('Ansvarsnavn', 'costCentreName', siteName),
    column('Funksjon', 'function', functionCode),
    column('Funksjonsnavn', 'functionName', functionName),
    column('Leverandørnr', 'supplierNumber', (entry) => entry.supplierNumber),
    column('Leverandørnavn', 'supplierName', sellerName),
    column('Organisasjonsnummer', 'supplierOrgNumber', (entry) => spaced(sellerOrg(entry))),
    column('Fakturanummer', 'invoiceNumber', (entry) => entry.invoiceNumber),
    column('Fakturadato', 'invoiceDate', ({ voucher }) => ({ date: voucher.issuedOn })),
    column('Forfallsdato', 'dueOn', ({ voucher }) => ({ date: voucher.dueOn })),
    column('Beløp', 'amount', amount),
    column('Bilagstekst', 'text', text),
  ],
  csv: {
    delimiter: ';',
    encoding: 'windows-1252',
    dates: 'dd.mm.yyyy',
    numbers: { decimal: ',', thousands: ' ', negative: 'minus' },
  },
  sheetName: '',
};

const spaced = (orgNumber: string) => orgNumber.replace(/(\d{3})(?=\d)/g, '$1 ');

const xledger: LedgerDialect = {
  columns: [
    column('Bilagsnr', 'voucherNumber', ({ voucher }) => ({ number: voucher.number })),
    column('Bilagsdato', 'voucherDate', ({ voucher }) => ({ date: voucher.bookedOn })),
    column('Periode', 'period', (entry) => ({ number: periodCode(entry) })),
    column('Konto', null, ({ posting }) => ({ number: `${posting.accountClass}${posting.art}0` })),
    column('KOSTRA-art', 'account', art),
    column('KOSTRA-art navn', 'accountName', artName),
    column('KOSTRA-funksjon', 'function', functionCode),
    column('Koststed', 'costCentre', costCentre),
    column('Koststedsnavn', 'costCentreName', siteName),
    column('Kontoklasse', 'accountClass', ({ posting }) => posting.accountClass),
    column('Leverandørnr', 'supplierNumber', (entry) => ({ number: entry.supplierNumber })),
    column('Leverandør', 'supplierName', sellerName),
    column('Orgnr', 'supplierOrgNumber', sellerOrg),
    column('Fakturanr', 'invoiceNumber', (entry) => entry.invoiceNumber),
    column('Fakturadato', 'invoiceDate', ({ voucher }) => ({ date: voucher.issuedOn })),
    column('Valuta', 'currency', () => 'NOK'),
    column('Beløp', 'amount', amount),
    column('Tekst', 'text', text),
  ],
  csv: null,
  sheetName: 'Transaksjoner',
};

export const dialects: Record<Dialect, LedgerDialect> = {
  'agresso-like': agresso,
  'visma-like': visma,
  'xledger-like': xledger,
};

/** Describes the dialect as data, for building an import profile. */
export function describeDialect(name: Dialect) {
  const { columns, csv, sheetName } = dialects[name];
  return {
    name,
    format: csv ? 'csv' : 'xlsx',
    sheet: sheetName || null,
    delimiter: csv?.delimiter ?? null,
    encoding: csv?.encoding ?? null,
    decimal: csv?.numbers.decimal ?? null,
    thousands: csv?.numbers.thousands ?? null,
    columns: Object.fromEntries(
      columns.filter((one) => one.meaning).map((one) => [one.meaning as string, one.heading]),
    ),
    keepOnly: name === 'agresso-like' ? { column: 'BA', values: ['IV'] } : null,
    vatArts: ['429'],
    amounts: 'excluding VAT; the VAT that is compensated stands on its own row, art 429',
  };
}
