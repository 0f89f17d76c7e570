import { HIDDEN, holdsNationalId, isKnownWord, withoutPersons } from '@tallgrunn/values';
import { trimmed, type Reduced } from './known-words.ts';

const isReference = (token: string): boolean => /\d/.test(token) && !token.includes('@') && !holdsNationalId(token);
/** What is hidden, and what joined it to the rest. */
const gaps = /[\s_.,-]{0,8}•+[\s_.,-]{0,8}/g;

/** A number that papers refer to each other by, without what is written around it; a name, or nothing but a name with a short number, is none. */
export function reduceReference(text: string): Reduced {
  const hidden = withoutPersons(text);
  const tokens = hidden
    .replace(gaps, ' ')
    .split(/\s+/)
    .filter((token) => token !== '');
  const stay = tokens.filter((token) => isReference(token) || isKnownWord(trimmed(token)));
  if (stay.length === tokens.length && stay.some(isReference) && hidden === text) return { text, dropped: false };
  const rest = stay.filter((token) => !isReference(token) || trimmed(token).length >= 4);
  return { text: rest.some(isReference) ? rest.join(' ') : null, dropped: true };
}

/**
 * The number of an invoice as a sender or a clerk has written it: persons go, and words that may be a name; of those with letters what has
 * digits stays. A number with a word of three letters or one that accounts use stays as it is, as "INV 2025 001" and "Faktura 12" do.
 */
export function reduceNumber(text: string): Reduced {
  const hidden = withoutPersons(text);
  const tokens = hidden.replace(gaps, ' ').split(/\s+/);
  const mayBeName = (token: string): boolean =>
    /\p{L}{4,}|\p{Lu}\p{Ll}{2}/u.test(token) && !/\d/.test(token) && !isKnownWord(trimmed(token));
  if (hidden === text && !tokens.some(mayBeName)) return { text, dropped: false };
  const rest = tokens.filter((token) => /\d/.test(token)).map(trimmed);
  return { text: rest.join(' ') || null, dropped: true };
}

/** What is shown of something that could not be read: one word or number as it is; of several only what cannot be a name. */
export function guardFound(text: string): string {
  const words = withoutPersons(text.trim()).split(/\s+/);
  if (words.length < 2) return words[0]?.includes('•') || text.includes('@') || holdsNationalId(text) ? HIDDEN : text;
  return words
    .map((word) =>
      word.includes('•') || (/\p{L}{3,}/u.test(word) && !isKnownWord(trimmed(word)) && !currencies.has(trimmed(word)))
        ? HIDDEN
        : word,
    )
    .join(' ');
}

/** Beside an amount they are no name. */
const currencies = new Set(['NOK', 'EUR', 'SEK', 'DKK', 'USD', 'GBP', 'CHF', 'ISK', 'PLN']);
