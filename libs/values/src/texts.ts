export type Language = 'nb' | 'nn' | 'en';

export const languages: readonly Language[] = ['nb', 'nn', 'en'];

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/**
 * One catalogue of texts: sentences, sentences with parameters, and groups of them. `never` lets each sentence declare
 * its own parameters.
 */
export interface Texts {
  readonly [key: string]: string | ((params: never) => string) | Texts;
}

/**
 * A catalogue in three languages. `nn` and `en` must have the keys and parameters of `nb`: a missing sentence is a
 * compile error.
 */
export interface Catalogue<T extends Texts> {
  readonly nb: T;
  readonly nn: NoInfer<T>;
  readonly en: NoInfer<T>;
}

/** Combines three languages and returns a function that selects one: catalogue({ nb, nn, en })('nb').title. */
export function catalogue<T extends Texts>(texts: Catalogue<T>): (language: Language) => T {
  return (language) => texts[language];
}

/** Intl tags in order of preference. Not every browser supports nynorsk; bokmål has the same numbers and dates. */
export const intlTags: Record<Language, readonly string[]> = {
  nb: ['nb-NO', 'no'],
  nn: ['nn-NO', 'nb-NO', 'no'],
  en: ['en-GB', 'en'],
};

const pluralRules = new Map<Language, Intl.PluralRules>();

/** Returns the form of a sentence for a count: plural('nb', n, { one: 'én rad', other: `${n} rader` }). */
export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  let rules = pluralRules.get(language);
  if (!rules) pluralRules.set(language, (rules = new Intl.PluralRules([...intlTags[language]])));
  return rules.select(count) === 'one' ? forms.one : forms.other;
}

/** Returns a text with a capital first letter, for a sentence that begins with a count in words. */
export const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('nb-NO') + text.slice(1);

/** Formats a list: "a, b og c". */
export function listing(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat([...intlTags[language]], { type: 'conjunction' }).format(items);
}
