import type { PermissionName } from '@tallgrunn/platform';

/** Types of the Entity Data Model that the feed uses (OData CSDL 4.01, section 3.3). */
export type EdmType =
  'Edm.String' | 'Edm.Int64' | 'Edm.Decimal' | 'Edm.Date' | 'Edm.DateTimeOffset' | 'Edm.Guid' | 'Edm.Boolean';

/** A property of a row: its name in the feed and its SQL expression. */
export interface EntityProperty {
  readonly name: string;
  readonly type: EdmType;
  /** SQL expression over the source of the set. */
  readonly sql: string;
  readonly isNullable: boolean;
  /** Meaning with unit and basis, in English; part of `$metadata`. */
  readonly description: string;
}

/** Numbers of rows by some of their columns. */
export interface StoredCounts {
  /** SQL: the door view with the alias `l`, with `row_count` and the columns. */
  readonly from: string;
  /** Columns with the same values as in the rows. A filter on these alone is counted from the numbers. */
  readonly columns: readonly string[];
}

/** Rows that can be limited before names are joined. `source` is `rows` and `names`. */
export interface RowId {
  /** SQL of a column that identifies a row, is never null and has an index. Pages are ordered by it. */
  readonly column: string;
  /** Changes with the calculation of the id and the columns of `sorted`: a position of another version is not continued. */
  readonly version: number;
  /** SQL: the door view with the alias `l`. */
  readonly rows: string;
  /** SQL: joins that leave each row once. */
  readonly names: string;
  /**
   * SQL of the columns of an index: by the property's name, a column with the order of the property and null before all
   * other values, then columns that order its rows before the row id. None is ever null.
   */
  readonly sorted: Readonly<Record<string, readonly string[]>>;
  /** Stored numbers of rows, so that a count need not read each row. */
  readonly counted: StoredCounts;
}

/**
 * A table of the feed. Row-level security selects the rows of a caller; the permission decides whether the table is
 * available.
 */
export interface EntitySet {
  /** Plural name, as in the address. */
  readonly name: string;
  /** Singular name of a row, as in `$metadata`. */
  readonly entity: string;
  readonly description: string;
  readonly permission: PermissionName;
  /** SQL after `from`: door views with their aliases. */
  readonly source: string;
  /** Properties that identify a row; none is null. Pages are ordered by them, unless `rowId` is given. */
  readonly key: readonly string[];
  /** A shorter way to a page: a comparison of texts is no index condition under row-level security. */
  readonly rowId?: RowId;
  readonly properties: readonly EntityProperty[];
}

type Column = readonly [name: string, type: EdmType, sql: string, description: string];

/** Builds the properties of a set. @param key names of those that are never null */
export function properties(key: readonly string[], columns: readonly Column[]): readonly EntityProperty[] {
  return columns.map(([name, type, sql, description]) => ({
    name,
    type,
    sql,
    description,
    isNullable: !key.includes(name),
  }));
}
