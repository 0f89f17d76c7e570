import type { SaftAccount } from './saft.ts';

/** Reason why a ledger line is not a purchase. */
export type SaftExclusionReason =
  'balance' | 'income' | 'payroll' | 'finance' | 'compensation' | 'no-supplier' | 'unknown-account';

/** Compensated VAT and the compensation itself (KOSTRA arts 429 and 729): never a purchase. */
const compensation = new Set(['429', '729']);

/** Returns the exclusion reason of an account by its chart; null when a posting on it with a supplier is a purchase. */
export function classifySaftLine({ system, code }: Pick<SaftAccount, 'system' | 'code'>): SaftExclusionReason | null {
  return system === 'kostra' ? classifyByArt(code) : classifyByClass(code);
}

/**
 * KOSTRA: arts 010-099 are payroll, 100-290 and 300-380 goods and services, 400-490 transfers, from 500 finance, from
 * 600 income. Balance chapters are not arts.
 */
function classifyByArt(code: string): SaftExclusionReason | null {
  if (compensation.has(code)) return 'compensation';
  if (!/^\d{3}$/.test(code)) return 'balance';
  const art = Number(code);
  if (art < 100) return 'payroll';
  if (art < 400) return null;
  return art < 600 ? 'finance' : 'income';
}

/** NS 4102 and similar charts, by class: 10-12 are purchased assets; 4, 6 and 7 goods and services. */
function classifyByClass(code: string): SaftExclusionReason | null {
  if (/^(?:1[0-2]|[467])/.test(code)) return null;
  if (/^[12]/.test(code)) return 'balance';
  if (/^3/.test(code)) return 'income';
  if (/^5/.test(code)) return 'payroll';
  return /^[89]/.test(code) ? 'finance' : 'unknown-account';
}
