/**
 * Formats kilograms as tonnes, decimal text in and out: tonnes('12203869.4') is '12200', tonnes('451.2') is '0.451'.
 * Use two significant digits for spend-based figures.
 */
export function tonnes(kg: string, digits: 2 | 3 = 3): string {
  const value = Number(kg) / 1000;
  if (!Number.isFinite(value) || value === 0) return '0';
  const decimals = Math.max(0, Math.min(6, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
  return Number(value.toPrecision(digits)).toFixed(decimals);
}

/** Returns the significant digits of a figure: two if more than half of it is spend-based. */
export const significantDigits = (kg: string, kgFromKroner: string): 2 | 3 =>
  2 * Math.abs(Number(kgFromKroner)) > Math.abs(Number(kg)) ? 2 : 3;
