import type { SchemaElement } from 'hyparquet-writer';
import { scaled } from '@tallgrunn/values';
import type { EdmType, EntityProperty, EntitySet } from '../odata/entity-set.ts';
import { decimalTypeOf, type DecimalType } from './decimal-types.ts';

type ParquetValue = string | number | bigint | boolean | null;

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  /** The property of the feed that it has the values of. */
  readonly property: EntityProperty;
  /** Type as SQL of DuckDB names it. */
  readonly type: string;
  readonly description: string;
  readonly element: SchemaElement;
  /** Returns the value as it is written. `value`: as the database writes it in a record. */
  readonly convert: (value: string) => NonNullable<ParquetValue>;
}

type Kind = Pick<ParquetColumn, 'type' | 'convert'> & { readonly element: Omit<SchemaElement, 'name'> };

const text: Kind = {
  type: 'VARCHAR',
  element: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  convert: (value) => value,
};

const double: Kind = { type: 'DOUBLE', element: { type: 'DOUBLE' }, convert: Number };

/** Kinds of columns by type of property, except decimals. */
const kinds: Readonly<Record<Exclude<EdmType, 'Edm.Decimal'>, Kind>> = {
  'Edm.String': text,
  'Edm.Guid': text,
  'Edm.Int64': { type: 'BIGINT', element: { type: 'INT64' }, convert: (value) => BigInt(value) },
  'Edm.Date': {
    type: 'DATE',
    element: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
    convert: Number,
  },
  'Edm.DateTimeOffset': {
    type: 'TIMESTAMP WITH TIME ZONE',
    element: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' } },
    convert: (value) => BigInt(value),
  },
  'Edm.Boolean': { type: 'BOOLEAN', element: { type: 'BOOLEAN' }, convert: (value) => value === 't' },
};

/** Returns the number of bytes of a two's complement integer with so many decimal digits. */
const bytesOf = (precision: number): number => Math.ceil((precision * Math.log2(10) + 1) / 8);

/** Exact: the value passes as a whole number of its smallest unit, and never through a floating-point number. */
function fixedDecimal({ precision, scale }: DecimalType): Kind {
  const storage: Omit<SchemaElement, 'name'> =
    precision <= 18 ? { type: 'INT64' } : { type: 'FIXED_LEN_BYTE_ARRAY', type_length: bytesOf(precision) };
  return {
    type: `DECIMAL(${precision},${scale})`,
    element: {
      ...storage,
      converted_type: 'DECIMAL',
      precision,
      scale,
      logical_type: { type: 'DECIMAL', precision, scale },
    },
    convert: (value) => scaled(value, scale),
  };
}

function columnOf(property: EntityProperty, kind: Kind, exact = false): ParquetColumn {
  const name = exact ? `${property.name}Exact` : property.name;
  return {
    name,
    property,
    type: kind.type,
    description: exact ? `${property.name} with all its digits, as text.` : property.description,
    element: { ...kind.element, name, repetition_type: property.isNullable ? 'OPTIONAL' : 'REQUIRED' },
    convert: kind.convert,
  };
}

/** The part of a table from which its columns follow. It is plain data, so that a thread can receive it. */
export type TableProperties = Pick<EntitySet, 'name' | 'properties'>;

/**
 * Returns the columns of a table as Parquet. A decimal without a fixed number of digits has two columns: a DOUBLE, and
 * `…Exact` with its digits as text.
 * @param names properties to include
 */
export function parquetColumns(set: TableProperties, names: readonly string[]): readonly ParquetColumn[] {
  return names
    .map((name) => set.properties.find((property) => property.name === name)!)
    .flatMap((property) => {
      if (property.type !== 'Edm.Decimal') return [columnOf(property, kinds[property.type])];
      const fixed = decimalTypeOf(set.name, property.name);
      return fixed
        ? [columnOf(property, fixedDecimal(fixed))]
        : [columnOf(property, double), columnOf(property, text, true)];
    });
}

/**
 * SQL of a property in the form that `convert` reads from a record: days and microseconds since 1970. Texts and decimals are
 * not cast, which would cost as much as reading them: in a record they are written as their cast to text would be.
 */
export function sourceSql({ type, sql }: EntityProperty): string {
  if (type === 'Edm.Date') return `(${sql})::date - date '1970-01-01'`;
  if (type === 'Edm.DateTimeOffset') return `(extract(epoch from ${sql}) * 1000000)::bigint`;
  if (type === 'Edm.Int64') return `(${sql})::bigint`;
  return sql;
}
