import type { LedgerLine } from '@tallgrunn/formats';

/**
 * Source of a line's amount excl. VAT, as far as the file shows. `net`: it is excl. VAT. `row`: VAT or rate on the row
 * is deducted. `account`: the account's rate is deducted, if it has one. `unknown`: not stated, so the line is in no
 * total.
 */
export type VatSource = 'net' | 'row' | 'account' | 'unknown';

export function vatOfLine({
  vatStatus,
  vatAmount,
  vatRate,
}: Pick<LedgerLine, 'vatStatus' | 'vatAmount' | 'vatRate'>): VatSource {
  if (vatStatus !== 'gross') return vatStatus;
  return vatAmount !== null || vatRate !== null ? 'row' : 'account';
}
