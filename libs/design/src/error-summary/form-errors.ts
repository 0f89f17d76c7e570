import type { FormError } from './error-summary.ts';

/** A control's id, its validation errors, and the sentence per kind of error. */
export type FieldCheck = readonly [
  field: string,
  errors: readonly { readonly kind: string }[],
  sentences: Readonly<Record<string, string>>,
];

/** Returns the first error of each field, in form order. */
export function formErrors(checks: readonly FieldCheck[]): readonly FormError[] {
  return checks.flatMap(([field, errors, sentences]) => {
    const sentence = errors.map(({ kind }) => sentences[kind]).find((found) => found !== undefined);
    return sentence ? [{ field, sentence }] : [];
  });
}

/** Returns the error sentence of one field; '' when it has none. */
export function fieldError(faults: readonly FormError[], field: string): string {
  return faults.find((fault) => fault.field === field)?.sentence ?? '';
}
