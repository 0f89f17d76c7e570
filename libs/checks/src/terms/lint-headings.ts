import { normaliseHeading } from '../plan/normalise-heading.ts';
import type { LooseField } from './known-fields.ts';
import { objectOf, duplicateIndexes, textOf, textsOf } from './parse-loose.ts';
import type { ReportTermsProblem } from './terms-problem.ts';

function titlesOf({ field }: LooseField): { readonly path: string; readonly text: string }[] {
  if (typeof field.title === 'string') return [{ path: '/title', text: field.title }];
  return Object.entries(objectOf(field.title)).map(([language, text]) => ({
    path: `/title/${language}`,
    text: textOf(text),
  }));
}

/** Validates that no heading is used for two columns of a table, which a file could not distinguish. */
export function lintHeadings(fields: readonly LooseField[], blame: ReportTermsProblem): void {
  const claimed = new Map<string, LooseField>();
  for (const field of fields) {
    const synonyms = textsOf(field.field.synonyms);
    for (const at of duplicateIndexes(synonyms, normaliseHeading))
      blame(`${field.path}/synonyms/${at}`, 'synonym-twice', { heading: synonyms[at]! });
    const headings = [...titlesOf(field), ...synonyms.map((text, at) => ({ path: `/synonyms/${at}`, text }))];
    for (const { path, text } of headings) {
      const key = JSON.stringify([field.table, normaliseHeading(text)]);
      const other = claimed.get(key);
      if (normaliseHeading(text) === '') continue;
      if (!other) claimed.set(key, field);
      else if (other.path !== field.path)
        blame(`${field.path}${path}`, 'duplicate-heading', { heading: text, field: field.name, other: other.name });
    }
  }
}
