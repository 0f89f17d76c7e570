/**
 * A text of its own. What is cut out of a file is only a window on a piece of it, and keeps the whole piece alive for as long
 * as it is kept itself. Texts of up to twelve characters are never windows.
 */
export function ownText(text: string): string {
  return text.length <= 12 ? text : ` ${text}`.slice(1);
}

const rememberedMax = 4_000;

/**
 * A report has few different values and many lines: what was made of a text is remembered. What does not come again soon is
 * forgotten, and where nearly every text is new remembering is given up.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  let known: Map<string, T> | null = new Map();
  let again = 0;
  // Many columns say the same line after line: that is seen without looking it up.
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
