import type { LedgerProfile } from '../ledger/ledger-profile.ts';

/** How a SAF-T file is read, said as a ledger's way of reading: the names are the format's own elements. */
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
