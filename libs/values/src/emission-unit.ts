import type { Language } from './texts.ts';

/**
 * Names of the units that emission factors are per, by the publishers' term. A unit that is missing here is shown as it
 * is.
 */
const measures: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  NOK: { nb: 'krone', nn: 'krone', en: 'krone' },
  USD: { nb: 'dollar', nn: 'dollar', en: 'dollar' },
  m3: { nb: 'm³', nn: 'm³', en: 'm³' },
  sm3: { nb: 'Sm³', nn: 'Sm³', en: 'Sm³' },
  l: { nb: 'liter', nn: 'liter', en: 'litre' },
  liter: { nb: 'liter', nn: 'liter', en: 'litre' },
  kwh: { nb: 'kWh', nn: 'kWh', en: 'kWh' },
  stk: { nb: 'stk', nn: 'stk', en: 'piece' },
  piece: { nb: 'stk', nn: 'stk', en: 'piece' },
  unit: { nb: 'enhet', nn: 'eining', en: 'unit' },
  pkm: { nb: 'personkilometer', nn: 'personkilometer', en: 'passenger kilometre' },
  tkm: { nb: 'tonnkilometer', nn: 'tonnkilometer', en: 'tonne kilometre' },
  overnatting: { nb: 'overnatting', nn: 'overnatting', en: 'night' },
  måltid: { nb: 'måltid', nn: 'måltid', en: 'meal' },
};

/**
 * Returns the display name of a unit: "m3" is "m³", "stk" is "piece" in English. An unlisted unit is returned
 * unchanged.
 */
export function measureName(measure: string, language: Language): string {
  return measures[measure]?.[language] ?? measure;
}

/**
 * Returns a factor's unit in one notation, whatever its publisher's notation ("kgCO2e/NOK", "kg CO2e per unit"): "kg
 * CO₂e/krone". Returns any other text unchanged.
 */
export function emissionUnit(unit: string, language: Language): string {
  const [, gas, measure] = /^kg ?(CO[2₂]e?)\s*(?:\/|per)\s*(.+)$/.exec(unit.trim()) ?? [];
  return gas && measure ? `kg ${gas.replace('2', '₂')}/${measureName(measure.trim(), language)}` : unit;
}
