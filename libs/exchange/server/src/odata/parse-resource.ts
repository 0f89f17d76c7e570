import type { EntitySet } from './entity-set.ts';
import type { Literal } from './expression.ts';
import { literalType } from './literals.ts';
import { invalid } from './query-error.ts';

/** The part of a table that an address names: all rows, or one row by its key (`key` null = all). */
export interface Resource {
  readonly set: string;
  readonly key: readonly (readonly [name: string | null, value: Literal])[] | null;
}

/**
 * Parses a segment such as `Agreements(9f…)` or `Links(BatchId=…,SpendLineNumber=3)`.
 * @throws QueryError when the parentheses or a value are malformed
 */
export function parseResource(segment: string): Resource {
  const open = segment.indexOf('(');
  if (open < 0) return { set: segment, key: null };
  if (!segment.endsWith(')')) throw invalid('The key has no closing parenthesis.', segment.length);
  const parts = splitKey(segment.slice(open + 1, -1), open + 1);
  return { set: segment.slice(0, open), key: parts };
}

function splitKey(text: string, from: number): [string | null, Literal][] {
  const found: [string | null, Literal][] = [];
  const pattern = /\s*(?:([A-Za-z_]\w*)\s*=\s*)?('(?:[^']|'')*'|[^,'=]+?)\s*(,|$)/gy;
  let at = 0;
  while (at < text.length || found.length === 0) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw invalid('Expected a value, or name=value, with commas between.', from + at);
    found.push([match[1] ?? null, literalOf(match[2]!, from + at)]);
    at = pattern.lastIndex;
    if (match[3] === '') break;
  }
  return found;
}

function literalOf(text: string, at: number): Literal {
  if (text.startsWith("'"))
    return { kind: 'literal', type: 'string', text: text.slice(1, -1).replaceAll("''", "'"), at };
  const type = literalType(text);
  if (type === null) throw invalid(`‘${text}’ is no number, day, time or id.`, at);
  return { kind: 'literal', type, text, at };
}

/** Returns the values of a key by property. @throws QueryError when properties are missing, superfluous or unknown */
export function keyValues(set: EntitySet, key: NonNullable<Resource['key']>): ReadonlyMap<string, Literal> {
  const names = set.key.join(', ');
  if (key.length !== set.key.length) throw invalid(`A row of ${set.name} is named by ${names}.`, 0);
  if (key.length === 1 && key[0]![0] === null) return new Map([[set.key[0]!, key[0]![1]]]);
  const values = new Map(key.map(([name, value]) => [name ?? '', value]));
  if (!set.key.every((name) => values.has(name))) throw invalid(`A row of ${set.name} is named by ${names}.`, 0);
  return values;
}
