import { isGoodsWord } from './product-terms.ts';
import {
  placeIntroducingWords,
  introducingWords,
  familyEnding,
  familyNames,
  givenNames,
  givenNamesAndWords,
  brandNames,
  placeEnding,
} from './name-lists.ts';
import type { Span } from './readable-text.ts';

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly at: number;
  readonly end: number;
  readonly style: 'title' | 'upper' | 'lower';
  /** Characters between this word and the next. */
  readonly gap: string;
}

/** Letters of one word; "KariNordmann" is two words. */
const runs = /\p{Lu}\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Ll}+|\p{Lo}+/gu;
const nameGap = /^(?:|[\s_.+-]|\. |\s\s)$/;
const WORDS_MAX = 5;
/** Letters of a non-Latin script: in a text about goods and bookings they are nearly always a name. */
const otherScript = /[^\P{L}\p{Script=Latin}][^\P{L}\p{Script=Latin}]+(?:[\s._-]{1,2}[^\P{L}\p{Script=Latin}]+){0,3}/gu;
const otherScriptLetter = /[^\P{L}\p{Script=Latin}]/u;
/** Words about a person's health or care. After them, the recipient of something is a person. */
const health =
  /bleie|inkontinens|kateter|stomi|insulin|medisin|medikament|legemid|resept|sårpleie|rullestol|rullator|hjelpemid|høreapparat|høyreapparat|protese|ortose|pleie|hjemmesyke|heimesjuke|\bbpa\b|terapi|psykolog|\blege(?!r?ing)|tannlege|fastlege|sonde|næringsdrikk|allergi|gluten|diabet|avlast|støttekontakt|fosterhjem|fosterheim|barnevern|omsorg|spesialundervis|tolk|dosett|multidose|personlig assist|bolig|bustad|begrav|gravferd|sosialhjelp|matpakke|skyss|briller|syke|sjuke/i;
/** Prepositions before a recipient. */
const recipientPrepositions = new Set(['til', 'for', 'hos', 'åt', 'tilhører', 'gjelder', 'gjeld', 'ang', 'vedr']);
/** Words that are followed only by a person, whatever the name is. */
const personIntroductions = new Set([
  'elev',
  'pasient',
  'bruker',
  'brukar',
  'beboer',
  'bebuar',
  'klient',
  'søker',
  'kontaktperson',
  'saksbehandler',
  'saksbehandlar',
  'tjenestemottaker',
  'fosterbarn',
  'fosterhjem',
  'dagmamma',
  'avlaster',
  'støttekontakt',
]);
const abbreviations = new Set([
  'sfo',
  'bpa',
  'tv',
  'usb',
  'led',
  'cd',
  'dvd',
  'vg',
  'iup',
  'nav',
  'ppt',
  'hk',
  'av',
  'og',
  'xl',
  'xxl',
  'xs',
  'pdf',
  'ipad',
  'mac',
  'api',
  'id',
  'vr',
  'gps',
  'no',
  'nr',
  'kr',
  'pr',
]);
/** Letters and doublings that are rare in Norwegian words and therefore indicate a name in lower case. */
const foreignSpelling = /[cqwxz]|aa|uu|ii|dh|kh|gh|(?:^|[^s])sh|ee|oo|ou|iy|yi|bd|hm/;
const loanWords = new Set(
  'max maks mix box boks extra cm pizza zip flex zoom wc cola chili watt carport camping cappuccino cup cocktail cafe café center centre web weekend whisky wok quiz taxi tax fax lux plexi mexi wienerpølse catering coating clips container contact control computer color cd cash card care class classic clean click cold compact comfort complete concentrate concept copy corner cotton cover cream creme cut cyber pc sc co inc wiring wire wall washed water wash watt web white wide wild window wings with wood wool work world zero zink zone free deep sheet green wheel steel speed needle coffee food moon wood room tool boost loop zoo hygiene shop shampoo show shot short tights outdoor soup group house sound round'.split(
    ' ',
  ),
);

/** Finds names of persons by lists of the most common names, by the structure of names, and by introducing words. */
export function findNames(text: string): Span[] {
  const spans: Span[] = [];
  if (otherScriptLetter.test(text))
    for (const { 0: written, index } of text.matchAll(otherScript))
      spans.push({ from: index, to: index + written.length, kind: 'name' });
  const words = wordsOf(text);
  const isOfHealth = words.length > 1 && health.test(text);
  for (let at = 0; at < words.length; at += 1) {
    const { skip, count } = nameAt(words.slice(at, at + WORDS_MAX + 1), isOfHealth);
    if (count === 0) continue;
    spans.push({ from: words[at + skip]!.at, to: words[at + skip + count - 1]!.end, kind: 'name' });
    at += skip + count - 1;
  }
  return spans;
}

function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(runs)];
  return found.map(({ 0: run, index: at }, nth): Word => {
    const style = run === run.toLowerCase() ? 'lower' : run === run.toUpperCase() && run.length > 1 ? 'upper' : 'title';
    return {
      text: run,
      folded: run.normalize('NFC').toLowerCase(),
      at,
      end: at + run.length,
      style,
      gap: text.slice(at + run.length, found[nth + 1]?.index ?? text.length),
    };
  });
}

const noName = { skip: 0, count: 0 };

/**
 * Returns how many of these words are a person's name. It starts at the first word, or at the second (`skip` 1) when
 * the first introduces a person.
 */
function nameAt(words: readonly Word[], isOfHealth: boolean): { skip: number; count: number } {
  const [first, second] = words;
  if (!first) return noName;
  if (isOfHealth && isPossessiveName(first)) return { skip: 0, count: 1 };
  if (!second) return noName;
  const introduced = lengthAfterIntroduction(words, isOfHealth);
  if (introduced > 0) return { skip: 1, count: introduced };
  if (introducingWords.has(first.folded) && isIntroduction(first)) return noName;
  if (brandNames.has(`${first.folded} ${second.folded}`)) return noName;
  return {
    skip: 0,
    count: Math.max(lengthFromGivenName(words), lengthFromFamilyName(words), lengthFromInitial(first, second)),
  };
}

/** Returns whether a word is a possessive given name, as in "Karis bleier". */
function isPossessiveName({ folded, style, gap }: Word): boolean {
  return style !== 'lower' && folded.endsWith('s') && gap.startsWith(' ') && givenNames.has(folded.slice(0, -1));
}

const isIntroduction = ({ folded, gap }: Word): boolean =>
  (folded === 'v' ? /^\s?[/:]\s?$/ : /^\s?[\s./:]\s?$/).test(gap);

/** Returns how many words after an introducing word are the person's name; 0 when there is none. */
function lengthAfterIntroduction(words: readonly Word[], isOfHealth: boolean): number {
  const [first] = words as [Word];
  const isForWhom = isOfHealth && recipientPrepositions.has(first.folded) && /^\s?[\s:]\s?$/.test(first.gap);
  if (!isForWhom && !(introducingWords.has(first.folded) && isIntroduction(first))) return 0;
  const rest = words.slice(1);
  // "HR" is usually a department.
  if (first.text === 'HR' && !rest.slice(0, 2).some(isFamily)) return 0;
  const mayBeAny = personIntroductions.has(first.folded);
  if (mayBeAny && isInitials(rest[0]!)) return 1;
  if (mayBeAny && first.gap.includes(':'))
    return countMatching(rest, (word) => !isGoodsWord(word.text) && !abbreviations.has(word.folded));
  const turned = rest.length > 1 ? lengthFromFamilyName(rest) : 0;
  if (turned > 0) return turned;
  const count = countMatching(rest, (word) => word.style === 'title' && !isGoodsWord(word.text));
  if (count > 0) return (isForWhom || placeIntroducingWords.has(first.folded)) && mayBePlace(rest, count) ? 0 : count;
  return lengthInLowerCase(rest, mayBeAny || isForWhom || first.folded === 'v');
}

/** Returns whether a word is initials, as in "elev KN": two or three capitals that are no known abbreviation. */
function isInitials({ style, text, folded }: Word): boolean {
  return style === 'upper' && text.length <= 3 && !abbreviations.has(folded) && !isGoodsWord(text);
}

/**
 * Returns the length of a name that is not in title case: "v/ xaawo cilmi", "v/ kari nordmann". It has at most three
 * words, and one of them is a listed name or is not built like a Norwegian word.
 */
function lengthInLowerCase(words: readonly Word[], mayBeUnlisted: boolean): number {
  const count = Math.min(
    3,
    countMatching(
      words,
      (word) =>
        word.style !== 'title' && word.text.length >= 3 && !isGoodsWord(word.text) && !placeEnding.test(word.folded),
    ),
  );
  const rest = words.slice(0, count);
  if (rest.some(({ folded }) => givenNames.has(folded) || familyNames.has(folded))) return count;
  return mayBeUnlisted &&
    count >= 2 &&
    rest.some(({ folded, style }) => style === 'lower' && foreignSpelling.test(folded) && !loanWords.has(folded))
    ? count
    : 0;
}

/**
 * Returns whether introduced words may be a place: "v/ Solvang sykehjem", "v/Forsvarets logistikk". True when no list
 * has them as a person's name, or when a kind of place follows.
 */
function mayBePlace(words: readonly Word[], count: number): boolean {
  const name = words.slice(0, count);
  if (name.some(isGiven)) return false;
  const behind = name.at(-1)?.gap === ' ' ? words[count] : undefined;
  return (
    behind?.style === 'lower' ||
    name.some(({ folded }) => placeEnding.test(folded)) ||
    !(count > 1 || name.some(isFamily))
  );
}

/** Counts the consecutive words of one name that satisfy a condition. */
function countMatching(words: readonly Word[], fits: (word: Word) => boolean): number {
  let count = 0;
  for (const word of words.slice(0, WORDS_MAX)) {
    if (!fits(word)) return count;
    count += 1;
    if (!nameGap.test(word.gap)) return count;
  }
  return count;
}

/** Returns a family name without the genitive s: "Nordmanns" → "Nordmann". */
const withoutGenitive = (folded: string): string =>
  folded.endsWith('s') && folded.length > 4 ? folded.slice(0, -1) : folded;
const isGiven = ({ folded }: Word): boolean => givenNames.has(folded) || givenNamesAndWords.has(folded);
const isListedFamily = ({ folded }: Word): boolean =>
  familyNames.has(folded) || familyNames.has(withoutGenitive(folded));
const isFamily = (word: Word): boolean =>
  isListedFamily(word) ||
  (word.folded.length >= 5 &&
    (familyEnding.test(word.folded) || familyEnding.test(withoutGenitive(word.folded))) &&
    !isGoodsWord(word.text));

/**
 * Returns the length of a name that begins with a given name: "Kari Nordmann", "KARI ANNE NORDMANN", "kari_nordmann".
 * Unless both words are in title case, the second must be a listed name or have a family-name ending.
 */
function lengthFromGivenName(words: readonly Word[]): number {
  const [first, second] = words as [Word, Word];
  if (!isGiven(first) || !nameGap.test(first.gap)) return 0;
  const sure = givenNames.has(first.folded) || givenNames.has(second.folded);
  const other = (word: Word): boolean =>
    isFamily(word) ||
    isGiven(word) ||
    (sure && first.style === 'title' && (word.style === 'title' || word.text.length === 1) && !isGoodsWord(word.text));
  const count = 1 + countMatching(words.slice(1), other);
  if (count === 1) return 0;
  if (givenNames.has(first.folded)) return count;
  return isFamily(second) || words.slice(1, count).some((word) => givenNames.has(word.folded) || isListedFamily(word))
    ? count
    : 0;
}

/** Returns the length of a name that begins with the family name: "Nordmann, Kari", "NORDMANN KARI". */
function lengthFromFamilyName(words: readonly Word[]): number {
  const [first, second] = words as [Word, Word];
  const listed = familyNames.has(first.folded);
  const turned = /^,\s?$/.test(first.gap);
  if (!(turned || nameGap.test(first.gap)) || !isFamily(first) || (first.style === 'lower' && !listed)) return 0;
  if (!(listed && turned ? isGiven(second) : givenNames.has(second.folded))) return 0;
  return (
    1 + countMatching(words.slice(1), (word) => isGiven(word) || (word.style === 'title' && word.text.length === 1))
  );
}

/**
 * Returns 2 for an initial with a family name ("K. Nordmann") or an unlisted given name with a family name in -sen
 * ("Aziza Hansen"); otherwise 0.
 */
function lengthFromInitial(first: Word, second: Word): number {
  if (first.style !== 'title' || second.style === 'lower' || !nameGap.test(first.gap) || !isListedFamily(second))
    return 0;
  if (first.text.length === 1) return /\./.test(first.gap) ? 2 : 0;
  return /sens?$/.test(second.folded) && !isGoodsWord(first.text) ? 2 : 0;
}
