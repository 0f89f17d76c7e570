import type { AccountClass, LedgerField, VatStatus } from './ledger-profile.ts';

/**
 * One posting. Amounts are decimal texts with purchases positive; dates are ISO. A field that the file does not state
 * is null.
 */
export interface LedgerLine {
  readonly sheet: string;
  /** Row number as in the file, from 1. */
  readonly row: number;
  readonly voucherNumber: string | null;
  readonly voucherType: string | null;
  readonly voucherDate: string | null;
  /** YYYY-MM; periods after 12 count as December. */
  readonly period: string | null;
  /** True for year-end closing: a period after the twelfth. */
  readonly closing: boolean;
  readonly supplier: LedgerSupplier;
  readonly account: { readonly system: string; readonly code: string } | null;
  readonly accountName: string | null;
  /** Operating or investment accounts; null when unknown. */
  readonly accountClass: AccountClass | null;
  readonly function: string | null;
  readonly costCentre: string | null;
  readonly project: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly vatAmount: string | null;
  readonly vatCode: string | null;
  /** VAT rate from the row's own column or its VAT code, as a share: '0.15'. */
  readonly vatRate: string | null;
  readonly vatStatus: VatStatus;
  readonly invoiceNumber: string | null;
  readonly invoiceDate: string | null;
  readonly text: string | null;
  readonly buyer: string | null;
  /** The mapped cells as written. */
  readonly raw: Readonly<Partial<Record<LedgerField, string>>>;
}

export interface LedgerSupplier {
  /** Nine digits when the column has nine digits, even if they are not a valid number. */
  readonly orgNumber: string | null;
  /** Whether the check digit is correct; null without a number. */
  readonly orgNumberValid: boolean | null;
  /** The buyer's ledger number of the supplier (reskontronummer). */
  readonly ledgerNumber: string | null;
  readonly name: string | null;
}
