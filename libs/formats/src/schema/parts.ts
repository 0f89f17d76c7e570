/** A JSON Schema (2020-12) or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

const draft = 'https://json-schema.org/draft/2020-12/schema';

export const text: JsonSchema = { type: 'string' };
export const maybeText: JsonSchema = { type: ['string', 'null'] };
/** Decimal text as in the file; unreadable ones are kept as written and have a finding. */
export const maybeAmount: JsonSchema = { type: ['string', 'null'], description: 'decimal text' };
export const maybeDay: JsonSchema = { type: ['string', 'null'], description: 'YYYY-MM-DD' };
export const maybeFlag: JsonSchema = { type: ['boolean', 'null'] };

export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const oneOf = (...values: string[]): JsonSchema => ({ enum: values });

/** An object that has all of the named fields; the ones named in `optional` may be left out. */
export function object(properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** Every named field with one and the same schema. */
export const each = (schema: JsonSchema, ...names: string[]): Record<string, JsonSchema> =>
  Object.fromEntries(names.map((name) => [name, schema]));

export function schemaDocument(id: string, title: string, schema: JsonSchema): JsonSchema {
  return { $schema: draft, $id: `https://tallgrunn.example/schema/${id}.json`, title, ...schema };
}
