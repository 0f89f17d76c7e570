import { formatDate, formatQuantity, isDate, listing } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import { fillTemplate } from '../texts/fill-template.ts';
import { titleOf } from '../texts/message-of.ts';
import type { TermsChange } from './diff-terms.ts';
import { objectOf, textOf, textsOf } from './parse-loose.ts';
import { dayOfYear } from './describe-terms-problem.ts';
import { describePath } from './describe-path.ts';
import { changeTexts } from './texts/change-texts.ts';
import { partLabel } from './texts/path-texts.ts';
import { choiceLabel } from './texts/value-texts.ts';

export interface ChangeText {
  readonly where: string;
  readonly says: string;
}

/** Formats a value for display: choices by their label, lists with commas, records property by property. */
export function formatValue(value: unknown, language: Language): string {
  if (typeof value === 'number') return formatQuantity(String(value), language);
  if (typeof value === 'boolean') return choiceLabel(String(value), language) ?? String(value);
  if (typeof value === 'string' && isDate(value)) return formatDate(value, language);
  if (typeof value === 'string')
    return /^\d\d-\d\d$/.test(value) ? dayOfYear(value, language) : (choiceLabel(value, language) ?? value);
  if (Array.isArray(value))
    return listing(
      language,
      value.map((each: unknown) => formatValue(each, language)),
    );
  const record = objectOf(value);
  if (typeof record.nb === 'string') return textOf(record[language]) || record.nb;
  return Object.entries(record)
    .map(([part, each]) => `${partLabel(part, language)}: ${formatValue(each, language)}`)
    .join('; ');
}

/**
 * Returns the name of an added or removed column, check, rule, table or list; null for other parts. The details are in the
 * document.
 */
function partName(value: unknown, path: string, language: Language): string | null {
  const { id, name, title, type } = objectOf(value);
  if (/\/checks\/\d+$/.test(path))
    return [titleOf(textOf(id), language), textOf(objectOf(value).severity)]
      .filter((text) => text !== '')
      .map((text) => choiceLabel(text, language) ?? text)
      .join(': ');
  if (/\/fields\/\d+$/.test(path))
    return [formatValue(title ?? name, language), choiceLabel(textOf(type), language) ?? '']
      .filter((text) => text !== '')
      .join(', ');
  if (/\/ownRules\/\d+$/.test(path)) return `${textOf(id)}: ${textOf(objectOf(value).expression)}`;
  return /\/(?:tables|lists)\/\d+$/.test(path) ? formatValue(title ?? name, language) : null;
}

/** Describes a change. `before` and `after` are the documents. */
export function describeChange(change: TermsChange, before: unknown, after: unknown, language: Language): ChangeText {
  const { path, kind } = change;
  const texts = changeTexts[language];
  const where = describePath(kind === 'removed' ? before : after, path, language);
  const say = (template: string, values: Record<string, string>): ChangeText => ({
    where,
    says: fillTemplate(template, values, language, () => null),
  });
  if (kind === 'reordered') return say(texts.reordered, { after: listing(language, textsOf(change.after)) });
  if (kind !== 'changed')
    return say(texts[kind], {
      value:
        partName(change.after ?? change.before, path, language) ?? formatValue(change.after ?? change.before, language),
    });
  const [old, now] = [textsOf(change.before), textsOf(change.after)];
  const added = now.filter((text) => !old.includes(text));
  const removed = old.filter((text) => !now.includes(text));
  const isList = Array.isArray(change.before) && Array.isArray(change.after) && added.length + removed.length > 0;
  if (isList) return say(texts.list, { added: formatValue(added, language), removed: formatValue(removed, language) });
  return say(texts.changed, {
    before: formatValue(change.before, language),
    after: formatValue(change.after, language),
  });
}
