import type { VatStatus } from '@tallgrunn/formats';
import { absolute, add, compare, divide, multiply, normalise, signOf, subtract } from '@tallgrunn/values';

/**
 * How the amount of a line without VAT is known: `as-stated`, the row or the ledger says it is without; `on-invoice`, an invoice tells it;
 * `vat-on-row`, with VAT less the VAT that the row states; `rate-on-row`, with VAT, by the rate the row tells; `rate-of-account`, with VAT, by the account's
 * rate; `unknown`, not at all.
 */
export const netBases = ['as-stated', 'on-invoice', 'vat-on-row', 'rate-on-row', 'rate-of-account', 'unknown'] as const;
export type NetBasis = (typeof netBases)[number];

/** What a posting says of its VAT. Amounts and rates are decimal texts, rates as shares. */
export interface VatOnPosting {
  readonly amount: string;
  readonly vatStatus: VatStatus;
  readonly vatAmount: string | null;
  /** As the row tells it. */
  readonly vatRate: string | null;
  /** As its account has on the day of the purchase. */
  readonly accountRate: string | null;
}

export interface NetAmount {
  /** Without VAT; null where it cannot be told. */
  readonly amount: string | null;
  readonly basis: NetBasis;
  /** The rate that was taken out; null where none was needed. */
  readonly rate: string | null;
}

/** A fifth of an amount is VAT of 25 %, and øre are rounded: what claims more is of another amount. */
const VAT_SHARE_MAX = '0.2';
const ROUNDING = '1';

/** What a posting comes to without VAT: by the VAT on its row before the rate on its row, and that before its account's. What is not known stays unknown. */
export function netAmountOf({ amount, vatStatus, vatAmount, vatRate, accountRate }: VatOnPosting): NetAmount {
  if (vatStatus === 'net') return { amount, basis: 'as-stated', rate: null };
  if (vatStatus === 'unknown') return { amount: null, basis: 'unknown', rate: null };
  if (vatAmount !== null && isVatOf(vatAmount, amount, vatRate)) {
    const vat = absolute(vatAmount);
    return {
      amount: normalise(signOf(amount) < 0 ? add(amount, vat) : subtract(amount, vat)),
      basis: 'vat-on-row',
      rate: null,
    };
  }
  if (vatRate !== null) return { amount: withoutVat(amount, vatRate), basis: 'rate-on-row', rate: vatRate };
  if (accountRate !== null)
    return { amount: withoutVat(amount, accountRate), basis: 'rate-of-account', rate: accountRate };
  return { amount: null, basis: 'unknown', rate: null };
}

/** Whether what the row states can be the VAT of its amount. A ledger turns signs as it likes; none where the row tells a rate is a column that nobody filled in. */
function isVatOf(vatAmount: string, amount: string, vatRate: string | null): boolean {
  if (signOf(vatAmount) === 0 && vatRate !== null && signOf(vatRate) > 0) return false;
  return (
    compare(absolute(vatAmount), add(multiply(absolute(amount), VAT_SHARE_MAX), ROUNDING)) <= 0 &&
    compare(absolute(vatAmount), absolute(amount)) <= 0
  );
}

/** To the øre, half away from zero, as PostgreSQL rounds. */
const withoutVat = (amount: string, rate: string): string => normalise(divide(amount, add('1', rate), 2));
