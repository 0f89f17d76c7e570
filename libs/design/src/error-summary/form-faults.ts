import type { FormFault } from './error-summary.ts';

/** A control's id, what its checks found, and the sentence for each kind of finding. */
export type FieldCheck = readonly [
  field: string,
  errors: readonly { readonly kind: string }[],
  sentences: Readonly<Record<string, string>>,
];

/** The first thing wrong with each field, in the order of the form. */
export function faultsOf(checks: readonly FieldCheck[]): readonly FormFault[] {
  return checks.flatMap(([field, errors, sentences]) => {
    const sentence = errors.map(({ kind }) => sentences[kind]).find((found) => found !== undefined);
    return sentence ? [{ field, sentence }] : [];
  });
}

/** The sentence to show at one field. */
export function faultAt(faults: readonly FormFault[], field: string): string {
  return faults.find((fault) => fault.field === field)?.sentence ?? '';
}
