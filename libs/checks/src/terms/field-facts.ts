import type { Language } from '@tallgrunn/values';
import { roleTitle } from '../plan/heading-synonyms.ts';
import { fieldRoles, localText } from '../terms.ts';
import type { FieldRole, Terms, TermsField } from '../terms.ts';
import { casesOf, parentsOf } from './dependent-lists.ts';
import { docTexts } from './texts/doc-texts.ts';
import { choiceLabel } from './texts/value-texts.ts';
import { fillTemplate } from '../texts/fill-template.ts';

/** Returns the role of a field, stated or by its name; null when it has none. */
export function roleOf(field: TermsField): FieldRole | null {
  return field.role ?? fieldRoles.find((each) => each === field.name) ?? null;
}

/** Returns the title of a field's column in a language. */
export function titleOfField(field: TermsField, language: Language): string {
  const role = roleOf(field);
  return localText(field.title, language, role ? roleTitle(role, language) : field.name);
}

const valuesShown = 30;

function shown(values: readonly string[]): string {
  return values.length > valuesShown ? `${values.slice(0, valuesShown).join(', ')} …` : values.join(', ');
}

/** Returns sentences on how to fill in a column, the most important first. */
export function fieldGuidance(
  field: TermsField,
  table: Terms['tables'][number],
  terms: Terms,
  language: Language,
): readonly string[] {
  const texts = docTexts[language];
  const { constraints = {} } = field;
  const say = (template: string, params: Record<string, string | number>): string =>
    fillTemplate(template, params, language, (key) => choiceLabel(key.slice(key.indexOf('.') + 1), language));
  const facts = [
    constraints.required ? texts.required : texts.optional,
    say(texts.type, { type: choiceLabel(field.type, language) ?? field.type }),
    ...(field.description === undefined ? [] : [localText(field.description, language)]),
    ...(constraints.enum ? [say(texts.oneOf, { values: shown(constraints.enum) })] : []),
    ...(constraints.minimum === undefined ? [] : [say(texts.atLeast, { value: constraints.minimum })]),
    ...(constraints.maximum === undefined ? [] : [say(texts.atMost, { value: constraints.maximum })]),
    ...(constraints.minLength === undefined ? [] : [say(texts.lengthAtLeast, { value: constraints.minLength })]),
    ...(constraints.maxLength === undefined ? [] : [say(texts.lengthAtMost, { value: constraints.maxLength })]),
    ...(constraints.pattern === undefined ? [] : [say(texts.pattern, { pattern: constraints.pattern })]),
    ...dependences(field, table, terms, language).map((parents) => say(texts.dependsOn, { parents })),
  ];
  return facts;
}

function dependences(
  field: TermsField,
  table: Terms['tables'][number],
  { lists = [] }: Terms,
  language: Language,
): string[] {
  return lists
    .filter(
      (list) =>
        list.child === field.name &&
        (list.table === undefined || list.table === table.name) &&
        casesOf(list).length > 0,
    )
    .map((list) =>
      parentsOf(list)
        .map((name) => table.fields.find((each) => each.name === name))
        .filter((each) => each !== undefined)
        .map((each) => titleOfField(each, language))
        .join(', '),
    );
}
