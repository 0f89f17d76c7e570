import type { SaftAccount } from './saft.ts';

/** Why a line of a ledger is no purchase. */
export type SaftLeftOut =
  'balance' | 'income' | 'payroll' | 'finance' | 'compensation' | 'no-supplier' | 'unknown-account';

/** VAT that gives compensation, and the compensation itself (KOSTRA arts 429 and 729): never a purchase. */
const compensation = new Set(['429', '729']);

/** What an account holds by its chart: null when a posting on it, booked of a supplier, is a purchase. */
export function standingOf({ system, code }: Pick<SaftAccount, 'system' | 'code'>): SaftLeftOut | null {
  return system === 'kostra' ? byArt(code) : byClass(code);
}

/** KOSTRA: arts 010-099 are pay, 100-290 and 300-380 goods and services, 400-490 transfers, 500 on finance, 600 on income. Balance chapters are no arts. */
function byArt(code: string): SaftLeftOut | null {
  if (compensation.has(code)) return 'compensation';
  if (!/^\d{3}$/.test(code)) return 'balance';
  const art = Number(code);
  if (art < 100) return 'payroll';
  if (art < 400) return null;
  return art < 600 ? 'finance' : 'income';
}

/** NS 4102 and its kin, by class: 10-12 are assets that are bought, 4, 6 and 7 what is bought to be used. */
function byClass(code: string): SaftLeftOut | null {
  if (/^(?:1[0-2]|[467])/.test(code)) return null;
  if (/^[12]/.test(code)) return 'balance';
  if (/^3/.test(code)) return 'income';
  if (/^5/.test(code)) return 'payroll';
  return /^[89]/.test(code) ? 'finance' : 'unknown-account';
}
