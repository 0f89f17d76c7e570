import type { PermissionName } from '@tallgrunn/platform';

/** Types of the Entity Data Model that the feed uses (OData CSDL 4.01, section 3.3). */
export type EdmType =
  'Edm.String' | 'Edm.Int64' | 'Edm.Decimal' | 'Edm.Date' | 'Edm.DateTimeOffset' | 'Edm.Guid' | 'Edm.Boolean';

/** A property of a row: its name in the feed and the SQL expression that gives it. */
export interface EntityProperty {
  readonly name: string;
  readonly type: EdmType;
  /** An expression over the source of the set. */
  readonly sql: string;
  readonly isNullable: boolean;
  /** What it means, with unit and basis, in English: it stands in `$metadata`. */
  readonly description: string;
}

/** A table of the feed. Row-level security decides which rows a caller gets; the permission decides whether the table is there at all. */
export interface EntitySet {
  /** In the plural, as the address names it. */
  readonly name: string;
  /** In the singular, as `$metadata` names a row. */
  readonly entity: string;
  readonly description: string;
  readonly permission: PermissionName;
  /** What stands behind `from`: door views with their aliases. */
  readonly source: string;
  /** Properties that name a row; none of them is ever null. Pages come in their order. */
  readonly key: readonly string[];
  readonly properties: readonly EntityProperty[];
}

type Column = readonly [name: string, type: EdmType, sql: string, description: string];

/** Makes the properties of a set: `key` are those that are never null. */
export function properties(key: readonly string[], columns: readonly Column[]): readonly EntityProperty[] {
  return columns.map(([name, type, sql, description]) => ({
    name,
    type,
    sql,
    description,
    isNullable: !key.includes(name),
  }));
}
