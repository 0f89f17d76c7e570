import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { municipalities, norwegianWords } from './norwegian-words.ts';

/** Why a password would be guessed early. */
export type PasswordWeakness = 'common' | 'repeated' | 'sequence' | 'own-words' | 'dated' | 'predictable';

/** Fewer guesses than 10 to this power are refused: about three hours at a million guesses a second. */
const GUESSES_LOG10_MIN = 10;
/** What is left without years, own words, and digits and signs around it must not be tried first either. */
const CORE_GUESSES_LOG10_MIN = 7;
/** The estimate is quadratic in the length; what is strong within the first characters stays strong. */
const CHARACTERS_ASSESSED = 48;
const OWN_WORD_CHARACTERS_MIN = 3;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The dictionary (49,000 common passwords, keyboard rows, Norwegian words) is loaded at the first password that is set. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, norwegian: [...norwegianWords], municipalities: [...municipalities] },
    graphs: { ...common.adjacencyGraphs, qwertyNordic },
    maxLength: CHARACTERS_ASSESSED,
  });
}

/** The three letter rows as on Nordic keyboards: the dictionary's ones end at p and l. */
const qwertyNordic = Object.fromEntries(
  ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm'].flatMap((row) =>
    [...row].map(
      (key, at) => [key, [row[at - 1], row[at + 1]].map((near) => (near ? near + near.toUpperCase() : null))] as const,
    ),
  ),
);

/**
 * Estimates how soon a password would be guessed by someone who knows the person and the organisations.
 * Returns why it is too weak; null when it is strong enough.
 * @param ownWords names of the person, the organisations and the product, as they are written
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

/** The longest pattern says most; own words are named before anything else. */
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

/** A password without years, and without the digits and signs that people put before and after a word. */
function withoutDecoration(text: string): string {
  return text
    .replaceAll(/(?:19|20)\d\d/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}]+$/u, '');
}

/** What is left of a password when own words, years and edges are taken out; null where it has no own word. */
function withoutOwnWords(text: string, own: readonly string[]): string | null {
  const lower = text.toLowerCase();
  const rest = own
    .filter(({ length }) => length > OWN_WORD_CHARACTERS_MIN)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), lower);
  return rest === lower ? null : withoutDecoration(rest);
}

/** As people write Norwegian letters on other keyboards. */
const folded = (word: string) =>
  word.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Every word of what belongs to the person, and each whole without spaces: Nord-Odal kommune → nord, odal, kommune, nordodalkommune. */
function ownTokens(ownWords: readonly string[]): string[] {
  const tokens = ownWords.flatMap((text) => {
    const parts = text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    return [parts.join(''), ...parts].flatMap((part) => [part, folded(part)]);
  });
  return [...new Set(tokens)].filter((token) => token.length >= OWN_WORD_CHARACTERS_MIN);
}
