import type { EmissionsTexts } from './nb.ts';

export const nn = {
  parts: 'Faktorane bak summen',
  factor: 'Faktor',
  kroner: 'Kroner',
  kg: 'kg CO₂e',
  largest: 'Linjene som veg mest',
  line: 'Linje',
  alternatives: 'Faktorar som vart vurderte',
  alternativesAsk: 'Faktorar å velje mellom',
  chosen: 'brukt',
  wouldBe: 'Ville gjeve',
  place: (p) => [p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
  noText: 'Utan tekst',
  noKg: 'ingen faktor',
} satisfies EmissionsTexts;
