/** A JSON Schema (2020-12) or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

const draft = 'https://json-schema.org/draft/2020-12/schema';

export const text: JsonSchema = { type: 'string' };
export const maybeText: JsonSchema = { type: ['string', 'null'] };
/** Decimal text as in the file. An unreadable one remains as written and has a finding. */
export const maybeAmount: JsonSchema = { type: ['string', 'null'], description: 'decimal text' };
export const maybeDay: JsonSchema = { type: ['string', 'null'], description: 'YYYY-MM-DD' };
export const maybeFlag: JsonSchema = { type: ['boolean', 'null'] };

export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const oneOf = (...values: string[]): JsonSchema => ({ enum: values });

/** Builds the schema of an object. All properties are required except those in `optional`. */
export function object(properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** Assigns the same schema to every named field. */
export const each = (schema: JsonSchema, ...names: string[]): Record<string, JsonSchema> =>
  Object.fromEntries(names.map((name) => [name, schema]));

export function schemaDocument(id: string, title: string, schema: JsonSchema): JsonSchema {
  return { $schema: draft, $id: `https://tallgrunn.example/schema/${id}.json`, title, ...schema };
}
