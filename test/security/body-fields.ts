import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A field of a request body that accepts any text: not an id, a date or a listed value. */
export interface TextField {
  /** Field names from the root; `[]` is any list member, `{}` any key. */
  readonly path: readonly string[];
  readonly charactersMax: number;
}

const DEPTH_MAX = 8;
const description = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'libs', 'api-client', 'openapi.json'), 'utf8'),
) as Description;

const resolved = (schema: Schema): Schema =>
  schema.$ref ? description.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;

function fieldsIn(of: Schema, at: readonly string[]): TextField[] {
  const schema = resolved(of);
  if (at.length > DEPTH_MAX) return [];
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((part) =>
    fieldsIn(part, at),
  );
  if (schema.properties)
    return [...parts, ...Object.entries(schema.properties).flatMap(([name, each]) => fieldsIn(each, [...at, name]))];
  if (schema.items) return [...parts, ...fieldsIn(schema.items, [...at, '[]'])];
  if (schema.additionalProperties)
    return [
      ...parts,
      ...fieldsIn(schema.additionalProperties === true ? { type: 'string' } : schema.additionalProperties, [
        ...at,
        '{}',
      ]),
    ];
  if (schema.type !== 'string' || schema.enum || schema.format) return parts;
  return [...parts, { path: at, charactersMax: schema.maxLength ?? 400 }];
}

/** Returns the text fields of every route with a request body, by route, according to the API description. */
export function textFieldsByRoute(): ReadonlyMap<string, readonly TextField[]> {
  const found = new Map<string, readonly TextField[]>();
  for (const [address, methods] of Object.entries(description.paths)) {
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const fields = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
        fieldsIn(schema, []).filter((field) => field.path.length > 0),
      );
      const unique = [...new Map(fields.map((field) => [field.path.join('.'), field])).values()];
      if (unique.length > 0)
        found.set(
          `${method.toUpperCase()} ${address.replace(/^\/api\/v1/, '').replaceAll(/\{(\w+)\}/g, ':$1')}`,
          unique,
        );
    }
  }
  return found;
}

/** Writes into a field of a body, and adds the field if it is missing. A missing list or object gets one member. */
export function withText(
  body: unknown,
  [name, ...rest]: readonly string[],
  write: (before: string) => string,
): unknown {
  if (name === undefined) return write(typeof body === 'string' ? body : '');
  if (name === '[]')
    return (Array.isArray(body) && body.length > 0 ? (body as unknown[]) : [undefined]).map((each) =>
      withText(each, rest, write),
    );
  const object = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (name !== '{}') return { ...object, [name]: withText(object[name], rest, write) };
  return {
    ...object,
    ...Object.fromEntries(
      Object.entries(object).map(([key, each]) => [key, typeof each === 'string' ? withText(each, rest, write) : each]),
    ),
    [write('')]: write(''),
  };
}
