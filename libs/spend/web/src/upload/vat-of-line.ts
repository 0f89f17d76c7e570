import type { LedgerLine } from '@tallgrunn/formats';

/**
 * How it will be known what a line comes to without VAT, as far as the file tells it: it is without; the VAT or its rate on the row is taken out; the account's
 * rate is, where it has one; or nothing says whether there is VAT in it, and it stands outside the sums.
 */
export type VatWay = 'net' | 'row' | 'account' | 'unknown';

export function vatOfLine({
  vatStatus,
  vatAmount,
  vatRate,
}: Pick<LedgerLine, 'vatStatus' | 'vatAmount' | 'vatRate'>): VatWay {
  if (vatStatus !== 'gross') return vatStatus;
  return vatAmount !== null || vatRate !== null ? 'row' : 'account';
}
