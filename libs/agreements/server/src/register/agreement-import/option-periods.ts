const DIGITS: Readonly<Record<string, number>> = {
  en: 1,
  én: 1,
  ei: 1,
  ett: 1,
  et: 1,
  eitt: 1,
  ein: 1,
  eit: 1,
  one: 1,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  six: 6,
  tolv: 12,
  twelve: 12,
  atten: 18,
  eighteen: 18,
  tjuefire: 24,
  'twenty-four': 24,
  trettiseks: 36,
  'thirty-six': 36,
};

const YEARS = /^(år|års|aar|year|years|yr|yrs)$/;
const MONTHS = /^(mnd|mnda?r|måned|måneder|måneders|månad|månader|månaders|month|months|mth|mths|mo)$/;
const TIMES = /^(x|×|\*|ganger|gonger|gang|gong|times)$/;
const PLUS = /^(\+|og|and|pluss|plus)$/;
/**
 * Words around the periods that do not change the meaning. Negations, limits ("inntil") and alternatives ("eller") are
 * not included.
 */
const FILLERS = new Set(
  (
    'ja yes opsjon opsjoner opsjonen opsjonar option options opsjonsperiode opsjonsperioder forlengelse forlengelser forlenging ' +
    'forlengingar forlenges forlengast extension extensions extended extend kan can may be mulighet muligheter moglegheit rett right til for på med i av of with ' +
    'om by a à hver hvert kvar kvart each periode perioder periodar period periods avtalen avtala the'
  ).split(' '),
);

interface Term {
  readonly count: number;
  readonly length: number;
  readonly unit: 'years' | 'months' | null;
}

/**
 * Returns the length in months of each option in a text. Examples: "Ja, 1+1 år", "1 x 24 mnd", "to ganger ett år", "1
 * year + 6 months". Null when any part of the text is not understood, or when a number without a unit may be years or
 * months.
 */
export function readOptionPeriods(text: string): readonly number[] | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length;) {
    if (terms.length > 0) {
      if (!PLUS.test(tokens[at] ?? '')) return null;
      at += 1;
    }
    const read = termAt(tokens, at);
    if (read === null) return null;
    terms.push(read.term);
    at = read.next;
  }
  return monthsOf(terms);
}

/** Returns lower-case numbers, units and signs, without fillers; null when a word is none of these. */
function tokensOf(text: string): string[] | null {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\bto (be )?extend/g, 'extend')
    .replace(/(\d)([a-zæøå×*])/g, '$1 $2')
    .replace(/([x×*])(\d)/g, '$1 $2')
    .replace(/([+×*])/g, ' $1 ')
    .replace(/[,;:()[\]."«»/]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !FILLERS.has(word));
  const isRead = (word: string) =>
    numberOf(word) !== null || [YEARS, MONTHS, TIMES, PLUS].some((pattern) => pattern.test(word));
  return words.length > 0 && words.every(isRead) ? words : null;
}

function termAt(tokens: readonly string[], start: number): { term: Term; next: number } | null {
  const first = numberOf(tokens[start] ?? '');
  if (first === null) return null;
  let next = start + 1;
  let [count, length] = [1, first];
  if (TIMES.test(tokens[next] ?? '')) {
    const second = numberOf(tokens[next + 1] ?? '');
    if (second === null) return null;
    [count, length, next] = [first, second, next + 2];
  }
  const unit = unitOf(tokens[next] ?? '');
  return { term: { count, length, unit }, next: unit === null ? next : next + 1 };
}

/**
 * Returns the months of each option. A term without a unit takes that of the next term with one, else of the previous
 * one.
 */
function monthsOf(terms: readonly Term[]): readonly number[] | null {
  const stated = terms.map(({ unit }, at) => unit ?? terms.slice(at).find((term) => term.unit !== null)?.unit ?? null);
  const units = stated.map((unit) => unit ?? terms.findLast((term) => term.unit !== null)?.unit ?? unitless(terms));
  const months = terms.flatMap(({ count, length }, at) =>
    Array.from({ length: count }, () => length * (units[at] === 'years' ? 12 : 1)),
  );
  const isPlausible =
    units.every((unit) => unit !== null) && months.length <= 10 && !terms.some((term, at) => isOdd(term, units[at]));
  return isPlausible && months.every((each) => each > 0 && each <= 120) ? months : null;
}

/** "1+6 mnd" more likely means a year and six months than one month and six, so it is asked about. */
const isOdd = ({ unit, length }: Term, inherited: Term['unit'] | undefined): boolean =>
  unit === null && inherited === 'months' && length < 3;

/** Guesses the unit when none is stated: up to 4 means years, from 12 means months; null for numbers in between. */
function unitless(terms: readonly Term[]): 'years' | 'months' | null {
  if (terms.every(({ length }) => length <= 4)) return 'years';
  return terms.every(({ length }) => length >= 12) && terms.length > 1 ? 'months' : null;
}

function unitOf(word: string): 'years' | 'months' | null {
  if (YEARS.test(word)) return 'years';
  return MONTHS.test(word) ? 'months' : null;
}

const numberOf = (word: string): number | null => (/^\d{1,3}$/.test(word) ? Number(word) : (DIGITS[word] ?? null));
