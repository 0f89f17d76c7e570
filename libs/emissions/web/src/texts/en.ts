import type { EmissionsTexts } from './nb.ts';

export const en = {
  parts: 'The factors behind the sum',
  factor: 'Factor',
  kroner: 'Kroner',
  kg: 'kg CO₂e',
  largest: 'The lines that weigh most',
  line: 'Line',
  alternatives: 'Factors that were weighed',
  alternativesAsk: 'Factors to choose among',
  chosen: 'used',
  wouldBe: 'Would give',
  place: (p) => [p.file, p.sheet, p.row && `row ${p.row}`].filter(Boolean).join(' · '),
  noText: 'Without text',
  noKg: 'no factor',
} satisfies EmissionsTexts;
