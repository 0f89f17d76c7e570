const SCALE = 6;

/**
 * Converts a decimal text to millionths, exactly.
 * @throws Error if it has more than six significant decimals
 */
export function micro(decimal: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (part.slice(SCALE).replace(/0+$/, '') !== '') throw new Error(`${decimal} has more than ${SCALE} decimals.`);
  const size = BigInt(whole) * 10n ** BigInt(SCALE) + BigInt(part.slice(0, SCALE).padEnd(SCALE, '0') || '0');
  return sign === '-' ? -size : size;
}

/** Formats millionths as decimal text with the given number of decimals, rounded half away from zero. */
export function decimal(millionths: bigint, digits = 2): string {
  const size = millionths < 0n ? -millionths : millionths;
  const step = 10n ** BigInt(SCALE - digits);
  const rounded = (size + step / 2n) / step;
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = millionths < 0n && rounded !== 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export const abs = (value: bigint): bigint => (value < 0n ? -value : value);
export const total = (values: Iterable<bigint>): bigint => [...values].reduce((sum, value) => sum + value, 0n);

/**
 * Returns the share `part` / `whole` of an amount, to the øre. Rounds half away from zero, like PostgreSQL's numeric.
 */
export function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  const ore = 10n ** BigInt(SCALE - 2);
  const [size, by] = [abs(amount) * abs(part), abs(whole) * ore];
  const rounded = ((2n * size + by) / (2n * by)) * ore;
  return amount < 0n !== (part < 0n !== whole < 0n) ? -rounded : rounded;
}
