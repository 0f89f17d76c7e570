import {
  hasBirthDate,
  isAccountNumber,
  isAidNumber,
  isDayOfYear,
  isDufNumber,
  isNationalId,
  isNationalIdOf2032,
} from './check-digits.ts';
import { endsAt, numberAt, type DigitGroup, type GroupedNumber } from './digit-groups.ts';
import { textBefore, type PersonalKind, type Span } from './readable-text.ts';

const CONTEXT_CHARACTERS = 24;
const identityEnds = new Set([2, 4, 6, 8, 9]);
const dufEnds = new Set([4, 6, 8, 10]);
const identityWords =
  /(?:f(?:ø|oe|o)dsels?|person|hjelpe|nød|d-|f\.?|p|h-|id-?|fh-?)\s?n(?:umme)?r|fødsels|fnr|pasient|ssn|national|personalia|folkeregister/;
const aidWords = /(?:hjelpe|nød|fh-?)\s?n(?:umme)?r|fnr|fødsels|pasient/;
const accountWords = /konto|kto|bank|iban|giro|utbetal|refusjon|utlegg|lønn/;
const phoneWords =
  /(?:tlf|telefon|tel|telef|mob|mobil\p{L}{0,8}|phone|ring|ringe|ringes|sms|kontakt|vakt|faks|fax)[\s.:(]{0,3}(?:nr|nummer|på)?[\s.:(]{0,3}$/u;
const birthWords =
  /(?:f[øo]e?dt|fødd|f[øo]e?ds[a-zæøå.]{0,8}|f\.? ?dato|f\.|født den|born|dob|date of birth|birth ?date)[\s.:(]{0,4}$/;

const span = ({ from, to }: { readonly from: number; readonly to: number }, kind: PersonalKind): Span => ({
  from,
  to,
  kind,
});

/**
 * Returns whether a number is an identity number. Check digits decide; numbers of the 2032 rule and mistyped numbers
 * also need a typical grouping or an introducing word.
 */
function isIdentityNumber(text: string, number: GroupedNumber): boolean {
  const { digits } = number;
  if (number.shape !== '11' && !endsAt(number, identityEnds)) return false;
  if (isNationalId(digits)) return true;
  const isStated = identityWords.test(textBefore(text, number.from, CONTEXT_CHARACTERS));
  if (isStated && hasBirthDate(digits)) return true;
  if (/^6-5$|^6-3-2$|^2-2-2/.test(number.shape) && isNationalIdOf2032(digits)) return true;
  return isAidNumber(digits) && aidWords.test(textBefore(text, number.from, CONTEXT_CHARACTERS));
}

/** Returns an identity number written with the full year of birth: "15.01.1980 10035". */
function withFullYear(run: readonly DigitGroup[], start: number): GroupedNumber | null {
  const number = numberAt(run, start, 13);
  if (number?.shape !== '2-2-4-5' && number?.shape !== '8-5') return null;
  return { ...number, digits: number.digits.slice(0, 4) + number.digits.slice(6), shape: '6-5' };
}

const identityAt = (text: string, run: readonly DigitGroup[], start: number): GroupedNumber | null =>
  [numberAt(run, start, 11), withFullYear(run, start)].find(
    (number) => number !== null && isIdentityNumber(text, number),
  ) ?? null;

/**
 * Returns whether a number is a bank account. The grouping 1234.56.78903 is unambiguous; any other grouping needs a
 * preceding word about money.
 */
function isAccount(text: string, number: GroupedNumber): boolean {
  if (!isAccountNumber(number.digits)) return false;
  if (number.shape === '4-2-5' && number.gaps.every((gap) => gap === '.')) return true;
  return (
    /^(?:11|4-2-5|4-4-3)$/.test(number.shape) && accountWords.test(textBefore(text, number.from, CONTEXT_CHARACTERS))
  );
}

const mobileShape = /^(?:3-2-3|2-2-2-2)$/;
const phoneShape = /^(?:8|3-2-3|2-2-2-2|2-3-3|4-4|5-3|3-5)$/;
const foreignDigits = { min: 9, max: 15 };

const isAscending = (digits: string): boolean =>
  [2, 4, 6].every((at) => digits.slice(at, at + 2) > digits.slice(at - 2, at));

/**
 * Returns whether a number is a telephone number. Mobile numbers are recognised by their grouping, other eight-digit
 * numbers only after a word about telephones. An ascending sequence is a row of sizes and seldom a telephone number.
 */
function isTelephone(text: string, run: readonly DigitGroup[], start: number, number: GroupedNumber): boolean {
  if (!/^[2-9]/.test(number.digits) || !phoneShape.test(number.shape) || number.gaps.some((gap) => gap.length > 2))
    return false;
  if (phoneWords.test(textBefore(text, number.from, CONTEXT_CHARACTERS))) return true;
  if (!/^[49]/.test(number.digits) || !mobileShape.test(number.shape)) return false;
  const [gap = ''] = number.gaps;
  if (!/^[\s.-]$/.test(gap) || number.gaps.some((each) => each !== gap)) return false;
  const next = run[start + number.gaps.length + 1];
  const isStandalone = (start === 0 || run[start]!.gap !== gap) && (next === undefined || next.gap !== gap);
  return isStandalone && !(number.shape === '2-2-2-2' && isAscending(number.digits));
}

/** Returns the range of an international number: "+47 912 34 567", "0047 91234567", "+46 70 123 45 67". */
function internationalAt(text: string, run: readonly DigitGroup[], start: number): { from: number; to: number } | null {
  const first = run[start]!;
  const hasPlus = text[first.from - 1] === '+' && !/[\p{L}\d]/u.test(text[first.from - 2] ?? '');
  if (!hasPlus && !first.digits.startsWith('0047')) return null;
  const wanted = hasPlus ? (first.digits.startsWith('47') ? 10 : 0) : 12;
  if (wanted > 0) {
    const number = numberAt(run, start, wanted);
    return number && number.gaps.every((gap) => gap.length <= 2)
      ? { from: number.from - (hasPlus ? 1 : 0), to: number.to }
      : null;
  }
  let [digits, to, at] = [0, first.to, start];
  for (
    ;
    at < run.length &&
    (at === start || /^[\s.()-]{1,3}$/.test(run[at]!.gap)) &&
    digits + run[at]!.digits.length <= foreignDigits.max;
    at += 1
  ) {
    digits += run[at]!.digits.length;
    to = run[at]!.to;
  }
  return digits >= foreignDigits.min && first.digits.length <= foreignDigits.max ? { from: first.from - 1, to } : null;
}

/**
 * Returns the end of a date that begins with this group: "15.01.80", "1.2.1980", "1980-01-15", "150180", "15011980";
 * null when there is none.
 */
export function dateAt(run: readonly DigitGroup[], start: number): number | null {
  const [first, second, third] = [run[start]!, run[start + 1], run[start + 2]];
  const isDate = (day: string, month: string): boolean => isDayOfYear(Number(day), Number(month));
  if (second && third && /^[./ -] ?$/.test(second.gap) && /^[./ -] ?$/.test(third.gap)) {
    const lengths = [first, second, third].map(({ digits }) => digits.length).join('-');
    if (/^[12]-[12]-(?:2|4)$/.test(lengths) && isDate(first.digits, second.digits)) return third.to;
    if (lengths === '4-2-2' && /^(?:19|20)/.test(first.digits) && isDate(third.digits, second.digits)) return third.to;
  }
  if (first.digits.length === 6 && isDate(first.digits.slice(0, 2), first.digits.slice(2, 4))) return first.to;
  return first.digits.length === 8 &&
    isDate(first.digits.slice(0, 2), first.digits.slice(2, 4)) &&
    /^(?:19|20)/.test(first.digits.slice(4))
    ? first.to
    : null;
}

/**
 * Returns the personal number that begins with this group, recognised by itself or by the text before it; null when
 * there is none.
 */
function spanAt(text: string, run: readonly DigitGroup[], start: number): Span | null {
  const identity = identityAt(text, run, start);
  if (identity) return span(identity, 'national-number');
  const eleven = numberAt(run, start, 11);
  if (eleven && isAccount(text, eleven)) return span(eleven, 'account');
  const twelve = numberAt(run, start, 12);
  if (twelve && endsAt(twelve, dufEnds) && isDufNumber(twelve.digits)) return span(twelve, 'duf-number');
  const international = internationalAt(text, run, start);
  if (international) return span(international, 'telephone');
  const eight = numberAt(run, start, 8);
  if (eight && isTelephone(text, run, start, eight)) return span(eight, 'telephone');
  const date = dateAt(run, start);
  if (date !== null && birthWords.test(textBefore(text, run[start]!.from, CONTEXT_CHARACTERS)))
    return span({ from: run[start]!.from, to: date }, 'birth-date');
  return null;
}

/** Finds identity numbers, DUF numbers, bank accounts, telephone numbers and dates of birth. */
export function findNumbers(text: string, runs: readonly (readonly DigitGroup[])[]): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    for (let at = 0; at < run.length; at += 1) {
      const found = spanAt(text, run, at);
      if (!found) continue;
      spans.push(found);
      while (at + 1 < run.length && run[at + 1]!.from < found.to) at += 1;
    }
  }
  return spans;
}

/** Finds identity numbers only. */
export function findIdentityNumbers(text: string, runs: readonly (readonly DigitGroup[])[]): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    for (let at = 0; at < run.length; at += 1) {
      const number = identityAt(text, run, at);
      if (!number) continue;
      spans.push(span(number, 'national-number'));
      while (at + 1 < run.length && run[at + 1]!.from < number.to) at += 1;
    }
  }
  return spans;
}

const betweenNameAndNumber = /^[\s,;:(–_-]{0,3}(?:f\.?|født|tlf\.?|mob\.?)?[\s:.]{0,2}$/i;

/**
 * Finds dates and telephone numbers next to a person's name. Without the name they are not recognisable as personal.
 */
export function findNumbersNextToNames(
  text: string,
  runs: readonly (readonly DigitGroup[])[],
  names: readonly Span[],
): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    for (let at = 0; at < run.length; at += 1) {
      const first = run[at]!;
      const eight = numberAt(run, at, 8);
      const date = dateAt(run, at);
      const to = date ?? (eight && /^[2-9]/.test(eight.digits) && phoneShape.test(eight.shape) ? eight.to : null);
      if (to === null) continue;
      const isAdjacent = names.some((name) =>
        name.to <= first.from
          ? first.from - name.to <= 8 && betweenNameAndNumber.test(text.slice(name.to, first.from))
          : date !== null && name.from >= to && /^[\s,;:)–_-]{1,3}$/.test(text.slice(to, name.from)),
      );
      if (isAdjacent) spans.push({ from: first.from, to, kind: date === null ? 'telephone' : 'birth-date' });
    }
  }
  return spans;
}
