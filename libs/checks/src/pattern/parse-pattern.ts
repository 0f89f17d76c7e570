/**
 * The parts of a regular expression that can be matched in linear time. An atom matches one code point; its source is
 * left to the JavaScript engine.
 */
export type PatternNode =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

/** Thrown when a pattern needs backtracking: a look-around, a back-reference, a word boundary or a modifier. */
export class UnsupportedPattern extends Error {}

const escape =
  /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[^])/uy;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;
const opening = /\((?:\?:|\?<[^=!>][^>]*>|(?!\?))/uy;

/** Returns the number of repetitions that a quantifier permits. */
function rangeOf([, sign, least, comma, most]: RegExpExecArray): { readonly least: number; readonly most: number } {
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
  const unbounded = most === '' ? Infinity : Number(most);
  return { least: Number(least), most: comma === undefined ? Number(least) : unbounded };
}

/** Parses a pattern with the `u` flag, whose syntax the JavaScript engine has accepted. @throws UnsupportedPattern */
export function parsePattern(source: string): PatternNode {
  let at = 0;
  const take = (of: RegExp): RegExpExecArray | null => {
    of.lastIndex = at;
    const found = of.exec(source);
    if (found) at = of.lastIndex;
    return found;
  };

  const choice = (): PatternNode => {
    const parts = [sequence()];
    while (source[at] === '|') {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  };

  const sequence = (): PatternNode => {
    const parts: PatternNode[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'sequence', parts };
  };

  const repeated = (part: PatternNode): PatternNode => {
    const quantified = take(quantifier);
    return quantified ? { kind: 'repeat', part, ...rangeOf(quantified) } : part;
  };

  const group = (): PatternNode => {
    if (!take(opening)) throw new UnsupportedPattern('look-around or modifier');
    const inside = choice();
    at += 1; // the closing bracket
    return inside;
  };

  const atom = (): PatternNode => {
    const character = String.fromCodePoint(source.codePointAt(at)!);
    if (character === '(') return group();
    if (character === '[') return { kind: 'atom', source: characterClass() };
    if (character === '\\') return { kind: 'atom', source: escaped() };
    at += character.length;
    if (character === '^') return { kind: 'start' };
    if (character === '$') return { kind: 'end' };
    return { kind: 'atom', source: character };
  };

  const escaped = (): string => {
    const found = take(escape)![0];
    if (/^\\(?:[bBk]|[1-9])/.test(found)) throw new UnsupportedPattern(found);
    return found;
  };

  const characterClass = (): string => {
    const from = at;
    at += 1;
    while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    at += 1;
    return source.slice(from, at);
  };

  return choice();
}
