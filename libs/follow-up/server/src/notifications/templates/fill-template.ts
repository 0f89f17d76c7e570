import { variablesOf, type NotificationKind, type TemplateVariable } from '../notification-kinds.ts';
import type { TemplateText } from './template-text.ts';

const VARIABLE = /\{([^{}\n]*)\}/g;

export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string>>>;

/** A variable that the kind does not have, or an unpaired brace. */
export interface TemplateFault {
  readonly path: 'subject' | 'body';
  readonly code: 'template-variable-unknown' | 'template-brace-unpaired';
  readonly found: string;
}

/** Returns all faults in the variables of a template. */
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

/**
 * Fills a template. A paragraph whose variables are all empty is omitted: "Reason: {reason}" without a reason would be
 * meaningless.
 */
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

/** Fills a subject. The result is one line, so that no value can add a header. */
export const fillSubject = (text: string, values: TemplateValues): string =>
  fillTemplate(text, values)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
