import { isDecimal } from '@tallgrunn/values';

/** Longer than any amount, quantity or rate that means something. */
const DIGITS_MAX = 60;
/** A thousand billions and more is a slip of the keyboard or of a column: no sum that holds it means anything, and none could be kept. */
const tooLarge = /^[+-]?0*[1-9]\d{12}/;

/** The text when it is a plain decimal with a point below a thousand billions, as XML and JSON formats write them; null when it is missing or something else. */
export function decimalOf(text: string | null | undefined): string | null {
  if (!text || text.length > DIGITS_MAX || !isDecimal(text) || tooLarge.test(text)) return null;
  return text.endsWith('.') ? text.slice(0, -1) : text.startsWith('.') ? `0${text}` : text;
}

/** The same for a text that may have an exponent, as an xs:double is written: `4.35E-4` → `0.000435`. */
export function doubleOf(text: string | null | undefined): string | null {
  const [, digits, exponent] = /^([+-]?[\d.]+)[eE]([+-]?\d{1,3})$/.exec(text ?? '') ?? [null, text ?? '', '0'];
  const plain = decimalOf(digits?.replace(/^\+/, ''));
  const power = Number(exponent);
  if (plain === null || Math.abs(power) > DIGITS_MAX) return null;
  return decimalOf(moved(plain, power));
}

/** A decimal with its point moved so many places to the right. */
export function moved(decimal: string, places: number): string {
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
