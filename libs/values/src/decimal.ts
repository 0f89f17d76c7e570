/**
 * Exact decimal number as text: "-1250.50". Never a float, never an exponent, never implicitly rounded.
 * Canonical text has no plus sign, no superfluous leading zeros and no "-0". Operations that preserve a scale retain
 * trailing zeros after the point; `normalise` removes them.
 */
export type DecimalText = string;

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const SAFE_DIGITS = 15;

interface Scaled {
  units: bigint;
  scale: number;
}

export function isDecimal(text: string): boolean {
  return decimalPattern.test(text) && /\d/.test(text);
}

function parseDecimal(text: DecimalText): Scaled {
  const match = decimalPattern.exec(text);
  if (!match || (!match[2] && !match[3])) throw new RangeError(`not a decimal: ${text}`);
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2] ?? ''}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

const powers = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));
const tenTo = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
}

/** Returns the text of a whole number of units of 10^-scale: unscaled(-125050n, 2) is "-1250.50". */
export function unscaled(units: bigint | number, scale: number): DecimalText {
  const whole = BigInt(units);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(scale + 1, '0');
  const sign = whole < 0n ? '-' : '';
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Returns whole units of 10^-scale, rounded half away from zero when the text has more decimals. */
export function scaled(text: DecimalText, scale: number): bigint {
  const value = parseDecimal(text);
  if (value.scale <= scale) return value.units * tenTo(scale - value.scale);
  return divideRounded(value.units, tenTo(value.scale - scale));
}

/**
 * Returns the same as `scaled`, but as a safe integer, for frequently called code. Null when the text is not a decimal,
 * has more decimals than `scale`, or does not fit; the caller then uses the exact calculation.
 */
export function scaledSafe(text: DecimalText, scale: number): number | null {
  const negative = text.charCodeAt(0) === 45;
  let units = 0;
  let digits = 0;
  let decimals = -1;
  for (let index = negative ? 1 : 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 46 && decimals < 0) decimals = 0;
    else if (code < 48 || code > 57) return null;
    else {
      units = units * 10 + code - 48;
      digits += units === 0 ? 0 : 1;
      if (decimals >= 0) decimals += 1;
    }
  }
  const missing = scale - Math.max(decimals, 0);
  if (text.length === 0 || missing < 0 || digits + missing > SAFE_DIGITS) return null;
  const value = units * 10 ** missing;
  return negative && value !== 0 ? -value : value;
}

export function add(a: DecimalText, b: DecimalText): DecimalText {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  const scale = Math.max(left.scale, right.scale);
  return unscaled(left.units * tenTo(scale - left.scale) + right.units * tenTo(scale - right.scale), scale);
}

export function negate(text: DecimalText): DecimalText {
  const { units, scale } = parseDecimal(text);
  return unscaled(-units, scale);
}

export function absolute(text: DecimalText): DecimalText {
  const { units, scale } = parseDecimal(text);
  return unscaled(units < 0n ? -units : units, scale);
}

export function subtract(a: DecimalText, b: DecimalText): DecimalText {
  return add(a, negate(b));
}

/** Returns the sum of a list; "0" for an empty list. */
export function sum(list: Iterable<DecimalText>): DecimalText {
  let total: DecimalText = '0';
  for (const text of list) total = add(total, text);
  return total;
}

/** Returns the exact product; its scale is the sum of both scales. */
export function multiply(a: DecimalText, b: DecimalText): DecimalText {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return unscaled(left.units * right.units, left.scale + right.scale);
}

/** Returns the quotient, rounded half away from zero to `scale` decimals. @throws RangeError on division by zero */
export function divide(a: DecimalText, b: DecimalText, scale: number): DecimalText {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  if (right.units === 0n) throw new RangeError('division by zero');
  const shift = scale + right.scale - left.scale;
  const dividend = shift >= 0 ? left.units * tenTo(shift) : left.units;
  const divisor = shift >= 0 ? right.units : right.units * tenTo(-shift);
  return unscaled(divideRounded(dividend, divisor), scale);
}

/** Returns -1, 0 or 1. Compares values, not texts: "1.0" equals "1". */
export function compare(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = left.units * tenTo(scale - left.scale) - right.units * tenTo(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function signOf(text: DecimalText): -1 | 0 | 1 {
  const { units } = parseDecimal(text);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** Rounds half away from zero to exactly `scale` decimals. */
export function round(text: DecimalText, scale: number): DecimalText {
  return unscaled(scaled(text, scale), scale);
}

/** Returns the shortest text of the same value: "1.50" is "1.5", "+07" is "7", "-0.0" is "0". */
export function normalise(text: DecimalText): DecimalText {
  const { units, scale } = parseDecimal(text);
  const full = unscaled(units, scale);
  return scale === 0 ? full : full.replace(/\.?0+$/, '');
}
