import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';
import { invalid, QueryError, unsupported } from './query-error.ts';

export interface Ordering {
  readonly expression: Expression;
  readonly isDescending: boolean;
}

/** A request to a table (OData Protocol 4.01, section 11.2). */
export interface TableQuery {
  /** Names of properties; null = all. */
  readonly select: readonly string[] | null;
  readonly filter: Expression | null;
  readonly orderBy: readonly Ordering[];
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
  readonly skipToken: string | null;
}

type Draft = { -readonly [Option in keyof TableQuery]: TableQuery[Option] };

/** Maximum value of `$skip`. For more rows, `@odata.nextLink` is faster and misses none. */
const SKIP_MAX = 100_000;
const COLUMNS_MAX = 20;
const WHOLE_MAX = 2_147_483_647;

const options: Readonly<Record<string, (query: Draft, value: string) => void>> = {
  filter: (query, value) => void (query.filter = parseExpression(value)),
  select: (query, value) => void (query.select = parseSelect(value)),
  orderby: (query, value) => void (query.orderBy = parseOrderBy(value)),
  top: (query, value) => void (query.top = parseInteger(value, WHOLE_MAX)),
  skip: (query, value) => void (query.skip = parseInteger(value, SKIP_MAX)),
  count: (query, value) => void (query.count = parseBoolean(value)),
  skiptoken: (query, value) => void (query.skipToken = value),
  format: (_query, value) => requireJson(value),
};

const UNSUPPORTED_OPTIONS = new Set([
  'expand',
  'search',
  'apply',
  'compute',
  'index',
  'levels',
  'deltatoken',
  'schemaversion',
  'id',
]);

/**
 * Parses the query of an address. Custom options (without `$`) are ignored, as the standard requires. @param query text
 * after `?`, still encoded
 * @throws QueryError with the option and the position in its value
 */
export function parseQuery(query: string): TableQuery {
  const result: Draft = { select: null, filter: null, orderBy: [], top: null, skip: 0, count: false, skipToken: null };
  const read = new Set<string>();
  for (const part of query.split('&')) {
    const [name, value] = optionOf(part);
    const key = name.replace(/^\$/, '').toLowerCase();
    const handler = options[key];
    if (!handler && !name.startsWith('$')) continue;
    if (!handler) throw unknownOption(name, key);
    if (read.has(key)) throw new QueryError('invalid', 'It is given more than once.', 0, `$${key}`);
    read.add(key);
    withOption(`$${key}`, () => handler(result, value));
  }
  return result;
}

function unknownOption(name: string, key: string): QueryError {
  return (
    UNSUPPORTED_OPTIONS.has(key) ? unsupported(`The option ${name}`, 0) : invalid(`There is no option ${name}.`, 0)
  ).within(name);
}

function withOption(option: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof QueryError ? error.within(option) : error;
  }
}

/** Splits an option into name and value. A plus sign is a space, as in forms, except as offset of a time. */
function optionOf(part: string): [string, string] {
  const equals = part.indexOf('=');
  const [name, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
  return [decode(name), decode(value.replace(/\+(?!\d\d:\d\d|\d\d%3A\d\d)/gi, ' '))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('The address is not encoded as an address is: a percent sign stands without two digits.', 0);
  }
}

function parseSelect(value: string): readonly string[] | null {
  let at = 0;
  const list: string[] = [];
  for (const item of value.split(',')) {
    const name = item.trim();
    if (/[/(@.]/.test(name)) throw unsupported(`‘${name}’ in $select`, at);
    if (!/^(?:\*|[\p{L}_][\p{L}\p{Nd}_]*)$/u.test(name))
      throw invalid(`Expected the name of a property, found ‘${name}’.`, at);
    list.push(name);
    at += item.length + 1;
  }
  return list.includes('*') ? null : [...new Set(list)];
}

function parseOrderBy(value: string): readonly Ordering[] {
  const items = splitOutsideParentheses(value);
  if (items.length > COLUMNS_MAX) throw invalid(`It sorts by more than ${COLUMNS_MAX} things.`, 0);
  return items.map(({ text, at }) => {
    const direction = /[ \t]+(asc|desc)[ \t]*$/i.exec(text);
    const sorted = direction ? text.slice(0, direction.index) : text;
    const begin = sorted.length - sorted.trimStart().length;
    return {
      expression: parseExpressionAt(sorted.slice(begin), at + begin),
      isDescending: direction?.[1]?.toLowerCase() === 'desc',
    };
  });
}

/** Parses a part of a value; positions count from the start of the value. */
function parseExpressionAt(text: string, at: number): Expression {
  try {
    return parseExpression(text);
  } catch (error) {
    throw error instanceof QueryError ? new QueryError(error.kind, error.message, error.at + at) : error;
  }
}

function splitOutsideParentheses(value: string): { text: string; at: number }[] {
  const items: { text: string; at: number }[] = [];
  let [start, depth, isQuoted] = [0, 0, false];
  for (let at = 0; at <= value.length; at += 1) {
    const character = value[at];
    if (character === "'") isQuoted = !isQuoted;
    else if (!isQuoted && character === '(') depth += 1;
    else if (!isQuoted && character === ')') depth -= 1;
    if (at < value.length && (isQuoted || depth > 0 || character !== ',')) continue;
    items.push({ text: value.slice(start, at), at: start });
    start = at + 1;
  }
  return items;
}

function parseInteger(value: string, max: number): number {
  if (!/^\d{1,12}$/.test(value)) throw invalid(`Expected a whole number, found ‘${value}’.`, 0);
  if (Number(value) > max) throw invalid(`Expected at most ${max}. Follow @odata.nextLink to read on.`, 0);
  return Number(value);
}

function parseBoolean(value: string): boolean {
  if (!/^(?:true|false)$/i.test(value)) throw invalid(`Expected true or false, found ‘${value}’.`, 0);
  return value.toLowerCase() === 'true';
}

function requireJson(value: string): void {
  if (!/^(?:json|application\/json(?:;.*)?)$/i.test(value)) throw unsupported(`The format ‘${value}’`, 0);
}
