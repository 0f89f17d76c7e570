import { isInAccountRange } from './import-filter.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile, VatStatus } from './ledger-profile.ts';

/**
 * Returns the VAT status of a posting from its row, otherwise from its VAT code, its cost centre, or the whole ledger.
 */
export function vatStatusOf(
  { vatStatus, vatCode, costCentre }: LedgerLine['raw'],
  vat: LedgerProfile['vat'],
): VatStatus {
  const stated = vatStatus?.toLowerCase();
  if (stated !== undefined && /^(net|netto|eks)/.test(stated)) return 'net';
  if (stated !== undefined && /^(gross|brutto|ink)/.test(stated)) return 'gross';
  return (vatCode !== undefined && vat.byCode?.[vatCode]) || ofCostCentre(costCentre, vat) || vat.amounts;
}

/** Maximum VAT rate. A higher value is not a rate. */
const RATE_MAX = 0.3;

/**
 * Returns the VAT rate of a row as a share, from its own column, otherwise from its VAT code. "25 %", "25" and "0,25"
 * are equal. Null when there is no valid rate.
 */
export function vatRateOf(
  { vatRate, vatCode }: LedgerLine['raw'],
  { rateByCode }: LedgerProfile['vat'],
): string | null {
  const stated = vatRate === undefined ? null : readRate(vatRate);
  return stated ?? (vatCode === undefined ? null : (rateByCode?.[vatCode] ?? null));
}

function readRate(written: string): string | null {
  const share = /^(\d{1,2}(?:[.,]\d{1,4})?)\s*(%?)$/.exec(written.trim());
  if (!share) return null;
  const value = Number(share[1]!.replace(',', '.'));
  const rate = share[2] === '%' || value >= 1 ? value / 100 : value;
  return rate > RATE_MAX ? null : String(Math.round(rate * 10_000) / 10_000);
}

/** Returns the status of a cost centre; "3100 Skole" is 3100. */
function ofCostCentre(written: string | undefined, { byCostCentre }: LedgerProfile['vat']): VatStatus | undefined {
  const code = written?.split(/\s/)[0];
  return code === undefined
    ? undefined
    : Object.entries(byCostCentre ?? {}).find(([wanted]) => isInAccountRange(code, wanted))?.[1];
}
