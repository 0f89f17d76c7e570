import type { LedgerProfile } from '../ledger/ledger-profile.ts';

/** Describes how SAF-T is read, in the form of a ledger profile. Column names are the elements of the format. */
export function saftProfile(version: string): LedgerProfile {
  return {
    id: 'saft-financial',
    name: `SAF-T Financial ${version}`,
    columns: {
      voucherNumber: 'TransactionID',
      voucherType: 'VoucherType',
      voucherDate: 'GLPostingDate',
      period: 'Period',
      year: 'PeriodYear',
      supplierOrgNumber: 'RegistrationNumber',
      supplierNumber: 'SupplierID',
      supplierName: 'Name',
      account: 'GroupingCode',
      accountName: 'AccountDescription',
      debit: 'DebitAmount',
      credit: 'CreditAmount',
      invoiceNumber: 'ReferenceNumber',
      invoiceDate: 'TransactionDate',
      text: 'Description',
    },
    account: { system: 'kostra' },
    numbers: { decimal: '.' },
    sign: 'cost-positive',
    currency: 'NOK',
    vat: { amounts: 'net' },
    notSpend: ['429', '729'],
  };
}
