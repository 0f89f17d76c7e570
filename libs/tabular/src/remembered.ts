/**
 * Returns a copy of a text. A substring of a file's text references its parent string and keeps the whole piece in
 * memory; a copy does not. V8 copies substrings of up to twelve characters anyway.
 */
export function ownText(text: string): string {
  return text.length <= 12 ? text : ` ${text}`.slice(1);
}

const rememberedMax = 4_000;

/**
 * Caches a function of a text. A report has few different values on many lines, so most lookups hit. The cache is
 * cleared when it is full, and disabled when nearly all texts are new.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  let known: Map<string, T> | null = new Map();
  let again = 0;
  // Many columns repeat the same value line after line: compare with the last text before the lookup.
  let lastText: string | null = null;
  let lastMade: T;
  return (text) => {
    if (text === lastText) return lastMade;
    const before = known?.get(text);
    if (before !== undefined) {
      again += 1;
      lastText = text;
      return (lastMade = before);
    }
    if (known && known.size >= rememberedMax) {
      known = again < rememberedMax ? null : new Map();
      again = 0;
    }
    lastText = ownText(text);
    lastMade = make(lastText);
    known?.set(lastText, lastMade);
    return lastMade;
  };
}
