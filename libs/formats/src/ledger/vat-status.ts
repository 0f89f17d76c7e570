import { isWithin } from './comes-in.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { LedgerProfile, VatStatus } from './ledger-profile.ts';

/** Whether the amount of a posting holds VAT: as its row says, its VAT code, its cost centre, or the ledger as a whole. */
export function vatStatusOf({ vatStatus, vatCode, costCentre }: LedgerLine['raw'], vat: LedgerProfile['vat']): VatStatus {
  const stated = vatStatus?.toLowerCase();
  if (stated !== undefined && /^(net|netto|eks)/.test(stated)) return 'net';
  if (stated !== undefined && /^(gross|brutto|ink)/.test(stated)) return 'gross';
  return (vatCode !== undefined && vat.byCode?.[vatCode]) || ofCostCentre(costCentre, vat) || vat.amounts;
}

/** "3100 Skole" is 3100. */
function ofCostCentre(written: string | undefined, { byCostCentre }: LedgerProfile['vat']): VatStatus | undefined {
  const code = written?.split(/\s/)[0];
  return code === undefined ? undefined : Object.entries(byCostCentre ?? {}).find(([wanted]) => isWithin(code, wanted))?.[1];
}
