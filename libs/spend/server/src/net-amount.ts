import type { VatStatus } from '@tallgrunn/formats';
import { absolute, add, compare, divide, multiply, normalise, signOf, subtract } from '@tallgrunn/values';

/**
 * Basis of an amount excl. VAT. `as-stated`: the row or ledger states it without VAT. `on-invoice`: from a matched
 * invoice. `vat-on-row`: incl. VAT minus the VAT on the row. `rate-on-row`: incl. VAT, by the row's rate.
 * `rate-of-account`: incl. VAT, by the account's rate. `unknown`: cannot be calculated.
 */
export const netBases = ['as-stated', 'on-invoice', 'vat-on-row', 'rate-on-row', 'rate-of-account', 'unknown'] as const;
export type NetBasis = (typeof netBases)[number];

/** VAT information of a posting. Amounts and rates are decimal texts, rates as shares. */
export interface VatOnPosting {
  readonly amount: string;
  readonly vatStatus: VatStatus;
  readonly vatAmount: string | null;
  /** Rate on the row. */
  readonly vatRate: string | null;
  /** Rate of its account on the day of the purchase. */
  readonly accountRate: string | null;
}

export interface NetAmount {
  /** Amount excl. VAT; null when unknown. */
  readonly amount: string | null;
  readonly basis: NetBasis;
  /** The rate that was deducted; null when none was needed. */
  readonly rate: string | null;
}

/** VAT of 25 % is a fifth of the amount incl. VAT, plus rounding. A higher VAT amount belongs to another amount. */
const VAT_SHARE_MAX = '0.2';
const ROUNDING = '1';

/**
 * Calculates a posting's amount excl. VAT from the VAT on its row, otherwise the rate on its row, otherwise its
 * account's rate. Amount null and basis `unknown` when none is available.
 */
export function calculateNetAmount({ amount, vatStatus, vatAmount, vatRate, accountRate }: VatOnPosting): NetAmount {
  if (vatStatus === 'net') return { amount, basis: 'as-stated', rate: null };
  if (vatStatus === 'unknown') return { amount: null, basis: 'unknown', rate: null };
  if (vatAmount !== null && isPlausibleVat(vatAmount, amount, vatRate)) {
    const vat = absolute(vatAmount);
    return {
      amount: normalise(signOf(amount) < 0 ? add(amount, vat) : subtract(amount, vat)),
      basis: 'vat-on-row',
      rate: null,
    };
  }
  if (vatRate !== null) return { amount: deductVat(amount, vatRate), basis: 'rate-on-row', rate: vatRate };
  if (accountRate !== null)
    return { amount: deductVat(amount, accountRate), basis: 'rate-of-account', rate: accountRate };
  return { amount: null, basis: 'unknown', rate: null };
}

/**
 * Returns whether a stated VAT amount can belong to the amount. Signs are ignored, because ledgers differ. Zero VAT
 * next to a positive rate is an unused column.
 */
function isPlausibleVat(vatAmount: string, amount: string, vatRate: string | null): boolean {
  if (signOf(vatAmount) === 0 && vatRate !== null && signOf(vatRate) > 0) return false;
  return (
    compare(absolute(vatAmount), add(multiply(absolute(amount), VAT_SHARE_MAX), ROUNDING)) <= 0 &&
    compare(absolute(vatAmount), absolute(amount)) <= 0
  );
}

/** Rounds to the øre, half away from zero, as PostgreSQL does. */
const deductVat = (amount: string, rate: string): string => normalise(divide(amount, add('1', rate), 2));
