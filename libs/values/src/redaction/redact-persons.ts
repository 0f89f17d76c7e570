import { isDayOfYear } from './check-digits.ts';
import { digitRuns } from './digit-groups.ts';
import { findAddresses, findMail } from './find-addresses.ts';
import { findCars, findCarsNextToNames } from './find-cars.ts';
import { findNames } from './find-names.ts';
import { findNumbersNextToNames, findIdentityNumbers, findNumbers } from './find-numbers.ts';
import { HIDDEN_VALUE, IDENTITY_MASK } from './hidden.ts';
import { readableText, type PersonalKind, type Span } from './readable-text.ts';

export { HIDDEN_VALUE, IDENTITY_MASK };

export interface Redaction {
  readonly text: string;
  /** Whether anything was replaced. */
  readonly dropped: boolean;
  readonly kinds: readonly PersonalKind[];
}

/** Longer texts are processed in overlapping windows of this length. Any personal value is shorter than the overlap. */
const WINDOW = 2_000;
const OVERLAP = 200;
const CACHE_ENTRIES_MAX = 20_000;
const CACHE_CHARACTERS_MAX = 400;
/** Voucher, invoice and account numbers: too short for a personal number, and not a word. */
const shortCode = /^[A-Za-z]{0,3}\d{1,7}$|^[\d.,-]{1,10}$/;
/**
 * A moment as systems export dates. Its digits alone could be an account or identity number: "2026-03-05 00:00:00".
 */
const moment =
  /^\s*(?:(?:19|20)\d{2}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\2(?:19|20)\d{2})[ T]+(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d{2}:?\d{2})?\s*$/;
const hasNumber = /\p{Nd}/u;
const noKinds: readonly PersonalKind[] = [];
const redactionCache = new Map<string, Redaction>();

/**
 * Replaces probable personal data in a text that names goods, a file or a code: identity and DUF numbers, telephone and
 * account numbers, dates of birth, e-mail and home addresses, property and vehicle numbers, and names. Companies and
 * goods remain.
 * A rare name without an introducing word also remains, so use this for texts that are needed complete. The cost is
 * linear in the length of the text.
 */
export function redactPersons(text: string): Redaction {
  if (text.length < 5 || shortCode.test(text)) return { text, dropped: false, kinds: noKinds };
  const cached = redactionCache.get(text);
  if (cached) return cached;
  if (isMoment(text)) return { text, dropped: false, kinds: noKinds };
  const redaction = redactSpans(text, personalSpans);
  if (text.length > CACHE_CHARACTERS_MAX) return redaction;
  if (redactionCache.size >= CACHE_ENTRIES_MAX) redactionCache.clear();
  redactionCache.set(text, redaction);
  return redaction;
}

/** Returns the text without probable personal data. */
export const withoutPersons = (text: string): string => redactPersons(text).text;

/** Returns the text without personal data except names: for a field that names a person. */
export function withoutPersonalNumbers(text: string): string {
  return redactSpans(text, (window) => personalSpans(window).filter(({ kind }) => kind !== 'name')).text;
}

/** Returns the text with identity numbers masked. */
export function maskNationalIds(text: string): string {
  return mayContainNationalId(text) ? redactSpans(text, identitySpans).text : text;
}

/** Returns whether a text contains an identity number in any notation. */
export function containsNationalId(text: string): boolean {
  return mayContainNationalId(text) && redactSpans(text, identitySpans).dropped;
}

/** Returns whether a text is a date with a time of day; the colon or point is tested first, since few texts have one. */
const isMoment = (text: string): boolean =>
  text.length >= 13 && text.length <= 40 && (text.includes(':') || text.includes('.')) && moment.test(text);

/** Returns whether a text has at least eleven digits of any script. */
function mayContainNationalId(text: string): boolean {
  if (text.length < 11) return false;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || (code > 0x600 && hasNumber.test(String.fromCodePoint(text.codePointAt(at)!))))
      digits += 1;
    if (digits >= 11) return !isMoment(text);
  }
  return false;
}

const elevenDigits = /(?<!\d)(\d{4})\d{2}[\s_.-]?\d{5}(?!\d)/g;

/** Returns the ending of a file name with its dot; '' when it has none. */
const endingOf = (name: string): string => /\.[a-z0-9]{1,5}(?:\.gz)?$/i.exec(name.slice(-12))?.[0] ?? '';

/**
 * Returns the name of a file or archive entry unchanged when it has no personal data, otherwise `ownName` with the
 * original ending.
 * Eleven digits that begin with a day of birth count as personal whatever their check digits are, because nothing is
 * looked up by a file name.
 */
export function redactFileName(name: string, replacementName: string): string {
  const readable = readableText(name.slice(0, 1_000));
  const isDated = [...readable.matchAll(elevenDigits)].some(([, date = '']) =>
    isDayOfYear(Number(date.slice(0, 2)) % 40, Number(date.slice(2)) % 40),
  );
  // A file name cannot contain a slash: "Dagmamma v/ Ola Hansen" becomes "Dagmamma v Ola Hansen".
  const words = readable.replaceAll('_', ' ').replace(/(?<=\p{L} )v (?=\p{L})/giu, 'v/ ');
  return isDated || redactPersons(words).dropped ? `${replacementName}${endingOf(name)}` : name;
}

const identitySpans = (text: string): Span[] => findIdentityNumbers(text, digitRuns(text));

function personalSpans(text: string): Span[] {
  const hasDigits = /\d/.test(text);
  const runs = hasDigits ? digitRuns(text) : [];
  const names = findNames(text);
  return [
    ...(hasDigits
      ? [
          ...findNumbers(text, runs),
          ...findCars(text),
          ...(names.length > 0
            ? [...findNumbersNextToNames(text, runs, names), ...findCarsNextToNames(text, names)]
            : []),
        ]
      : []),
    ...(text.includes('@') ? findMail(text) : []),
    ...findAddresses(text, hasDigits),
    ...names,
  ];
}

function redactSpans(text: string, find: (window: string) => readonly Span[]): Redaction {
  const readable = readableText(text);
  const spans: Span[] = [];
  for (let start = 0; start < readable.length; start += WINDOW - OVERLAP) {
    const window = start === 0 && readable.length <= WINDOW ? readable : readable.slice(start, start + WINDOW);
    for (const { from, to, kind } of find(window)) spans.push({ from: from + start, to: to + start, kind });
    if (start + WINDOW >= readable.length) break;
  }
  if (spans.length === 0) return { text, dropped: false, kinds: noKinds };
  return { text: replaceSpans(readable, spans), dropped: true, kinds: [...new Set(spans.map(({ kind }) => kind))] };
}

/** Replaces spans; overlapping spans are merged. */
function replaceSpans(text: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces: string[] = [];
  let at = 0;
  for (let next = 0; next < sorted.length;) {
    const { from, kind } = sorted[next]!;
    let { to } = sorted[next]!;
    let isIdentity = kind === 'national-number';
    for (next += 1; next < sorted.length && sorted[next]!.from < to; next += 1) {
      to = Math.max(to, sorted[next]!.to);
      isIdentity ||= sorted[next]!.kind === 'national-number';
    }
    pieces.push(text.slice(at, from), isIdentity ? IDENTITY_MASK : HIDDEN_VALUE);
    at = to;
  }
  return pieces.join('') + text.slice(at);
}
