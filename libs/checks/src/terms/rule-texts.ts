import { objectOf } from './parse-loose.ts';

const languages = ['nb', 'nn', 'en'] as const;

/** Texts that an earlier editor wrote in a new rule. They say nothing of what is wrong. */
const placeholders = new Set(['se over raden', 'sjå over rada', 'check the row']);

const isAbsentOrText = (value: unknown): boolean => value === undefined || typeof value === 'string';

/** Returns the texts of a rule by the end of their pointers. Bokmål is required; another language may be absent. */
export function ruleTexts(text: unknown): ReadonlyMap<string, string> {
  if (text === undefined || typeof text === 'string') return new Map([['', text ?? '']]);
  const own = objectOf(text);
  const shown = languages.filter((language) => language === 'nb' || language in own);
  return new Map(shown.map((language) => [`/${language}`, typeof own[language] === 'string' ? own[language] : '']));
}

/** Returns whether a value has the form of a rule's text, complete or not; other forms are problems of their own. */
export function isRuleText(text: unknown): boolean {
  if (isAbsentOrText(text)) return true;
  if (typeof text !== 'object' || text === null || Array.isArray(text)) return false;
  return Object.entries(text).every(
    ([language, each]) => languages.some((own) => own === language) && isAbsentOrText(each),
  );
}

export function isPlaceholder(text: string): boolean {
  return placeholders.has(
    text
      .trim()
      .replace(/[\s.!…]+$/u, '')
      .toLowerCase(),
  );
}
