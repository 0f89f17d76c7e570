import { isDecimal } from '@tallgrunn/values';

/** Longer than any amount, quantity or rate that means something. */
const DIGITS_MAX = 60;

/** The text when it is a plain decimal with a point, as XML and JSON formats write them; null when it is missing or something else. */
export function decimalOf(text: string | null | undefined): string | null {
  if (!text || text.length > DIGITS_MAX || !isDecimal(text)) return null;
  return text.endsWith('.') ? text.slice(0, -1) : text.startsWith('.') ? `0${text}` : text;
}
