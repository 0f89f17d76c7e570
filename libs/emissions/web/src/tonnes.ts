/** Kilograms to tonnes with three significant digits, decimal text in and out, for reading: tonnes('12203869.4') is '12200', tonnes('451.2') is '0.451'. */
export function tonnes(kg: string): string {
  const value = Number(kg) / 1000;
  if (!Number.isFinite(value) || value === 0) return '0';
  const decimals = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return Number(value.toPrecision(3)).toFixed(decimals);
}
