/** Text of an e-mail with variables in braces. Empty lines separate paragraphs. */
export interface EmailTemplateText {
  readonly subject: string;
  readonly body: string;
}

const VARIABLE = /\{([^{}\n]*)\}/g;

/** A variable that the template does not have, or an unpaired brace. */
export interface EmailTemplateFault {
  readonly path: 'subject' | 'body';
  readonly code: 'template-variable-unknown' | 'template-brace-unpaired';
  readonly found: string;
}

/** Returns all faults in the variables of a template. */
export function emailTemplateFaults(variables: readonly string[], template: EmailTemplateText): EmailTemplateFault[] {
  const allowed = new Set<string>(variables);
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

type Values = Readonly<Record<string, string | undefined>>;

/**
 * Fills a template. A paragraph whose variables are all empty is omitted: "Reason: {reason}" without a reason would be
 * meaningless.
 */
export function fillEmailTemplate(text: string, values: Values): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => !isEmptied(paragraph, values))
    .map((paragraph) => paragraph.replaceAll(VARIABLE, (_, name: string) => values[name] ?? ''))
    .join('\n\n')
    .trim();
}

function isEmptied(paragraph: string, values: Values): boolean {
  const names = [...paragraph.matchAll(VARIABLE)].map(([, name = '']) => name);
  return names.length > 0 && names.every((name) => (values[name] ?? '') === '');
}

/** Fills a subject. The result is one line, so that no value can add a header. */
export const fillEmailSubject = (text: string, values: Values): string =>
  fillEmailTemplate(text, values)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
