import { literalType } from './literals.ts';
import { invalid, unsupported } from './query-error.ts';
import type { ValueType } from './expression.ts';

/** A token of an expression. `space`: whether white space precedes it, which OData requires around operators. */
export type Token = { readonly at: number; readonly space: boolean } & (
  | { readonly kind: 'literal'; readonly type: ValueType; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' | '-' }
  | { readonly kind: 'end' }
);

/** Maximum length of an expression; longer ones come from programs that request rows one by one. */
export const EXPRESSION_MAX = 8000;

const SPACE = /[ \t]+/y;
const NAME = /[\p{L}_][\p{L}\p{Nd}_]{0,127}/uy;
/** Matches numbers, dates, times and ids, which begin with a digit; ids also with a letter. */
const BARE = /[+-]?[0-9][0-9A-Za-z.:+-]*|[0-9A-Fa-f]{8}-[0-9A-Fa-f-]+/y;
const STRING = /'(?:[^']|'')*'/y;

const UNSUPPORTED_CHARACTERS: Readonly<Record<string, string>> = {
  '/': 'A path to another table',
  $: 'A variable or segment that begins with $',
  '@': 'A parameter alias or annotation',
  '[': 'A collection',
  '{': 'An object',
};

/**
 * Splits the decoded value of `$filter` or an item of `$orderby` into tokens; the last is `end`.
 * @throws QueryError with the position of the first invalid character
 */
export function tokenize(text: string): readonly Token[] {
  if (text.length > EXPRESSION_MAX)
    throw invalid(`It has ${text.length} characters; at most ${EXPRESSION_MAX} are read.`, EXPRESSION_MAX);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    const start = at + (space?.length ?? 0);
    if (start >= text.length) break;
    const { length, ...token } = tokenAt(text, start);
    tokens.push({ ...token, at: start, space: space !== null } as Token);
    at = start + length;
  }
  tokens.push({ kind: 'end', at: text.length, space: true });
  return tokens;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

interface Piece {
  readonly kind: Token['kind'];
  readonly text: string;
  readonly type?: ValueType;
  readonly length: number;
}

function tokenAt(text: string, at: number): Piece {
  const character = text[at]!;
  const unsupportedFeature = UNSUPPORTED_CHARACTERS[character];
  if (unsupportedFeature !== undefined) throw unsupported(unsupportedFeature, at);
  if (character === '(' || character === ')' || character === ',') return { kind: 'sign', text: character, length: 1 };
  const string = match(STRING, text, at);
  if (string !== null)
    return { kind: 'literal', type: 'string', text: string.slice(1, -1).replaceAll("''", "'"), length: string.length };
  if (character === "'") throw invalid('The text that begins here has no closing quotation mark.', at);
  const bare = match(BARE, text, at);
  if (bare !== null) return literalAt(bare, at);
  if (character === '-') return { kind: 'sign', text: '-', length: 1 };
  const name = match(NAME, text, at);
  if (name !== null) return nameAt(name, text, at);
  throw invalid(`Nothing begins with ‘${character}’.`, at);
}

function literalAt(bare: string, at: number): Piece {
  const type = literalType(bare);
  if (type === null)
    throw invalid(`‘${bare}’ is no number, day, time or id. Texts stand in quotation marks: 'text'.`, at);
  return { kind: 'literal', type, text: bare, length: bare.length };
}

function nameAt(name: string, text: string, at: number): Piece {
  const after = text[at + name.length];
  if (after === '.') throw unsupported('A qualified name', at);
  if (after === "'") throw unsupported(`A literal of the kind ${name}'…'`, at);
  if (after === '/' || after === ':') throw unsupported('A path to another table', at);
  const type = literalType(name);
  return type === 'boolean' || type === 'null'
    ? { kind: 'literal', type, text: name, length: name.length }
    : { kind: 'name', text: name, length: name.length };
}
