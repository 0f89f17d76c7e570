import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { municipalities, norwegianWords } from './norwegian-words.ts';

/** Why a password is easy to guess. */
export type PasswordWeakness = 'common' | 'repeated' | 'sequence' | 'own-words' | 'dated' | 'predictable';

/** Minimum strength, log10 of guesses: about three hours at a million guesses per second. */
const GUESSES_LOG10_MIN = 10;
/** Minimum strength of the remainder without years, own words, and surrounding digits and symbols. */
const CORE_GUESSES_LOG10_MIN = 7;
/** The estimate is quadratic in the length. A password whose first characters are strong stays strong. */
const CHARACTERS_ASSESSED = 48;
const OWN_WORD_CHARACTERS_MIN = 3;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Loads the dictionary (49,000 common passwords, keyboard rows, Norwegian words) when the first password is set. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, norwegian: [...norwegianWords], municipalities: [...municipalities] },
    graphs: { ...common.adjacencyGraphs, qwertyNordic },
    maxLength: CHARACTERS_ASSESSED,
  });
}

/** The three letter rows of Nordic keyboards; those of the dictionary end at p and l. */
const qwertyNordic = Object.fromEntries(
  ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm'].flatMap((row) =>
    [...row].map(
      (key, at) =>
        [
          key,
          [row[at - 1], row[at + 1]].map((neighbour) => (neighbour ? neighbour + neighbour.toUpperCase() : null)),
        ] as const,
    ),
  ),
);

/**
 * Estimates how soon someone who knows the person and the organisations would guess a password. Returns why it is too
 * weak; null when it is strong enough.
 * @param ownWords names of the person, the organisations and the product, as written
 */
export async function assessPassword(password: string, ownWords: readonly string[]): Promise<PasswordWeakness | null> {
  const estimate = await (estimator ??= loadEstimator());
  const text = password.normalize('NFKC').slice(0, CHARACTERS_ASSESSED);
  const own = ownTokens(ownWords);
  const whole = estimate.check(text, own);
  if (whole.guessesLog10 < GUESSES_LOG10_MIN) return weaknessOf(whole.sequence, yearIn(text));
  const rest = withoutOwnWords(text, own);
  if (rest !== null && isGuessedEarly(estimate, rest, own)) return 'own-words';
  const core = withoutDecoration(text);
  const isCoreWeak = core !== '' && core !== text && isGuessedEarly(estimate, core, own);
  return isCoreWeak ? weaknessOf(estimate.check(core, own).sequence, yearIn(text)) : null;
}

const isGuessedEarly = (estimate: ZxcvbnFactory, text: string, own: string[]) =>
  text === '' || estimate.check(text, own).guessesLog10 < CORE_GUESSES_LOG10_MIN;

type Matches = ReturnType<ZxcvbnFactory['check']>['sequence'];

/** Returns the weakness of the longest pattern. Own words take precedence, then years. */
function weaknessOf(matches: Matches, isDated: boolean): PasswordWeakness {
  if (
    matches.some(
      (match) =>
        match.pattern === 'dictionary' && 'dictionaryName' in match && match['dictionaryName'] === 'userInputs',
    )
  )
    return 'own-words';
  if (isDated) return 'dated';
  const [longest] = matches
    .filter(({ pattern }) => pattern !== 'bruteforce')
    .toSorted((a, b) => b.token.length - a.token.length);
  switch (longest?.pattern) {
    case 'repeat':
      return 'repeated';
    case 'sequence':
    case 'spatial':
      return 'sequence';
    case 'dictionary':
      return 'common';
    case 'date':
    case 'regex':
      return 'dated';
    default:
      return 'predictable';
  }
}

const yearIn = (text: string) => /(?:19|20)\d\d/.test(text);

/** Removes years, and digits and symbols before and after the word. */
function withoutDecoration(text: string): string {
  return text
    .replaceAll(/(?:19|20)\d\d/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+$/u, '');
}

/** Removes own words, years, and digits and symbols at the ends; null when the password contains no own word. */
function withoutOwnWords(text: string, own: readonly string[]): string | null {
  const lower = text.toLowerCase();
  const rest = own
    .filter(({ length }) => length > OWN_WORD_CHARACTERS_MIN)
    .toSorted((a, b) => b.length - a.length)
    .reduce((remainder, word) => remainder.replaceAll(word, ''), lower);
  return rest === lower ? null : withoutDecoration(rest);
}

/** Replaces Norwegian letters as on other keyboards. */
const foldNorwegianLetters = (word: string) =>
  word.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').normalize('NFD').replaceAll(/\p{M}/gu, '');

/**
 * Returns every word of the given texts, and each text without spaces: Nord-Odal kommune → nord, odal, kommune,
 * nordodalkommune.
 */
function ownTokens(ownWords: readonly string[]): string[] {
  const tokens = ownWords.flatMap((text) => {
    const parts = text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    return [parts.join(''), ...parts].flatMap((part) => [part, foldNorwegianLetters(part)]);
  });
  return [...new Set(tokens)].filter((token) => token.length >= OWN_WORD_CHARACTERS_MIN);
}
