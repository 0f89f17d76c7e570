export const nb = {
  parts: 'Faktorene bak summen',
  factor: 'Faktor',
  kroner: 'Kroner',
  kg: 'kg CO₂e',
  largest: 'Linjene som veier mest',
  line: 'Linje',
  alternatives: 'Faktorer som ble vurdert',
  alternativesAsk: 'Faktorer å velge mellom',
  chosen: 'brukt',
  wouldBe: 'Ville gitt',
  place: (p: { file: string; sheet: string; row: string }) => [p.file, p.sheet, p.row && `rad ${p.row}`].filter(Boolean).join(' · '),
  noText: 'Uten tekst',
  noKg: 'ingen faktor',
};

export type EmissionsTexts = typeof nb;
