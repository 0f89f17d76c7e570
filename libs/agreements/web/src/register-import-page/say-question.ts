import type { ChoiceView, QuestionView } from '@tallgrunn/api-client/shapes';
import type { RegisterTexts } from '../texts/register-nb.ts';

type Sentence = (found: Readonly<Record<string, string>>) => string;

/** A question in words. */
export function sayQuestion({ kind, found }: Pick<QuestionView, 'kind' | 'found'>, t: RegisterTexts): string {
  const sentences = t.doubts.ask as Readonly<Record<string, Sentence>>;
  return sentences[kind]?.({ ...found, ...inWords(found, t) }) ?? kind;
}

/** The field by its name; values that are codes by theirs. */
function inWords(
  { field, values }: Readonly<Record<string, string>>,
  t: RegisterTexts,
): Readonly<Record<string, string>> {
  const fields: Readonly<Record<string, string>> = t.fields;
  const codes: Readonly<Record<string, string>> = { ...t.techniques, ...t.clauses };
  const named = fields[field?.split('|').at(-1) ?? ''];
  return {
    ...(named && { field: named }),
    ...(values && {
      values: values
        .split(' · ')
        .map((value) => codes[value] ?? value)
        .join(' · '),
    }),
  };
}

/** A choice in words; a technique or clause status by its name. */
export function sayChoice({ id, params }: ChoiceView, t: RegisterTexts): string {
  const named: Readonly<Record<string, string>> = { ...t.techniques, ...t.clauses };
  const own = named[params['value'] ?? ''];
  if (own) return own;
  const sentences = t.doubts.choices as Readonly<Record<string, Sentence>>;
  return sentences[id.split(':')[0] ?? '']?.(params) ?? id;
}
