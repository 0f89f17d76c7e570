import { isNode, nodesOf, textsOf, type Node } from './ast.ts';
import { parseSql } from './parse-sql.ts';
import { sqlTexts } from './sql-texts.ts';

/** A primary key, unique key or foreign key of a table, as written in its migration. */
export interface Key {
  kind: 'primary' | 'unique' | 'foreign';
  columns: string[];
  /** `schema.table` of the referenced table. */
  references?: string;
}

export interface Table {
  /** `schema.table` */
  name: string;
  file: string;
  keys: Key[];
  /** True if a migration applies row-level security to it. */
  isProtected: boolean;
}

const kinds: Record<string, Key['kind']> = {
  CONSTR_PRIMARY: 'primary',
  CONSTR_UNIQUE: 'unique',
  CONSTR_FOREIGN: 'foreign',
};
const nameOf = (relation: unknown) =>
  isNode(relation) ? `${String(relation['schemaname'])}.${String(relation['relname'])}` : '';

/** Returns a constraint of the table, or of one of its columns when `column` is given. */
function keyOf(constraint: Node, column?: string): Key[] {
  const kind = kinds[String(constraint['contype'])];
  if (!kind) return [];
  const columns = column ? [column] : textsOf(kind === 'foreign' ? constraint['fk_attrs'] : constraint['keys']);
  return [{ kind, columns, ...(kind === 'foreign' ? { references: nameOf(constraint['pktable']) } : {}) }];
}

function keysOfColumn(column: Node): Key[] {
  return nodesOf(column['constraints'], 'Constraint').flatMap((constraint) =>
    keyOf(constraint, String(column['colname'])),
  );
}

/** Returns the keys below a `create table` or `alter table`: those of its columns and those of the table. */
function keysBelow(elements: unknown): Key[] {
  const columns = nodesOf(elements, 'ColumnDef');
  const ofColumns = new Set(columns.flatMap((column) => nodesOf(column['constraints'], 'Constraint')));
  const ofTable = nodesOf(elements, 'Constraint').filter((constraint) => !ofColumns.has(constraint));
  return [...columns.flatMap(keysOfColumn), ...ofTable.flatMap((constraint) => keyOf(constraint))];
}

function uniqueIndex(index: Node): Key[] {
  if (index['unique'] !== true) return [];
  return [
    {
      kind: 'unique',
      columns: nodesOf(index['indexParams'], 'IndexElem').map((each) => String(each['name'] ?? '(expression)')),
    },
  ];
}

const argumentsOf = (call: Node): string[] =>
  nodesOf(call['args'], 'A_Const').map((each) => (isNode(each['sval']) ? String(each['sval']['sval']) : ''));
const isCallOf = (name: string, call: Node): boolean => textsOf(call['funcname']).join('.') === name;
const protectedBy = (call: Node): string[] => (isCallOf('platform.protect', call) ? argumentsOf(call) : []);

/** Returns the new name of each table that the migrations rename, by its old one. */
function renamesIn(statements: readonly { node: Node }[]): Map<string, string> {
  const calls = statements.flatMap(({ node }) => nodesOf(node, 'FuncCall'));
  return new Map(
    calls
      .filter((call) => isCallOf('platform.rename_table', call))
      .map(argumentsOf)
      .map(([old, name]) => [old!, `${old!.split('.')[0]}.${name}`]),
  );
}

/** Returns the tables that a statement drops, such as `drop table a.b, c.d`. */
function droppedBy(node: Node): string[] {
  const drop = node['DropStmt'] as Node | undefined;
  if (drop?.['removeType'] !== 'OBJECT_TABLE') return [];
  return nodesOf(drop['objects'], 'List').map((list) =>
    nodesOf(list['items'], 'String')
      .map((part) => String(part['sval']))
      .join('.'),
  );
}

/**
 * Returns every table that the migrations create and do not drop, by its newest name, with the keys that later
 * migrations add. Partitions follow their parent table.
 */
export function tablesOf(root: string): Table[] {
  const tables = new Map<string, Table>();
  const migrations = sqlTexts(root)
    .filter(({ file }) => /\/store\/.*\.sql$|^libs\/platform\/src\/migrate\.ts$/.test(file))
    .sort((a, b) => a.file.localeCompare(b.file));
  const statements = migrations.flatMap((text) =>
    parseSql(text).statements.map(({ node }) => ({ file: text.file, node })),
  );
  const renames = renamesIn(statements);
  const newest = (name: string): string => renames.get(name) ?? name;
  const add = (relation: unknown, keys: readonly Key[]) =>
    tables.get(newest(nameOf(relation)))?.keys.push(...keys.map(withReference));
  const withReference = (key: Key): Key => (key.references ? { ...key, references: newest(key.references) } : key);
  for (const { file, node } of statements) {
    const create = node['CreateStmt'] as Node | undefined;
    const isPart = create && create['partbound'] !== undefined;
    const isTemporary = create && isNode(create['relation']) && create['relation']['relpersistence'] === 't';
    if (!create || isPart || isTemporary) continue;
    const name = newest(nameOf(create['relation']));
    tables.set(name, { name, file, keys: keysBelow(create['tableElts']).map(withReference), isProtected: false });
  }
  for (const { node } of statements) {
    const alter = node['AlterTableStmt'] as Node | undefined;
    const index = node['IndexStmt'] as Node | undefined;
    if (alter) add(alter['relation'], keysBelow(alter['cmds']));
    if (index) add(index['relation'], uniqueIndex(index));
    for (const name of nodesOf(node, 'FuncCall').flatMap(protectedBy)) {
      const table = tables.get(newest(name));
      if (table) table.isProtected = true;
    }
  }
  for (const name of statements.flatMap(({ node }) => droppedBy(node))) tables.delete(newest(name));
  return [...tables.values()];
}
