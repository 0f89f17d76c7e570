/**
 * Returns a copy of a text. A substring of a file's text references its parent string and keeps the whole piece in
 * memory; a copy does not. V8 copies substrings of up to twelve characters anyway.
 */
export function copyText(text: string): string {
  return text.length <= 12 ? text : ` ${text}`.slice(1);
}

const cacheMax = 4_000;

/**
 * Caches a function of a text. A report has few different values on many lines, so most lookups hit. The cache is
 * cleared when it is full, and disabled when nearly all texts are new.
 */
export function memoiseText<T>(calculate: (text: string) => T): (text: string) => T {
  let cache: Map<string, T> | null = new Map();
  let hitCount = 0;
  // Many columns repeat the same value line after line: compare with the last text before the lookup.
  let lastText: string | null = null;
  let lastResult: T;
  return (text) => {
    if (text === lastText) return lastResult;
    const cached = cache?.get(text);
    if (cached !== undefined) {
      hitCount += 1;
      lastText = text;
      return (lastResult = cached);
    }
    if (cache && cache.size >= cacheMax) {
      cache = hitCount < cacheMax ? null : new Map();
      hitCount = 0;
    }
    lastText = copyText(text);
    lastResult = calculate(lastText);
    cache?.set(lastText, lastResult);
    return lastResult;
  };
}
