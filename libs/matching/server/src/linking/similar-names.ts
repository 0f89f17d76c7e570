/** A name of an item as one side writes it, with the key of its item number; null where it writes no number. */
export interface ItemName {
  readonly item: string | null;
  readonly name: string;
}

/** Names of both sides that may denote the same items. */
export interface NameFamily {
  readonly reported: readonly ItemName[];
  readonly booked: readonly ItemName[];
  /** True if each side has only one item in it. */
  readonly isOneItem: boolean;
}

/** Units and kinds of packages. Both sides write them differently, or leave them out. */
const UNITS = new Set(
  'stk stykk st pcs ea kg kilo g gr gram mg l ltr liter dl cl ml km m mtr meter dm cm mm m2 m3 kvm pk pkt pak pakke pakk pakning pack ks kasse krt kartong eske esk boks bx rl rull ruller par pr pose ps spann flaske fl sekk dunk tube sett a à x'.split(
    ' ',
  ),
);
const VOWELS = /[aeiouyæøåäöéè]/g;
/** Letters and digits that a short name must have, so that it is not a mere code. */
const LETTERS_MIN = 3;
/** Consonants that an abbreviated word must have. */
const CONSONANTS_MIN = 2;
/** Names of a supplier and buyer above which they are not compared, so that the cost does not grow with the tables. */
export const NAMES_MAX = 400;

/** A word or number of a name, in lower case. */
export interface Word {
  readonly text: string;
  readonly consonants: string;
  readonly isNumber: boolean;
}

/** Words and numbers of a name; units are left out, unless there is nothing else. */
export function wordsOf(name: string): readonly Word[] {
  const all =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  const words = all.filter((word) => !UNITS.has(word));
  return (words.length > 0 ? words : all).map((text) => ({
    text,
    consonants: text.replaceAll(VOWELS, ''),
    isNumber: /^\d/.test(text),
  }));
}

/** Returns true if the letters of one word occur in the other, in the same order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/**
 * Returns true if a word is short for another: its beginning, or its consonants with some vowels left out. A number is
 * only itself, or the beginning of one where the name is cut.
 */
function isShortWord(short: Word, long: Word, isLast: boolean): boolean {
  if (short.text === long.text) return true;
  if (short.isNumber || long.isNumber) return isLast && short.isNumber && long.text.startsWith(short.text);
  if (long.text.startsWith(short.text)) return short.text.length > 1 || isLast;
  const [own, whole] = [short.consonants, long.consonants];
  return (
    (own.length >= CONSONANTS_MIN || isLast || own === whole) &&
    own !== '' &&
    whole.startsWith(own) &&
    isSubsequence(short.text, long.text)
  );
}

const lettersOf = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** Returns true if every word of one name is short for a different word of the other, in any order. */
export function isShortName(short: readonly Word[], long: readonly Word[]): boolean {
  if (short.length > long.length || lettersOf(short) < LETTERS_MIN) return false;
  // Words with few candidates first, so that the search hardly ever goes back.
  const options = short
    .map((word, at) => long.flatMap((other, index) => (isShortWord(word, other, at === short.length - 1) ? index : [])))
    .toSorted((a, b) => a.length - b.length);
  const used = new Set<number>();
  const place = (at: number): boolean =>
    at === options.length ||
    options[at]!.some((index) => {
      if (used.has(index)) return false;
      used.add(index);
      if (place(at + 1)) return true;
      used.delete(index);
      return false;
    });
  return place(0);
}

interface WordedName {
  readonly one: ItemName;
  readonly words: readonly Word[];
  /** Identity of the item: its number, else its words. */
  readonly key: string;
  readonly sorted: string;
}

const worded = (names: readonly ItemName[]): WordedName[] =>
  names.map((one) => {
    const words = wordsOf(one.name);
    const sorted = words
      .map(({ text }) => text)
      .toSorted()
      .join(' ');
    return { one, words, sorted, key: one.item === null ? `name ${sorted}` : `item ${one.item}` };
  });

/** First letters by which a word can be found from a shorter form of it. */
const initialsOf = ({ text, consonants }: Word): string[] => [...new Set([text[0]!, consonants[0] ?? text[0]!])];
/** First letter by which the longer form of a name is looked up: that of its longest word. */
function initialOf(words: readonly Word[]): string {
  const longest = words.reduce<Word | undefined>(
    (most, word) => (most && most.text.length >= word.text.length ? most : word),
    undefined,
  );
  return longest ? (longest.consonants[0] ?? longest.text[0]!) : '';
}

/** Names that have a given first letter, so that a name is compared with few others. */
function indexBy(names: readonly WordedName[], initials: (name: WordedName) => readonly string[]) {
  const index = new Map<string, WordedName[]>();
  for (const name of names)
    for (const initial of new Set(initials(name))) index.set(initial, [...(index.get(initial) ?? []), name]);
  return index;
}

/**
 * Groups names that may denote the same items: one is short for the other. At least one of two names must be without a
 * number, because two numbers are two items. Of several candidates those with the same words are preferred.
 */
export function familiesOf(reported: readonly ItemName[], booked: readonly ItemName[]): NameFamily[] {
  if (reported.length > NAMES_MAX || booked.length > NAMES_MAX) return [];
  const [own, others] = [worded(reported), worded(booked)];
  const [byWord, byLongest] = [
    indexBy(others, ({ words }) => words.flatMap(initialsOf)),
    indexBy(others, ({ words }) => [initialOf(words)]),
  ];
  const joined = new Components();
  for (const name of own) {
    const mayFit = ({ one }: WordedName) => name.one.item === null || one.item === null;
    const longer = (byWord.get(initialOf(name.words)) ?? []).filter(
      (other) => mayFit(other) && isShortName(name.words, other.words),
    );
    const shorter = [...new Set(name.words.flatMap(initialsOf))]
      .flatMap((initial) => byLongest.get(initial) ?? [])
      .filter((other) => mayFit(other) && isShortName(other.words, name.words));
    const fitting = [...longer, ...shorter];
    const same = fitting.filter(({ sorted }) => sorted === name.sorted);
    for (const other of same.length > 0 ? same : fitting) joined.join(`r ${name.key}`, `b ${other.key}`);
  }
  const members = Map.groupBy(
    [
      ...own.map(({ one, key }) => ({ one, key: `r ${key}` })),
      ...others.map(({ one, key }) => ({ one, key: `b ${key}` })),
    ].filter(({ key }) => joined.has(key)),
    ({ key }) => joined.rootOf(key),
  );
  return [...members.values()].map((family) => {
    const keys = new Set(family.map(({ key }) => key));
    const side = (mark: string) => family.filter(({ key }) => key.startsWith(mark)).map(({ one }) => one);
    return { reported: side('r '), booked: side('b '), isOneItem: keys.size === 2 };
  });
}

/** Sets of keys that are joined in pairs. */
class Components {
  private readonly parents = new Map<string, string>();

  has(key: string): boolean {
    return this.parents.has(key);
  }

  rootOf(key: string): string {
    let root = key;
    for (let next = this.parents.get(root); next !== undefined && next !== root; next = this.parents.get(root))
      root = next;
    return root;
  }

  join(one: string, other: string): void {
    for (const key of [one, other]) if (!this.parents.has(key)) this.parents.set(key, key);
    this.parents.set(this.rootOf(one), this.rootOf(other));
  }
}
