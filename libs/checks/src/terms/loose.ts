/** A document that may be wrong anywhere: what is read from it is taken when it has the right kind, else left out. */
export type Loose = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/** The elements of a list with their places in it. */
export function listOf(value: unknown): readonly { readonly at: number; readonly each: Loose }[] {
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

/** Texts that stand twice, told apart as `key` does. */
export function repeated(texts: readonly string[], key: (text: string) => string = (text) => text): readonly number[] {
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
