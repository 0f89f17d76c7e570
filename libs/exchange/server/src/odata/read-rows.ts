import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { EntitySet } from './entity-set.ts';
import type { Expression } from './expression.ts';
import { ExpressionSql } from './expression-sql.ts';
import { keyValues, type Resource } from './parse-resource.ts';
import type { TableQuery } from './parse-query.ts';
import { QueryError } from './query-error.ts';
import { readSkipToken, writeSkipToken, type Position } from './skip-token.ts';

/** A page of a table. `rows`: JSON texts, decimals with all digits. */
export interface RowPage {
  readonly rows: readonly string[];
  /** Number of rows of all pages; null when not requested. */
  readonly count: number | null;
  /** Start of the next page; null after the last. */
  readonly next: { readonly skipToken: string; readonly top: number | null } | null;
}

/** An expression by which rows are sorted. */
interface SortKey {
  readonly sql: string;
  readonly isDescending: boolean;
  readonly isNullable: boolean;
}

/** SQL: the condition without a filter. */
const ALL = 'true';

/** A column of another alias than `l`. Literals are parameters, so that no text of a caller is in the SQL. */
const COLUMN_OF_NAMES = /\b(?!l\.)[a-z]\w*\.[a-z]/;
/** Returns whether an SQL expression has no column of the joined names. */
const isOfRowsAlone = (sql: string): boolean => !COLUMN_OF_NAMES.test(sql);

const quoted = (name: string): string => `"${name}"`;

/** Reads rows of a table of the feed. Row-level security limits them to those of the caller. */
@Injectable()
export class ReadRows {
  constructor(private readonly database: Database) {}

  /** Returns a page in the requested order and then by row id or key. Following pages neither skip nor repeat rows. */
  async run(set: EntitySet, query: TableQuery, pageSize: number): Promise<RowPage> {
    const params: unknown[] = [];
    const writer = new ExpressionSql(set, params);
    const where = conditionOf(writer, query.filter);
    const count = query.count ? await this.#count(set, where, params) : null;
    const keys = sortKeys(set, query, writer);
    // A position is only continued in the order that it was written in.
    const ofIndex = indexedKeys(set, query) ? ['indexed'] : [];
    const ofRowId = set.rowId ? [set.rowId.version] : [];
    const shape = JSON.stringify([set.name, query.filter, query.orderBy, ...ofIndex, ...ofRowId]);
    const position = query.skipToken === null ? null : readSkipToken(query.skipToken, shape, keys.length);
    const size = Math.min(query.top ?? pageSize, pageSize);
    if (size === 0) return { rows: [], count, next: null };
    const conditions = position ? [where, afterPosition(keys, position, params)] : [where];
    const found = await this.#page(
      set,
      selectedOf(set, query),
      keys,
      conditions,
      params,
      size + 1,
      position ? 0 : query.skip,
    );
    const rows = found.slice(0, size);
    const left = query.top === null ? null : query.top - size;
    const last = rows.at(-1);
    const hasMore = found.length > size && left !== 0 && last !== undefined;
    return {
      rows: rows.map(({ row }) => row),
      count,
      next: hasMore ? { skipToken: writeSkipToken(last.position, shape), top: left } : null,
    };
  }

  /** Returns the number of rows that match a filter. */
  count(set: EntitySet, filter: Expression | null): Promise<number> {
    const params: unknown[] = [];
    return this.#count(set, conditionOf(new ExpressionSql(set, params), filter), params);
  }

  /**
   * Returns one row as JSON text. @throws Problem 'not-found' (404) when it does not exist or is not visible to the
   * caller
   */
  async readOne(set: EntitySet, key: NonNullable<Resource['key']>, select: TableQuery['select']): Promise<string> {
    const params: unknown[] = [];
    const writer = new ExpressionSql(set, params);
    const conditions = [...keyValues(set, key)].map(([name, value]) =>
      writer.condition({
        kind: 'binary',
        operator: 'eq',
        at: value.at,
        left: { kind: 'property', name, at: value.at },
        right: value,
      }),
    );
    const [found] = await this.#page(set, selectedOf(set, { select }), [], conditions, params, 1, 0);
    if (!found) throw notFound(set.entity);
    return found.row;
  }

  async #count(set: EntitySet, where: string, params: readonly unknown[]): Promise<number> {
    const { number, from } = countedFrom(set, where);
    const row = await this.database.one<{ n: string }>(`select ${number} as n from ${from} where ${where}`, params);
    return Number(row?.n ?? 0);
  }

  #page(
    set: EntitySet,
    selected: readonly string[],
    keys: readonly SortKey[],
    conditions: readonly string[],
    params: readonly unknown[],
    limit: number,
    offset: number,
  ): Promise<{ row: string; position: Position }[]> {
    const bySelected = new Map(set.properties.map((property) => [property.name, property.sql]));
    const columns = selected.map((name) => `${bySelected.get(name)} as ${quoted(name)}`);
    const positions = keys.map(({ sql }) => `(${sql})::text`);
    const order = keys.map(orderedBy);
    const sorted = `where ${conditions.join(' and ')}
        ${order.length > 0 ? `order by ${order.join(', ')}` : ''}
        limit ${limit} offset ${offset}`;
    const { rowId } = set;
    // A page is limited before names are joined, unless it is filtered or sorted by one: the planner expects few rows of
    // a join under row-level security, and would join all rows and sort them.
    const isOfRows = rowId !== undefined && [...conditions, ...keys.map(({ sql }) => sql)].every(isOfRowsAlone);
    const from = isOfRows
      ? `(select l.* from ${rowId.rows} ${sorted}) l ${rowId.names}${order.length > 0 ? ` order by ${order.join(', ')}` : ''}`
      : `${set.source} ${sorted}`;
    const inner = selected.map((name) => `p.${quoted(name)}`).join(', ');
    return this.database.query(
      `select row_to_json((select r from (select ${inner}) as r))::text as row, p.at_position as position
      from (
        select ${columns.join(', ')}, array[${positions.join(', ')}]::text[] as at_position
        from ${from}
      ) p`,
      params,
    );
  }
}

const COLUMNS_OF_ROWS = /\bl\.(\w+)/g;

/** SQL: the source of a count with a condition, and the number in it: stored numbers, the rows alone, or all joins. */
function countedFrom({ rowId, source }: EntitySet, where: string): { readonly number: string; readonly from: string } {
  const number = 'count(*)';
  if (!rowId || !isOfRowsAlone(where)) return { number, from: source };
  const { from, columns } = rowId.counted;
  const isCounted = [...where.matchAll(COLUMNS_OF_ROWS)].every(([, column]) => columns.includes(column!));
  return isCounted ? { number: 'coalesce(sum(l.row_count), 0)', from } : { number, from: rowId.rows };
}

/** SQL: condition of a filter; `true` without one. */
export function conditionOf(writer: ExpressionSql, filter: Expression | null): string {
  if (filter === null) return ALL;
  return withOption('$filter', () => writer.condition(filter));
}

function withOption<T>(option: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof QueryError ? error.within(option) : error;
  }
}

/** SQL: order by a key. Without null in it the order is that of its index, which a place for null would not be. */
function orderedBy({ sql, isDescending, isNullable }: SortKey): string {
  if (!isNullable) return `${sql} ${isDescending ? 'desc' : 'asc'}`;
  return `${sql} ${isDescending ? 'desc nulls last' : 'asc nulls first'}`;
}

/** Returns the sort keys: those of the query, then the row id or the key of the set, so that the order is total. */
function sortKeys(set: EntitySet, query: TableQuery, writer: ExpressionSql): readonly SortKey[] {
  const indexed = indexedKeys(set, query);
  if (indexed) return indexed;
  const requested = query.orderBy.map(({ expression, isDescending }) => ({
    sql: withOption('$orderby', () => writer.value(expression).sql),
    isDescending,
    isNullable: true,
  }));
  const identifying = set.rowId
    ? [set.rowId.column]
    : set.key.map((name) => set.properties.find((property) => property.name === name)!.sql);
  return [...requested, ...identifying.map((sql) => ({ sql, isDescending: false, isNullable: false }))];
}

/** Returns the sort keys of an index whose order is that of the query, the same way for the row id; null without one. */
function indexedKeys({ rowId }: EntitySet, { orderBy }: TableQuery): readonly SortKey[] | null {
  const [only, ...others] = orderBy;
  const columns = only?.expression.kind === 'property' ? rowId?.sorted[only.expression.name] : undefined;
  if (!only || !rowId || !columns || others.length > 0) return null;
  return [...columns, rowId.column].map((sql) => ({ sql, isDescending: only.isDescending, isNullable: false }));
}

/** Returns the selected properties, or all. @throws QueryError for a name that the set does not have */
export function selectedOf(set: EntitySet, { select }: Pick<TableQuery, 'select'>): readonly string[] {
  const names = set.properties.map(({ name }) => name);
  const unknownName = (select ?? []).find((name) => !names.includes(name));
  if (unknownName !== undefined)
    throw new QueryError('invalid', `There is no property ‘${unknownName}’.`, 0, '$select');
  return select ?? names;
}

/**
 * SQL: condition that a row comes after a position. Null comes first when ascending and last when descending (OData URL
 * Conventions 4.01, section 5.1.5). For keys that are never null, sorted the same way, it is one row comparison, which
 * an index can answer.
 */
function afterPosition(keys: readonly SortKey[], position: Position, params: unknown[]): string {
  const values = position.map((value) => (value === null ? null : param(params, value)));
  const past = keys[0]?.isDescending ? '<' : '>';
  if (keys.every(({ isNullable, isDescending }) => !isNullable && isDescending === (past === '<')))
    return `(${keys.map(({ sql }) => sql).join(', ')}) ${past} (${values.join(', ')})`;
  const cases = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((each, i) => sameAs(each.sql, values[i]!));
    return [...equal, comesAfter(key, values[index]!)].join(' and ');
  });
  return `(${cases.map((each) => `(${each})`).join(' or ')})`;
}

/** Adds a value of a token as parameter. The comparison gives it the type of the expression. */
function param(params: unknown[], value: string): string {
  params.push(value);
  return `$${params.length}`;
}

const sameAs = (sql: string, value: string | null): string => (value === null ? `${sql} is null` : `${sql} = ${value}`);

function comesAfter({ sql, isDescending }: SortKey, value: string | null): string {
  if (isDescending) return value === null ? 'false' : `(${sql} < ${value} or ${sql} is null)`;
  return value === null ? `${sql} is not null` : `${sql} > ${value}`;
}
