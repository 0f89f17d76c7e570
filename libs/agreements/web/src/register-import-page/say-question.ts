import type { ChoiceView, QuestionView } from '@tallgrunn/api-client/shapes';
import type { RegisterTexts } from '../texts/register-nb.ts';

type Sentence = (found: Readonly<Record<string, string>>) => string;

/** A question in words. */
export function sayQuestion({ kind, found }: Pick<QuestionView, 'kind' | 'found'>, t: RegisterTexts): string {
  const sentences = t.doubts.ask as Readonly<Record<string, Sentence>>;
  return sentences[kind]?.(found) ?? kind;
}

/** A choice in words; a technique or clause status by its name. */
export function sayChoice({ id, params }: ChoiceView, t: RegisterTexts): string {
  const named: Readonly<Record<string, string>> = { ...t.techniques, ...t.clauses };
  const own = named[params['value'] ?? ''];
  if (own) return own;
  const sentences = t.doubts.choices as Readonly<Record<string, Sentence>>;
  return sentences[id.split(':')[0] ?? '']?.(params) ?? id;
}
