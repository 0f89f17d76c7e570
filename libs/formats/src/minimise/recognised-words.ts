import { containsNationalId, isGoodsWord, withoutPersons } from '@tallgrunn/values';

const digits = /\d/;
/** Matches six digits or more; a personal number has no fewer. */
const sixDigits = /(?:\p{Nd}\P{Nd}{0,40}){6}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Returns a token from its first letter or digit to its last. */
export function trimToken(token: string): string {
  const characters = [...token];
  const first = characters.findIndex((character) => letterOrDigit.test(character));
  return first < 0
    ? ''
    : characters.slice(first, characters.findLastIndex((character) => letterOrDigit.test(character)) + 1).join('');
}

const folded = (token: string): string => token.normalize('NFC').toLowerCase();
const normaliseToken = (token: string): string =>
  folded(token)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');

const CACHE_MAX = 10_000;

/** Terms known from other sources: the organisation's own name, voucher and invoice numbers, titles of agreements. */
export interface KnownTerms {
  readonly texts: readonly (string | null)[];
  readonly words?: ReadonlySet<string>;
}

export interface ReducedText {
  readonly text: string | null;
  /** True when something was removed. */
  readonly dropped: boolean;
}

/**
 * Reduces a free text to words about goods and accounting and to known terms. Names, addresses and personal numbers are
 * removed.
 */
export function reduceText(text: string, terms: KnownTerms): ReducedText {
  const isOwn = (word: string): boolean => {
    const wanted = normaliseToken(word);
    return terms.texts.some((each) => each !== null && normalisedWords(each).includes(wanted));
  };
  const kept: string[] = [];
  let dropped = false;
  // Personal numbers may be written in several groups, each of which would be accepted alone.
  const masked = sixDigits.test(text) ? withoutPersons(text) : text;
  for (const token of masked.split(/[\s/]+/)) {
    if (!digits.test(token) && isGoodsWord(token)) {
      kept.push(token);
      continue;
    }
    const word = trimToken(token);
    if (word === '') {
      dropped ||= token.includes('•');
      continue;
    }
    if (isRetained(word, isOwn, terms.words)) kept.push(token);
    else dropped = true;
  }
  return { text: kept.join(' ') || null, dropped };
}

/** Returns the normalised text and its normalised words, cached because supplier names recur. */
function normalisedWords(text: string): readonly string[] {
  const before = normalisedCache.get(text);
  if (before) return before;
  const found = [normaliseToken(text), ...text.split(/[\s/]+/).map(normaliseToken)];
  if (normalisedCache.size >= CACHE_MAX) normalisedCache.clear();
  normalisedCache.set(text, found);
  return found;
}

const normalisedCache = new Map<string, readonly string[]>();

function isRetained(word: string, isOwn: (word: string) => boolean, words: ReadonlySet<string> | undefined): boolean {
  if (containsNationalId(word)) return false;
  if ((!digits.test(word) && isGoodsWord(word)) || (words && words.size > 0 && words.has(folded(word))) || isOwn(word))
    return true;
  if (/^\d+$/.test(word)) return word.length <= 2 || /^20[1-3]\d$/.test(word);
  return (
    /-/.test(word) &&
    word.split('-').every((part) => part !== '' && (isGoodsWord(part) || isOwn(part) || /^\d{1,2}$/.test(part)))
  );
}

/** Returns the words in titles, for example of agreements, in the form that `reduceText` compares. */
export function wordsInTitles(titles: readonly string[]): string[] {
  return [
    ...new Set(
      titles
        .flatMap((title) => title.split(/[^\p{L}\p{N}]+/u).map(folded))
        .filter((word) => word.length >= 3 && !/\d/.test(word)),
    ),
  ];
}
