import { maskNationalIds } from '@tallgrunn/values';
import { HIDDEN, isKnownWord, type Reduced } from './known-words.ts';
import { alsoBeforePlaces, before, familyEnding, familyNames, givenNames, givenNamesAndWords, named, place, street } from './name-lists.ts';

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly at: number;
  readonly end: number;
  readonly style: 'title' | 'upper' | 'lower';
  /** What stands between it and the next. */
  readonly gap: string;
}

/** Letters that belong together; "KariNordmann" is two. */
const runs = /\p{Lu}\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Ll}+|\p{Lo}+/gu;
const ofOneName = /^(?:|[\s_.+-]|\. )$/;
const mail = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const WORDS_MAX = 5;

const TEXTS_MAX = 20_000;
const judged = new Map<string, Reduced>();

/**
 * A text that names goods, a file or a code, without what is likely a person in it: names by the lists of the most common ones and by how
 * names are built, street addresses, mail addresses and identity numbers. What is of companies and goods stays. A name that no list and no
 * ending foresees stays too, so this is for texts that are needed whole; `reduceText` is for those that are not.
 */
export function hidePersons(text: string): Reduced {
  if (text.length < 5) return { text, dropped: false };
  const known = judged.get(text);
  if (known) return known;
  const found = hideNames(maskNationalIds(text).replace(mail, HIDDEN).replace(street, HIDDEN));
  const reduced = { text: found, dropped: found !== text };
  if (judged.size >= TEXTS_MAX) judged.clear();
  judged.set(text, reduced);
  return reduced;
}

/** The same, of a text that is there. */
export const withoutPersons = (text: string): string => hidePersons(text).text ?? '';

const elevenDigits = /(?<!\d)([0-7]\d)(\d\d)\d{2}[ -]?\d{5}(?!\d)/g;

/** The name of a file or of an entry of an archive. Eleven digits that begin with a day of birth go there whatever their check digits are: nothing is found by them. */
export function nameOfFile(name: string): string {
  const dated = name.replace(elevenDigits, (digits, day: string, month: string) => (Number(day) % 40 >= 1 && Number(day) % 40 <= 31 && Number(month) % 40 >= 1 && Number(month) % 40 <= 12 ? HIDDEN : digits));
  return withoutPersons(dated);
}

function hideNames(text: string): string {
  const words = runsOf(text);
  const hidden: { from: number; to: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { skip, count } = nameAt(words.slice(at, at + WORDS_MAX + 1));
    if (count === 0) continue;
    hidden.push({ from: words[at + skip]!.at, to: words[at + skip + count - 1]!.end });
    at += skip + count - 1;
  }
  return hidden.reduceRight((rest, { from, to }) => rest.slice(0, from) + HIDDEN + rest.slice(to), text);
}

function runsOf(text: string): Word[] {
  const found = [...text.matchAll(runs)];
  return found.map(({ 0: run, index: at }, nth): Word => {
    const style = run === run.toLowerCase() ? 'lower' : run === run.toUpperCase() && run.length > 1 ? 'upper' : 'title';
    return { text: run, folded: run.normalize('NFC').toLowerCase(), at, end: at + run.length, style, gap: text.slice(at + run.length, found[nth + 1]?.index ?? text.length) };
  });
}

const none = { skip: 0, count: 0 };

/** How many of these words are a person's name, from the first on, or from the second where the first says that a person follows. */
function nameAt(words: readonly Word[]): { skip: number; count: number } {
  const [first, second] = words;
  if (!first || !second) return none;
  const told = before.has(first.folded) && (first.folded === 'v' ? /^\s?\/\s?$/ : /^\s?[\s./:]\s?$/).test(first.gap);
  if (told) {
    const rest = words.slice(1);
    const count = follow(rest, (word) => word.style === 'title' && !isKnownWord(word.text));
    return count > 0 && !(alsoBeforePlaces.has(first.folded) && mayBePlace(rest, count)) ? { skip: 1, count } : none;
  }
  if (named.has(`${first.folded} ${second.folded}`)) return none;
  return { skip: 0, count: Math.max(fromGiven(words), fromFamily(words), fromInitial(first, second)) };
}

/** "v/ Solvang sykehjem", "v/Forsvarets logistikk": what none of the lists knows as somebody's, or what kind of place it is, behind it. */
function mayBePlace(words: readonly Word[], count: number): boolean {
  const name = words.slice(0, count);
  if (name.some(isGiven)) return false;
  const behind = name.at(-1)?.gap === ' ' ? words[count] : undefined;
  return behind?.style === 'lower' || name.some(({ folded }) => place.test(folded)) || !(count > 1 || name.some(isFamily));
}

/** How many of the words, one after the other and of one name, are as they should be. */
function follow(words: readonly Word[], fits: (word: Word) => boolean): number {
  let count = 0;
  for (const word of words.slice(0, WORDS_MAX)) {
    if (!fits(word)) return count;
    count += 1;
    if (!ofOneName.test(word.gap)) return count;
  }
  return count;
}

const isGiven = ({ folded }: Word): boolean => givenNames.has(folded) || givenNamesAndWords.has(folded);
const isFamily = ({ folded, text }: Word): boolean => familyNames.has(folded) || (folded.length >= 5 && familyEnding.test(folded) && !isKnownWord(text));

/** "Kari Nordmann", "KARI ANNE NORDMANN", "kari_nordmann". Between letters of one case the second must be a name too, or begin as one. */
function fromGiven(words: readonly Word[]): number {
  const [first, second] = words as [Word, Word];
  if (!isGiven(first) || !ofOneName.test(first.gap)) return 0;
  const sure = givenNames.has(first.folded) || givenNames.has(second.folded);
  const other = (word: Word): boolean => isFamily(word) || isGiven(word) || (sure && first.style === 'title' && (word.style === 'title' || word.text.length === 1) && !isKnownWord(word.text));
  const count = 1 + follow(words.slice(1), other);
  if (count === 1) return 0;
  if (givenNames.has(first.folded)) return count;
  return isFamily(second) || words.slice(1, count).some((word) => givenNames.has(word.folded) || familyNames.has(word.folded)) ? count : 0;
}

/** "Nordmann, Kari", "NORDMANN KARI". */
function fromFamily(words: readonly Word[]): number {
  const [first, second] = words as [Word, Word];
  const listed = familyNames.has(first.folded);
  const turned = /^,\s?$/.test(first.gap);
  if (!(turned || ofOneName.test(first.gap)) || !isFamily(first) || (first.style === 'lower' && !listed)) return 0;
  if (!(listed && turned ? isGiven(second) : givenNames.has(second.folded))) return 0;
  return 1 + follow(words.slice(1), (word) => isGiven(word) || (word.style === 'title' && word.text.length === 1));
}

/** "K. Nordmann", and anybody's child: "Aziza Hansen". */
function fromInitial(first: Word, second: Word): number {
  if (first.style !== 'title' || second.style === 'lower' || !ofOneName.test(first.gap) || !familyNames.has(second.folded)) return 0;
  if (first.text.length === 1) return /\./.test(first.gap) ? 2 : 0;
  return second.folded.endsWith('sen') && !isKnownWord(first.text) ? 2 : 0;
}
