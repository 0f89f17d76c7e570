const numberPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const SIGNIFICANT_DIGITS = 15;
const EXPONENT_MAX = 400;

function roundDigits(digits: string): { digits: string; carried: boolean } {
  const significantDigits = BigInt(digits.slice(0, SIGNIFICANT_DIGITS));
  const rounded = (digits.charCodeAt(SIGNIFICANT_DIGITS) >= 53 ? significantDigits + 1n : significantDigits).toString();
  return { digits: rounded, carried: rounded.length > SIGNIFICANT_DIGITS };
}

/**
 * Returns the decimal text of a number as a workbook stores it, without converting it to a float. Numbers with more
 * than 15 significant digits are float remainders and rounded as Excel displays them ("0.30000000000000004" is "0.3").
 * Integers without exponent are codes and left unchanged, however long. Null when the text is not a number.
 */
export function numberText(raw: string): string | null {
  if (/^-?[1-9]\d{0,14}$/.test(raw)) return raw;
  const match = numberPattern.exec(raw.trim());
  if (!match || (!match[2] && !match[3])) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const power = Number(exponent);
  if (Math.abs(power) > EXPONENT_MAX) return null;
  let digits = (whole + fraction).replace(/^0+/, '');
  let point = digits.length - fraction.length + power;
  if (digits.length > SIGNIFICANT_DIGITS && (fraction !== '' || power !== 0)) {
    const rounded = roundDigits(digits);
    point += rounded.carried ? 1 : 0;
    digits = rounded.digits;
  }
  const text = insertPoint(digits, point);
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** Inserts the decimal point at a position and removes insignificant zeros. */
function insertPoint(digits: string, point: number): string {
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0') || '0';
  const fraction = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(Math.max(point, 0))).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
