import { formatDate, formatQuantity, isDate, listing } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import { fillTemplate } from '../texts/fill-template.ts';
import { titleOf } from '../texts/message-of.ts';
import type { TermsChange } from './diff-terms.ts';
import { objectOf, textOf, textsOf } from './loose.ts';
import { dayOfYear } from './say-terms-problem.ts';
import { sayPath } from './say-path.ts';
import { changeWords } from './words/change-words.ts';
import { partWord } from './words/path-words.ts';
import { choiceWord } from './words/value-words.ts';

export interface SaidChange {
  readonly where: string;
  readonly says: string;
}

/** Formats a value for display: choices by their label, lists with commas, records property by property. */
export function sayValue(value: unknown, language: Language): string {
  if (typeof value === 'number') return formatQuantity(String(value), language);
  if (typeof value === 'boolean') return choiceWord(String(value), language) ?? String(value);
  if (typeof value === 'string' && isDate(value)) return formatDate(value, language);
  if (typeof value === 'string')
    return /^\d\d-\d\d$/.test(value) ? dayOfYear(value, language) : (choiceWord(value, language) ?? value);
  if (Array.isArray(value))
    return listing(
      language,
      value.map((each: unknown) => sayValue(each, language)),
    );
  const record = objectOf(value);
  if (typeof record.nb === 'string') return textOf(record[language]) || record.nb;
  return Object.entries(record)
    .map(([part, each]) => `${partWord(part, language)}: ${sayValue(each, language)}`)
    .join('; ');
}

/**
 * Returns the name of an added or removed column, check, table or list; null for other parts. The details are in the
 * document.
 */
function whole(value: unknown, path: string, language: Language): string | null {
  const { id, name, title, type } = objectOf(value);
  if (/\/checks\/\d+$/.test(path))
    return [titleOf(textOf(id), language), textOf(objectOf(value).severity)]
      .filter((text) => text !== '')
      .map((text) => choiceWord(text, language) ?? text)
      .join(': ');
  if (/\/fields\/\d+$/.test(path))
    return [sayValue(title ?? name, language), choiceWord(textOf(type), language) ?? '']
      .filter((text) => text !== '')
      .join(', ');
  return /\/(?:tables|lists)\/\d+$/.test(path) ? sayValue(title ?? name, language) : null;
}

/** Describes a change. `before` and `after` are the documents. */
export function sayChange(change: TermsChange, before: unknown, after: unknown, language: Language): SaidChange {
  const { path, kind } = change;
  const words = changeWords[language];
  const where = sayPath(kind === 'removed' ? before : after, path, language);
  const say = (template: string, values: Record<string, string>): SaidChange => ({
    where,
    says: fillTemplate(template, values, language, () => null),
  });
  if (kind === 'reordered') return say(words.reordered, { after: listing(language, textsOf(change.after)) });
  if (kind !== 'changed')
    return say(words[kind], {
      value: whole(change.after ?? change.before, path, language) ?? sayValue(change.after ?? change.before, language),
    });
  const [old, now] = [textsOf(change.before), textsOf(change.after)];
  const added = now.filter((text) => !old.includes(text));
  const removed = old.filter((text) => !now.includes(text));
  const isList = Array.isArray(change.before) && Array.isArray(change.after) && added.length + removed.length > 0;
  if (isList) return say(words.list, { added: sayValue(added, language), removed: sayValue(removed, language) });
  return say(words.changed, { before: sayValue(change.before, language), after: sayValue(change.after, language) });
}
