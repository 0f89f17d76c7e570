import { isDecimal } from '@tallgrunn/values';

/** Maximum length of a number; no meaningful amount, quantity or rate is longer. */
const DIGITS_MAX = 60;
/**
 * Matches 10¹² and above. Such a value is a typing error or a shifted column; sums with it have no meaning and cannot
 * be stored.
 */
const tooLarge = /^[+-]?0*[1-9]\d{12}/;

/**
 * Returns a decimal with a point, below 10¹², as XML and JSON formats write it. Returns null when the text is missing
 * or anything else.
 */
export function parseDecimal(text: string | null | undefined): string | null {
  if (!text || text.length > DIGITS_MAX || !isDecimal(text) || tooLarge.test(text)) return null;
  return text.endsWith('.') ? text.slice(0, -1) : text.startsWith('.') ? `0${text}` : text;
}

/** Like `decimalOf`, but accepts an exponent, as in an xs:double: `4.35E-4` → `0.000435`. */
export function parseDouble(text: string | null | undefined): string | null {
  const [, digits, exponent] = /^([+-]?[\d.]+)[eE]([+-]?\d{1,3})$/.exec(text ?? '') ?? [null, text ?? '', '0'];
  const plain = parseDecimal(digits?.replace(/^\+/, ''));
  const power = Number(exponent);
  if (plain === null || Math.abs(power) > DIGITS_MAX) return null;
  return parseDecimal(shiftDecimalPoint(plain, power));
}

/** Shifts the decimal point to the right by a number of places (left when negative). */
export function shiftDecimalPoint(decimal: string, places: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const point = whole.length + places;
  const all = `${whole}${fraction}`;
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${all}`
      : point >= all.length
        ? all.padEnd(point, '0')
        : `${all.slice(0, point)}.${all.slice(point)}`;
  return `${negative ? '-' : ''}${plain.replace(/^0+(?=\d)/, '')}`;
}
