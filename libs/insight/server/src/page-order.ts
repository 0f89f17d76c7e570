import { conditionOf, type CombinedFilter } from './combined-filter.ts';
import { rowIdOf, rowPlaceOf } from './row-id.ts';

/** Sort orders of the page; a minus means largest or newest first. */
export const combinedOrders = ['-amount', 'amount', '-date', 'date', '-kg'] as const;
export type CombinedOrder = (typeof combinedOrders)[number];

/** The end of a page: the sort value of its last row as text, and the key of that row. */
export interface PagePosition {
  readonly value: string;
  readonly key: string;
}

/**
 * SQL of a sort column, of its value in a position, and of the column's value from the position `$1`. Amounts and
 * kilograms are decimals in a position, and whole øre and milligrams in the column.
 */
interface SortColumn {
  readonly column: string;
  readonly value: string;
  readonly fromPosition: string;
}

const amount: SortColumn = {
  column: 'l.sort_amount',
  value: '(0.01 * l.sort_amount)::text',
  fromPosition: '($1::numeric * 100)::bigint',
};
const day: SortColumn = { column: 'l.sort_day', value: 'l.sort_day::text', fromPosition: '$1::date' };
const kg: SortColumn = {
  column: 'l.sort_kg',
  value: '(0.000001 * l.sort_kg)::text',
  fromPosition: '(least($1::numeric, 9000000000000) * 1000000)::bigint',
};
const falling = { direction: 'desc', past: '<' } as const;
const rising = { direction: 'asc', past: '>' } as const;

const orders: Record<CombinedOrder, SortColumn & (typeof falling | typeof rising)> = {
  '-amount': { ...amount, ...falling },
  amount: { ...amount, ...rising },
  '-date': { ...day, ...falling },
  date: { ...day, ...rising },
  '-kg': { ...kg, ...falling },
};

export const isByDay = (order: CombinedOrder): boolean => orders[order].column === day.column;

export interface PageQuery {
  readonly filter: CombinedFilter;
  readonly order: CombinedOrder;
  readonly after: PagePosition | null;
  /** The months to read one by one, or null to read all in the order. */
  readonly months: readonly string[] | null;
  readonly limit: number;
}

/** SQL of the rows of a page, in parentheses and without an alias, with what the outer query needs of the order. */
export interface PageSql {
  readonly rows: string;
  readonly params: string[];
  readonly orderBy: string;
  /** The value of a row `l` in a position. */
  readonly sortValue: string;
}

/**
 * Builds the query for the rows of a page. It compares only columns with the position, because under row-level
 * security no other comparison is an index condition: rows before the position would be read and discarded. Indexes end
 * with the place: the rows of one value and place, at most a block of lines of a document, are sorted by id.
 */
export function pageSql({ filter, order, after, months, limit }: PageQuery): PageSql {
  const { column, value, fromPosition, direction, past } = orders[order];
  const { from: _from, to: _to, ...ofEachMonth } = filter;
  const position = after ? [after.value, String(rowPlaceOf(after.key)), rowIdOf(after.key)] : [];
  const where = conditionOf(months ? ofEachMonth : filter, position.length);
  const params = [...position, ...where.params];
  const conditions = after
    ? `${where.sql} and (${column}, l.sort_place, l.id) ${past} (${fromPosition}, $2::bigint, $3::uuid)`
    : where.sql;
  const orderBy = [column, 'l.sort_place', 'l.id'].map((by) => `${by} ${direction}`).join(', ');
  const rowsWhere = (sql: string) =>
    `(select l.* from insight.combined_line l where ${sql} order by ${orderBy} limit ${limit})`;
  const rows = months
    ? `(select l.* from (${months.map((month) => rowsWhere(`${conditions} and l.month = $${params.push(month)}`)).join(' union all ')}) l order by ${orderBy} limit ${limit})`
    : rowsWhere(conditions);
  return { rows, params, orderBy, sortValue: value };
}
