/** Texts of ordinary characters only, which need no conversion. */
const ordinaryOnly =
  /^[\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]*$/;
/** Invisible characters: format characters, soft hyphens, variation selectors, fillers. */
const invisible = /[\p{Cf}\u034f\u115f\u1160\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]/gu;
const otherDigits = /(?![0-9])\p{Nd}/gu;

/** Returns the value of a decimal digit of any script. Each script has its ten digits in sequence. */
function digitValue(character: string): string {
  const point = character.codePointAt(0)!;
  let zero = point;
  while (point - zero < 50 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

/**
 * Returns the text as a reader sees it: compatibility forms (NFKC) and digits of other scripts as ordinary characters,
 * invisible characters removed.
 * A text of ordinary characters is returned unchanged.
 */
export function readableText(text: string): string {
  if (ordinaryOnly.test(text)) return text;
  return text.replace(invisible, '').normalize('NFKC').replace(invisible, '').replace(otherDigits, digitValue);
}

/** A range of a text that is replaced. `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: PersonalKind;
}

/** The kinds of personal data that redaction finds. */
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

/** Returns the text immediately before a position, in lower case. */
export function textBefore(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at).toLowerCase();
}
