/** Kilograms to tonnes, decimal text in and out, for reading: tonnes('12203869.4') is '12200', tonnes('451.2') is '0.451'. Two significant digits where the figure comes from kroner. */
export function tonnes(kg: string, digits: 2 | 3 = 3): string {
  const value = Number(kg) / 1000;
  if (!Number.isFinite(value) || value === 0) return '0';
  const decimals = Math.max(0, Math.min(6, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
  return Number(value.toPrecision(digits)).toFixed(decimals);
}

/** Digits that a figure bears: two where more than half of it is reckoned from kroner. */
export const digitsOf = (kg: string, kgFromKroner: string): 2 | 3 =>
  2 * Math.abs(Number(kgFromKroner)) > Math.abs(Number(kg)) ? 2 : 3;
