import { foldHeading } from '../plan/fold-heading.ts';
import type { KnownField } from './known-fields.ts';
import { objectOf, repeated, textOf, textsOf } from './loose.ts';
import type { Blame } from './terms-problem.ts';

function titlesOf({ field }: KnownField): { readonly path: string; readonly text: string }[] {
  if (typeof field.title === 'string') return [{ path: '/title', text: field.title }];
  return Object.entries(objectOf(field.title)).map(([language, text]) => ({
    path: `/title/${language}`,
    text: textOf(text),
  }));
}

/** Validates that no heading is used for two columns of a table, which a file could not distinguish. */
export function lintHeadings(fields: readonly KnownField[], blame: Blame): void {
  const claimed = new Map<string, KnownField>();
  for (const field of fields) {
    const synonyms = textsOf(field.field.synonyms);
    for (const at of repeated(synonyms, foldHeading))
      blame(`${field.path}/synonyms/${at}`, 'synonym-twice', { heading: synonyms[at]! });
    const headings = [...titlesOf(field), ...synonyms.map((text, at) => ({ path: `/synonyms/${at}`, text }))];
    for (const { path, text } of headings) {
      const key = JSON.stringify([field.table, foldHeading(text)]);
      const other = claimed.get(key);
      if (foldHeading(text) === '') continue;
      if (!other) claimed.set(key, field);
      else if (other.path !== field.path)
        blame(`${field.path}${path}`, 'heading-twice', { heading: text, field: field.name, other: other.name });
    }
  }
}
