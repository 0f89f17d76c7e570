import type { Language } from '@tallgrunn/values';
import { roleTitle } from '../plan/heading-synonyms.ts';
import { titleOf } from '../texts/message-of.ts';
import { fieldRoles, localText } from '../terms.ts';
import type { LocalText } from '../terms.ts';
import { atPointer } from './lint-clauses.ts';
import { objectOf, textOf } from './parse-loose.ts';
import { partLabel } from './texts/path-texts.ts';

const isLocal = (value: unknown): value is LocalText =>
  typeof value === 'string' || typeof objectOf(value).nb === 'string';

/** Returns the name of a list's element. */
function nameOf(element: unknown, under: string, language: Language): string | null {
  const { title, name, id, attribute, role } = objectOf(element);
  if (under === 'checks' && typeof id === 'string') return titleOf(id, language);
  if (under === 'ownRules' && typeof id === 'string') return id;
  if (isLocal(title)) return localText(title, language);
  const known = under === 'fields' ? fieldRoles.find((each) => each === (role ?? name)) : undefined;
  if (known) return roleTitle(known, language);
  if (isLocal(attribute)) return localText(attribute, language);
  return textOf(name) || textOf(element) || null;
}

/**
 * Describes a location in a terms document: "Kolonner › Enhet › Krav › Mønster".
 * `path` is a JSON pointer; elements that are not found in `terms` are described by their number.
 */
export function describePath(terms: unknown, path: string, language: Language): string {
  const parts = path.split('/').slice(1);
  const labels = parts.map((part, at): string | null => {
    const before = parts[at - 1] ?? '';
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    // "Tabeller › Leverte varer › Kolonner › Enhet" is shortened to "Leverte varer › Enhet".
    if ((part === 'tables' || part === 'fields') && at < parts.length - 1) return null;
    if (before === 'clauses') return name.startsWith('/') ? describePath(terms, name, language) : name;
    if (before === 'values' || before === 'units' || before === 'params') return name;
    if (!/^\d+$/.test(part)) return partLabel(name, language);
    return nameOf(atPointer(terms, `/${parts.slice(0, at + 1).join('/')}`), before, language) ?? `${Number(part) + 1}`;
  });
  return labels.filter((word) => word !== null).join(' › ');
}
