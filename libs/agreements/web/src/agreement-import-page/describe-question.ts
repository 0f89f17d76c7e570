import type { ChoiceDto, QuestionDto } from '@tallgrunn/api-client/shapes';
import type { RegisterTexts } from '../texts/register-nb.ts';

type Sentence = (found: Readonly<Record<string, string>>) => string;

/** Describes a question. */
export function describeQuestion({ kind, found }: Pick<QuestionDto, 'kind' | 'found'>, t: RegisterTexts): string {
  const sentences = t.doubts.ask as Readonly<Record<string, Sentence>>;
  return sentences[kind]?.({ ...found, ...labelsOf(found, t) }) ?? kind;
}

/** Returns the labels of the field and of coded values. */
function labelsOf(
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

/** Describes an option; a call-off method or clause status by its label. */
export function describeOption({ id, params }: ChoiceDto, t: RegisterTexts): string {
  const named: Readonly<Record<string, string>> = { ...t.techniques, ...t.clauses };
  const own = named[params['value'] ?? ''];
  if (own) return own;
  const sentences = t.doubts.choices as Readonly<Record<string, Sentence>>;
  return sentences[id.split(':')[0] ?? '']?.(params) ?? id;
}
