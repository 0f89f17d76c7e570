/** A document that may be invalid anywhere: values of the expected type are used, others ignored. */
export type LooseObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseObject) : {};
}

/** Returns the elements of a list with their indexes. */
export function listOf(value: unknown): readonly { readonly at: number; readonly each: LooseObject }[] {
  return Array.isArray(value) ? value.map((each: unknown, at) => ({ at, each: objectOf(each) })) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** Returns the indexes of texts that repeat an earlier one; `key` normalises them for comparison. */
export function duplicateIndexes(
  texts: readonly string[],
  key: (text: string) => string = (text) => text,
): readonly number[] {
  const seen = new Set<string>();
  return texts.flatMap((text, at) => {
    const own = key(text);
    if (own === '' || !seen.has(own)) {
      seen.add(own);
      return [];
    }
    return [at];
  });
}
