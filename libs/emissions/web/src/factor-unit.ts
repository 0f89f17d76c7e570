import type { EmissionsTexts } from './texts/nb.ts';

/** A factor's unit, "kgCO2e/NOK", as a person writes it: "kg CO₂e/krone". What it does not know keeps its own name. */
export function factorUnit(unit: string, { factorUnit: { kilos, per } }: EmissionsTexts): string {
  const [weighed = '', measured = ''] = unit.split('/').map((part) => part.trim());
  return /^kg ?CO2e$/.test(weighed) && measured !== '' ? `${kilos}/${per[measured] ?? measured}` : unit;
}
