import { holdsNationalId, isKnownWord, withoutPersons } from '@tallgrunn/values';

const digits = /\d/;
/** Matches six digits or more; a personal number has no fewer. */
const sixDigits = /(?:\p{Nd}\P{Nd}{0,40}){6}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Returns a token from its first letter or digit to its last. */
export function trimmed(token: string): string {
  const characters = [...token];
  const first = characters.findIndex((character) => letterOrDigit.test(character));
  return first < 0
    ? ''
    : characters.slice(first, characters.findLastIndex((character) => letterOrDigit.test(character)) + 1).join('');
}

const folded = (token: string): string => token.normalize('NFC').toLowerCase();
const plain = (token: string): string =>
  folded(token)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');

const JUDGED_MAX = 10_000;

/** Terms known from other sources: the organisation's own name, voucher and invoice numbers, titles of agreements. */
export interface KnownOtherwise {
  readonly texts: readonly (string | null)[];
  readonly words?: ReadonlySet<string>;
}

export interface Reduced {
  readonly text: string | null;
  /** True when something was removed. */
  readonly dropped: boolean;
}

/**
 * Reduces a free text to words about goods and accounting and to known terms. Names, addresses and personal numbers are
 * removed.
 */
export function reduceText(text: string, known: KnownOtherwise): Reduced {
  const isOwn = (word: string): boolean => {
    const wanted = plain(word);
    return known.texts.some((each) => each !== null && plainWords(each).includes(wanted));
  };
  const kept: string[] = [];
  let dropped = false;
  // Personal numbers may be written in several groups, each of which would be accepted alone.
  const readable = sixDigits.test(text) ? withoutPersons(text) : text;
  for (const token of readable.split(/[\s/]+/)) {
    if (!digits.test(token) && isKnownWord(token)) {
      kept.push(token);
      continue;
    }
    const word = trimmed(token);
    if (word === '') {
      dropped ||= token.includes('•');
      continue;
    }
    if (stays(word, isOwn, known.words)) kept.push(token);
    else dropped = true;
  }
  return { text: kept.join(' ') || null, dropped };
}

/** Returns the normalised text and its normalised words, cached because supplier names recur. */
function plainWords(text: string): readonly string[] {
  const before = plained.get(text);
  if (before) return before;
  const found = [plain(text), ...text.split(/[\s/]+/).map(plain)];
  if (plained.size >= JUDGED_MAX) plained.clear();
  plained.set(text, found);
  return found;
}

const plained = new Map<string, readonly string[]>();

function stays(word: string, isOwn: (word: string) => boolean, words: ReadonlySet<string> | undefined): boolean {
  if (holdsNationalId(word)) return false;
  if ((!digits.test(word) && isKnownWord(word)) || (words && words.size > 0 && words.has(folded(word))) || isOwn(word))
    return true;
  if (/^\d+$/.test(word)) return word.length <= 2 || /^20[1-3]\d$/.test(word);
  return (
    /-/.test(word) &&
    word.split('-').every((part) => part !== '' && (isKnownWord(part) || isOwn(part) || /^\d{1,2}$/.test(part)))
  );
}

/** Returns the words in titles, for example of agreements, in the form that `reduceText` compares. */
export function wordsOf(titles: readonly string[]): string[] {
  return [
    ...new Set(
      titles
        .flatMap((title) => title.split(/[^\p{L}\p{N}]+/u).map(folded))
        .filter((word) => word.length >= 3 && !/\d/.test(word)),
    ),
  ];
}
