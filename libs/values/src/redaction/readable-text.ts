/** Letters, digits and signs that are themselves: nothing of such a text hides another character. */
const plainOnly =
  /^[\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]*$/;
/** Characters that are not seen: format characters, soft hyphens, variation selectors, fillers. */
const invisible = /[\p{Cf}\u034f\u115f\u1160\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]/gu;
const otherDigits = /(?![0-9])\p{Nd}/gu;

/** Returns the value of a decimal digit of any script: each script has its ten in a row, from a multiple of ten on. */
function digitValue(character: string): string {
  const point = character.codePointAt(0)!;
  let zero = point;
  while (point - zero < 50 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

/**
 * Returns the text as a reader sees it: compatibility forms (NFKC) and digits of other scripts as ordinary ones, without characters that are not seen.
 * A text of ordinary characters comes back as it is.
 */
export function readableText(text: string): string {
  if (plainOnly.test(text)) return text;
  return text.replace(invisible, '').normalize('NFKC').replace(invisible, '').replace(otherDigits, digitValue);
}

/** A part of a text that is replaced. `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: PersonalKind;
}

/** The kinds of personal data that are looked for. */
export const personalKinds = [
  'national-number',
  'duf-number',
  'telephone',
  'account',
  'birth-date',
  'mail',
  'car',
  'property',
  'address',
  'name',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Returns what is written right before a place, in lower case. */
export function textBefore(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at).toLowerCase();
}
