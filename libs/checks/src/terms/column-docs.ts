import type { Language } from '@tallgrunn/values';
import { localText } from '../terms.ts';
import type { Terms } from '../terms.ts';
import { fieldGuidance, titleOfField } from './field-facts.ts';
import { docTexts } from './texts/doc-texts.ts';

const languages: readonly Language[] = ['nb', 'nn', 'en'];
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

function othersOf(field: Terms['tables'][number]['fields'][number], own: string, language: Language): string {
  const names = [
    ...languages.filter((each) => each !== language).map((each) => titleOfField(field, each)),
    ...(field.synonyms ?? []),
  ];
  return [...new Set(names)].filter((name) => name !== own).join(', ');
}

/** Returns the columns of each table as a Markdown page: title, rules for filling in, and synonyms. */
export function columnDocs(terms: Terms, language: Language): string {
  const { heads, lead } = docTexts[language];
  const tables = terms.tables.map((table) => {
    const title =
      terms.tables.length > 1 || table.title !== undefined
        ? [`## ${localText(table.title, language, table.name)}`, '']
        : [];
    const rows = table.fields.map((field) => {
      const name = titleOfField(field, language);
      return `| ${[name, fieldGuidance(field, table, terms, language).join(' '), othersOf(field, name, language)].map(cell).join(' | ')} |`;
    });
    return [...title, `| ${heads.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n');
  });
  return `${[`# ${localText(terms.title, language)}`, lead, ...tables].join('\n\n')}\n`;
}
