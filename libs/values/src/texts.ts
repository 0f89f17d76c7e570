export type Language = 'nb' | 'nn' | 'en';

export const languages: readonly Language[] = ['nb', 'nn', 'en'];

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** One catalogue: sentences, sentences with parameters, and groups of them. `never` lets each sentence name its own parameters. */
export interface Texts {
  readonly [key: string]: string | ((params: never) => string) | Texts;
}

/** A catalogue in its three languages. `nn` and `en` are held to the keys and parameters of `nb`: a missing sentence is a compile error. */
export interface Catalogue<T extends Texts> {
  readonly nb: T;
  readonly nn: NoInfer<T>;
  readonly en: NoInfer<T>;
}

/** Ties three languages together and gives the reader of one: catalogue({ nb, nn, en })('nb').title. */
export function catalogue<T extends Texts>(texts: Catalogue<T>): (language: Language) => T {
  return (language) => texts[language];
}

/** Intl tags by preference: not every browser carries nynorsk, and bokmål then has the same numbers and dates. */
export const intlTags: Record<Language, readonly string[]> = {
  nb: ['nb-NO', 'no'],
  nn: ['nn-NO', 'nb-NO', 'no'],
  en: ['en-GB', 'en'],
};

const pluralRules = new Map<Language, Intl.PluralRules>();

/** The form of a sentence that fits a count: plural('nb', n, { one: 'én rad', other: `${n} rader` }). */
export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules([...intlTags[language]])));
  return rules.select(count) === 'one' ? forms.one : forms.other;
}

/** "a, b og c". */
export function listing(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat([...intlTags[language]], { type: 'conjunction' }).format(items);
}
