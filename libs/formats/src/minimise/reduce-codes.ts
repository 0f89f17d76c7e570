import { HIDDEN_VALUE, containsNationalId, isGoodsWord, withoutPersons } from '@tallgrunn/values';
import { trimToken, type ReducedText } from './recognised-words.ts';

const isReference = (token: string): boolean => /\d/.test(token) && !token.includes('@') && !containsNationalId(token);
/** Matches masked text, with the characters that join it to the rest. */
const maskedGap = /[\s_.,-]{0,8}•+[\s_.,-]{0,8}/g;

/**
 * Reduces a reference to the numbers that documents use for each other. Names are removed; a name with only a short
 * number gives null.
 */
export function reduceReference(text: string): ReducedText {
  const hidden = withoutPersons(text);
  const tokens = hidden
    .replace(maskedGap, ' ')
    .split(/\s+/)
    .filter((token) => token !== '');
  const retained = tokens.filter((token) => isReference(token) || isGoodsWord(trimToken(token)));
  if (retained.length === tokens.length && retained.some(isReference) && hidden === text)
    return { text, dropped: false };
  const rest = retained.filter((token) => !isReference(token) || trimToken(token).length >= 4);
  return { text: rest.some(isReference) ? rest.join(' ') : null, dropped: true };
}

/**
 * Reduces an invoice number as written by a sender or clerk. Personal data and words that may be names are removed;
 * then only tokens with digits remain. A number with a word of up to three letters or an accounting word is unchanged,
 * as in "INV 2025 001" and "Faktura 12".
 */
export function reduceNumber(text: string): ReducedText {
  const hidden = withoutPersons(text);
  const tokens = hidden.replace(maskedGap, ' ').split(/\s+/);
  const mayBeName = (token: string): boolean =>
    /\p{L}{4,}|\p{Lu}\p{Ll}{2}/u.test(token) && !/\d/.test(token) && !isGoodsWord(trimToken(token));
  if (hidden === text && !tokens.some(mayBeName)) return { text, dropped: false };
  const rest = tokens.filter((token) => /\d/.test(token)).map(trimToken);
  return { text: rest.join(' ') || null, dropped: true };
}

/**
 * Returns the part of an unreadable value that may be shown: a single word or number as it is, of several only those
 * that cannot be a name.
 */
export function redactFoundText(text: string): string {
  const words = withoutPersons(text.trim()).split(/\s+/);
  if (words.length < 2)
    return words[0]?.includes('•') || text.includes('@') || containsNationalId(text) ? HIDDEN_VALUE : text;
  return words
    .map((word) =>
      word.includes('•') ||
      (/\p{L}{3,}/u.test(word) && !isGoodsWord(trimToken(word)) && !currencies.has(trimToken(word)))
        ? HIDDEN_VALUE
        : word,
    )
    .join(' ');
}

/** Currency codes; next to an amount they are not names. */
const currencies = new Set(['NOK', 'EUR', 'SEK', 'DKK', 'USD', 'GBP', 'CHF', 'ISK', 'PLN']);
