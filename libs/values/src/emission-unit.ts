import type { Language } from './texts.ts';

/** What factors are per, by the word their publishers use; what is missing keeps its own name. */
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

/** What one of something is called: "m3" is "m³", "stk" is "piece" in English. */
export function measureName(measure: string, language: Language): string {
  return measures[measure]?.[language] ?? measure;
}

/** A factor's unit, however its publisher writes it ("kgCO2e/NOK", "kg CO2e per unit"), as one person would: "kg CO₂e/krone". What is no such unit keeps its own name. */
export function emissionUnit(unit: string, language: Language): string {
  const [, gas, measure] = /^kg ?(CO[2₂]e?)\s*(?:\/|per)\s*(.+)$/.exec(unit.trim()) ?? [];
  return gas && measure ? `kg ${gas.replace('2', '₂')}/${measureName(measure.trim(), language)}` : unit;
}
