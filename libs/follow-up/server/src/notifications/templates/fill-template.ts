import { variablesOf, type NotificationKind, type TemplateVariable } from '../notification-kinds.ts';
import type { TemplateText } from './template-text.ts';

const VARIABLE = /\{([^{}\n]*)\}/g;

export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string>>>;

/** A variable that a template holds and its kind does not have; or a brace that opens none. */
export interface TemplateFault {
  readonly path: 'subject' | 'body';
  readonly code: 'template-variable-unknown' | 'template-brace-unpaired';
  readonly found: string;
}

/** Everything that is wrong with the variables of a template, all at once. */
export function templateFaults(kind: NotificationKind, template: TemplateText): TemplateFault[] {
  const allowed = new Set<string>(variablesOf(kind));
  return (['subject', 'body'] as const).flatMap((path) => {
    const unknown = [...template[path].matchAll(VARIABLE)]
      .map(([, name = '']) => name)
      .filter((name) => !allowed.has(name));
    const rest = template[path].replaceAll(VARIABLE, '');
    const brace = /[{}]/.exec(rest)?.[0];
    return [
      ...[...new Set(unknown)].map((found) => ({ path, code: 'template-variable-unknown' as const, found })),
      ...(brace ? [{ path, code: 'template-brace-unpaired' as const, found: brace }] : []),
    ];
  });
}

/** A paragraph whose only variables are empty is left out: "Reason: {reason}" without a reason says nothing. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => !isEmptied(paragraph, values))
    .map((paragraph) => paragraph.replaceAll(VARIABLE, (_, name: string) => values[name as TemplateVariable] ?? ''))
    .join('\n\n')
    .trim();
}

function isEmptied(paragraph: string, values: TemplateValues): boolean {
  const names = [...paragraph.matchAll(VARIABLE)].map(([, name = '']) => name as TemplateVariable);
  return names.length > 0 && names.every((name) => (values[name] ?? '') === '');
}

/** A subject is one line, and no variable can add a header to it. */
export const fillSubject = (text: string, values: TemplateValues): string =>
  fillTemplate(text, values)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
