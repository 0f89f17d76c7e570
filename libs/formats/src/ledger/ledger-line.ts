import type { AccountClass, LedgerField, VatStatus } from './ledger-profile.ts';

/** One posting. Amounts are decimal texts with purchases positive, dates ISO; what the file does not say is null. */
export interface LedgerLine {
  readonly sheet: string;
  /** 1-based as in the file. */
  readonly row: number;
  readonly voucherNumber: string | null;
  readonly voucherType: string | null;
  readonly voucherDate: string | null;
  /** YYYY-MM; periods after 12 count as December. */
  readonly period: string | null;
  /** Whether the period is the closing of the year, after the twelfth. */
  readonly closing: boolean;
  readonly supplier: LedgerSupplier;
  readonly account: { readonly system: string; readonly code: string } | null;
  readonly accountName: string | null;
  /** Of the operating or the investment accounts; null where nothing tells it. */
  readonly accountClass: AccountClass | null;
  readonly function: string | null;
  readonly costCentre: string | null;
  readonly project: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly vatAmount: string | null;
  readonly vatCode: string | null;
  /** The rate that the row itself tells, by its own column or its VAT code, as a share: '0.15'. */
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
  /** Nine digits when the column holds nine digits, right or wrong. */
  readonly orgNumber: string | null;
  /** Whether the check digit is right; null without a number. */
  readonly orgNumberValid: boolean | null;
  /** The buyer's own number of the supplier (reskontronummer). */
  readonly ledgerNumber: string | null;
  readonly name: string | null;
}
