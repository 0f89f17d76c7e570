import { parseSync } from 'pgsql-parser';
import { isNode, nodesOf, textsOf, walk, type Node } from './ast.ts';
import type { SqlText } from './sql-texts.ts';

/** Possible replacements of a template substitution: a name, nothing, a value, a condition. */
const substitutes = [' substituted ', '', ' 1 ', ' true ', ' and true ', ' (select 1) '];

export interface Parsed {
  /** Statements with the character position at which each begins. */
  statements: { position: number; node: Node }[];
  problem: string | null;
}

function tryParse(sql: string): Parsed {
  try {
    const { stmts = [] } = parseSync(sql) as { stmts?: { stmt: Node; stmt_location?: number }[] };
    return {
      statements: stmts.map(({ stmt, stmt_location = 0 }) => ({
        position: stmt_location + (/\S/.exec(sql.slice(stmt_location))?.index ?? 0),
        node: stmt,
      })),
      problem: null,
    };
  } catch (error) {
    return { statements: [], problem: (error as Error).message };
  }
}

function parseAnew(parts: readonly string[]): Parsed {
  if (parts.length === 1) return tryParse(parts[0] ?? '');
  let first: Parsed | undefined;
  for (const substitute of substitutes) {
    const parsed = tryParse(parts.join(substitute));
    if (parsed.problem === null) return parsed;
    first ??= parsed;
  }
  return first ?? { statements: [], problem: 'nothing to parse' };
}

/** Several checks read the same texts, and a planted copy has most of them unchanged. */
const parsedTexts = new Map<string, Parsed>();

/** Parses a text with PostgreSQL's own parser. For a template, the first replacement that parses counts. */
export function parseSql({ parts }: Pick<SqlText, 'parts'>): Parsed {
  const key = JSON.stringify(parts);
  const parsed = parsedTexts.get(key) ?? parseAnew(parts);
  parsedTexts.set(key, parsed);
  return parsed;
}

/** A name in SQL: a table, view, function or type. */
export interface SqlName {
  schema: string;
  name: string;
  kind: 'table' | 'function';
}

const quotedName = /^([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)$/;
const qualifiedInText = /\b([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)\s*(\()?/g;
const namedAfter = /\b(?:from|join|into|update|table|references|on|only)\s+$/i;

function nameOfFunction(node: Node): SqlName[] {
  const parts = textsOf(node['funcname']);
  return parts.length === 2 ? [{ schema: parts[0] ?? '', name: parts[1] ?? '', kind: 'function' }] : [];
}

/** Returns names given as text: `platform.protect('spend.line')`, `'spend.line'::regclass`. */
function namesInConstants(node: Node): SqlName[] {
  return nodesOf(node['args'], 'A_Const').flatMap((constant) => {
    const text = isNode(constant['sval']) ? String(constant['sval']['sval']) : '';
    const [, schema, name] = quotedName.exec(text) ?? [];
    return schema && name ? [{ schema, name, kind: 'table' as const }] : [];
  });
}

/** A `from` or `into` without a table: `is distinct from`, `extract(epoch from`, `into new.` in a trigger. */
const noTableAfter = /(?:\bdistinct\s+from|\bextract\s*\(\s*\w+\s+from)\s+$/i;
const triggerRows = new Set(['new', 'old']);

/**
 * Returns names in a text that cannot be parsed: a table after from, join, into and the like, a function before a
 * parenthesis.
 */
export function namesInText(text: string): SqlName[] {
  return [...text.matchAll(qualifiedInText)].flatMap(({ index, 1: schema = '', 2: name = '', 3: call }): SqlName[] => {
    const before = text.slice(Math.max(0, index - 100), index);
    if (namedAfter.test(before) && !noTableAfter.test(before) && !triggerRows.has(schema))
      return [{ schema, name, kind: 'table' }];
    return call === undefined ? [] : [{ schema, name, kind: 'function' }];
  });
}

/** Returns the names of `drop view a.b`, which the parser stores as plain lists. */
function namesDropped(node: Node): SqlName[] {
  return nodesOf(node['objects'], 'List').flatMap((list) => {
    const [schema, name] = textsOf(list['items']);
    return schema && name ? [{ schema, name, kind: 'table' as const }] : [];
  });
}

const bodyOf = (node: Node): string =>
  nodesOf(node, 'String')
    .map((text) => String(text['sval']))
    .join('\n');

/** Returns every table, view and function that a statement names with its schema, and tables named without one. */
export function namesIn(statement: Node): SqlName[] {
  const withQueries = nodesOf(statement, 'CommonTableExpr').map((query) => String(query['ctename']));
  const aliases = nodesOf(statement, 'alias').map((alias) => String(alias['aliasname'])); // `for update of a` names an alias
  const own = new Set([...withQueries, ...aliases]);
  const names: SqlName[] = [];
  walk(statement, (kind, node) => {
    const isTable =
      (kind === 'RangeVar' || kind === 'relation' || kind === 'view' || kind === 'pktable' || kind === 'rel') &&
      node['relname'] !== undefined;
    if (isTable && !(node['schemaname'] === undefined && own.has(String(node['relname'])))) {
      names.push({ schema: String(node['schemaname'] ?? ''), name: String(node['relname']), kind: 'table' });
    }
    if (kind === 'FuncCall') names.push(...nameOfFunction(node), ...namesInConstants(node));
    if (kind === 'DropStmt') names.push(...namesDropped(node));
    if (kind === 'CreateFunctionStmt' || kind === 'DoStmt') names.push(...namesInText(bodyOf(node)));
  });
  return names;
}
