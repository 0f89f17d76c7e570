import { accountClassHeadings } from './account-class.ts';
import type { LedgerProfile } from './ledger-profile.ts';

const kostra = { system: 'kostra', last: 3, classFirst: true } as const;
/** Compensated VAT and the compensation itself: never a purchase (KOSTRA arts 429 and 729). */
const compensation = ['429', '729'] as const;

/** Import rule for payments published by the council itself, without identifiers of the payees. */
const published = { parties: 'everybody', text: 'whole' } as const;

/**
 * Profile for exports like those of Unit4 ERP (Agresso): code and text in pairs, voucher types, both thousands
 * separators, credit in parentheses or with a minus. Only incoming invoices (IV) are purchases.
 */
const agressoLike: LedgerProfile = {
  id: 'agresso-like',
  name: 'Agresso-like',
  columns: {
    voucherType: ['BA', 'Bilagsart'],
    voucherNumber: ['Bilagsnr', 'Bilagsnummer'],
    voucherDate: ['Bilagsdato'],
    year: ['År'],
    period: ['Periode'],
    account: ['Konto', 'Art'],
    accountName: ['Konto (T)', 'Art (T)'],
    accountClass: accountClassHeadings,
    costCentre: ['Ansvar', 'Dim1'],
    function: ['Funksjon', 'Tjeneste', 'Dim2'],
    project: ['Prosjekt', 'Dim3'],
    supplierNumber: ['Resk.nr', 'Reskontronr', 'Reskontro'],
    supplierName: ['Resk.nr (T)', 'Reskontro (T)', 'Leverandør'],
    supplierOrgNumber: ['Orgnr', 'Org.nr', 'Organisasjonsnr', 'Organisasjonsnummer'],
    invoiceNumber: ['Fakturanr', 'Ekst.ref', 'Ekstern ref'],
    invoiceDate: ['Fakturadato'],
    vatCode: ['AV', 'Avgiftskode', 'Mva-kode'],
    vatRate: ['Mva-sats', 'Mva %'],
    vatAmount: ['Mva-beløp', 'Mva'],
    currency: ['Valuta', 'Val'],
    text: ['Tekst'],
    amount: ['Beløp'],
    buyer: ['Kommune', 'Firma', 'Klient'],
  },
  required: ['voucherNumber', 'account'],
  account: kostra,
  numbers: { decimal: 'auto' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'net' },
  filters: [{ column: 'BA', in: ['IV'] }],
  notSpend: compensation,
};

/**
 * Profile for exports like those of Visma Enterprise: one row per posting, separate columns for art and tjeneste,
 * decimal comma.
 */
const vismaLike: LedgerProfile = {
  id: 'visma-like',
  name: 'Visma-like',
  columns: {
    voucherNumber: ['Bilagsnummer', 'Bilag', 'Bilagsnr'],
    voucherType: ['Bilagstype'],
    voucherDate: ['Bilagsdato', 'Dato'],
    year: ['Regnskapsår', 'År'],
    period: ['Periode'],
    account: ['Art', 'Artskonto'],
    accountName: ['Artsnavn', 'Art navn'],
    accountClass: accountClassHeadings,
    costCentre: ['Ansvar', 'Ansvarssted'],
    function: ['Funksjon', 'Tjeneste'],
    project: ['Prosjekt'],
    supplierNumber: ['Leverandørnr', 'Leverandørnummer', 'Levnr'],
    supplierName: ['Leverandørnavn', 'Leverandør'],
    supplierOrgNumber: ['Organisasjonsnummer', 'Org.nr', 'Orgnr'],
    invoiceNumber: ['Fakturanummer', 'Fakturanr'],
    invoiceDate: ['Fakturadato'],
    vatCode: ['Mva-kode', 'Momskode', 'Mvakode'],
    vatRate: ['Mva-sats', 'Mva %'],
    vatAmount: ['Mva-beløp', 'Mva', 'Moms'],
    currency: ['Valuta'],
    text: ['Tekst', 'Bilagstekst'],
    amount: ['Beløp', 'Beløp eks. mva', 'Netto'],
    buyer: ['Kommune', 'Selskap'],
  },
  required: ['voucherNumber', 'account'],
  account: kostra,
  numbers: { decimal: 'auto' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'net' },
  notSpend: compensation,
};

/**
 * Profile for exports like those of Xledger: English or Norwegian headings, debit and credit columns or one amount, ISO
 * dates.
 */
const xledgerLike: LedgerProfile = {
  id: 'xledger-like',
  name: 'Xledger-like',
  columns: {
    voucherNumber: ['Voucher No', 'Voucher Number', 'Bilagsnr', 'Bilagsnummer'],
    voucherType: ['Voucher Type', 'Type', 'Bilagstype'],
    voucherDate: ['Voucher Date', 'Posting Date', 'Bilagsdato'],
    period: ['Period', 'Periode', 'Fiscal Period'],
    account: ['KOSTRA-art', 'Account', 'Konto'],
    accountName: ['Account Name', 'Kontonavn', 'KOSTRA-art navn'],
    accountClass: accountClassHeadings,
    function: ['KOSTRA-funksjon', 'Function', 'Funksjon'],
    costCentre: ['Cost Centre', 'Department', 'Ansvar', 'Koststed'],
    project: ['Project', 'Prosjekt'],
    supplierNumber: ['Supplier No', 'Subledger', 'Leverandørnr'],
    supplierName: ['Supplier', 'Supplier Name', 'Leverandør', 'Leverandørnavn'],
    supplierOrgNumber: ['Company No', 'Supplier Org No', 'Org No', 'Orgnr', 'Org.nr'],
    invoiceNumber: ['Invoice No', 'Invoice Number', 'Fakturanr', 'Fakturanummer'],
    invoiceDate: ['Invoice Date', 'Fakturadato'],
    vatCode: ['Tax Rule', 'Tax Code', 'Mva-kode'],
    vatRate: ['Tax Rate', 'Mva-sats'],
    vatAmount: ['Tax Amount', 'Mva-beløp'],
    currency: ['Currency', 'Valuta'],
    text: ['Text', 'Description', 'Tekst'],
    amount: ['Amount', 'Beløp'],
    debit: ['Debit', 'Debet'],
    credit: ['Credit', 'Kredit'],
    buyer: ['Owner', 'Entity', 'Kommune'],
  },
  required: ['voucherNumber', 'account'],
  account: kostra,
  numbers: { decimal: 'auto' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'net' },
  notSpend: compensation,
};

/**
 * Payments over £500 of the London Borough of Lambeth: one total per supplier and month, later one row per payment.
 * Open data.
 */
const lambeth: LedgerProfile = {
  id: 'lambeth-payments',
  name: 'Lambeth payments',
  columns: {
    supplierName: ['Supplier Name'],
    amount: ['Invoice Nett Amount', 'Sum of Invoice Nett Amount', 'Total'],
    invoiceDate: ['Invoice Creation Date'],
    costCentre: ['Department'],
    accountName: ['Subj Description'],
    buyer: ['Body'],
  },
  required: ['supplierName'],
  account: { system: 'lambeth' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  currency: 'GBP',
  vat: { amounts: 'net' },
  comesIn: published,
};

/** Payments over £500 of Bradford Council, published in processed form. Open data. */
const bradford: LedgerProfile = {
  id: 'bradford-payments',
  name: 'Bradford payments',
  columns: {
    costCentre: ['Organisational Unit'],
    voucherDate: ['Payment Date'],
    amount: ['Amount'],
    supplierName: ['Beneficiary Name'],
  },
  required: ['supplierName', 'voucherDate'],
  account: { system: 'bradford' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  currency: 'GBP',
  vat: { amounts: 'unknown' },
  comesIn: published,
};

/**
 * Profiles shipped as examples. Users copy and adjust them per buyer. A shipped profile is never changed, because
 * others use it.
 */
export const builtInProfiles: readonly LedgerProfile[] = [agressoLike, vismaLike, xledgerLike, lambeth, bradford];
