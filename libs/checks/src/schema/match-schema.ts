/** A problem in a document with its path: "/tables/0/fields" is the fields of the first table. */
export interface SchemaProblem {
  readonly path: string;
  readonly problem: 'type' | 'required' | 'unknown' | 'value' | 'pattern' | 'range' | 'length' | 'none-fits';
  readonly detail: string;
}

type Schema = Readonly<Record<string, unknown>>;
type Report = (path: string, problem: SchemaProblem['problem'], detail: string) => void;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function hasType(value: unknown, type: unknown): boolean {
  const kind = kindOf(value);
  return (Array.isArray(type) ? type : [type]).some(
    (each) => each === kind || (each === 'number' && kind === 'integer'),
  );
}

function matchText(value: string, schema: Schema, path: string, report: Report): void {
  if (typeof schema.minLength === 'number' && value.length < schema.minLength)
    report(path, 'length', `at least ${schema.minLength} characters`);
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value))
    report(path, 'pattern', schema.pattern);
}

function matchNumber(value: number, schema: Schema, path: string, report: Report): void {
  if (typeof schema.minimum === 'number' && value < schema.minimum) report(path, 'range', `at least ${schema.minimum}`);
  if (typeof schema.maximum === 'number' && value > schema.maximum) report(path, 'range', `at most ${schema.maximum}`);
}

function matchObject(value: Record<string, unknown>, schema: Schema, path: string, root: Schema, report: Report): void {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  for (const name of (schema.required ?? []) as string[])
    if (!(name in value)) report(`${path}/${name}`, 'required', name);
  for (const [name, each] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
    if (known === false) report(`${path}/${name}`, 'unknown', name);
    else if (typeof known === 'object' && known !== null) match(each, known as Schema, `${path}/${name}`, root, report);
  }
}

function fits(value: unknown, schema: Schema, root: Schema): boolean {
  let right = true;
  match(value, schema, '', root, () => (right = false));
  return right;
}

/**
 * Returns whether a value has the `kind` of one of several forms. Its specific problem is more helpful than the message
 * that no form fits.
 */
function isMeant(value: unknown, choice: Schema): boolean {
  const kind = (choice.properties as Record<string, Schema> | undefined)?.kind;
  if (!kind || typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return kind.const === value.kind || (Array.isArray(kind.enum) && kind.enum.includes(value.kind));
}

function match(value: unknown, schema: Schema, path: string, root: Schema, report: Report): void {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1)!;
    return match(value, (root.$defs as Record<string, Schema>)[name]!, path, root, report);
  }
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices && !choices.some((choice) => fits(value, choice, root))) {
    const meant = choices.find((choice) => isMeant(value, choice));
    return meant ? match(value, meant, path, root, report) : report(path, 'none-fits', kindOf(value));
  }
  if (schema.enum && !(schema.enum as unknown[]).includes(value))
    return report(path, 'value', (schema.enum as unknown[]).join(', '));
  if ('const' in schema && schema.const !== value) return report(path, 'value', String(schema.const));
  if (schema.type !== undefined && !hasType(value, schema.type)) return report(path, 'type', String(schema.type));
  if (typeof value === 'string') matchText(value, schema, path, report);
  else if (typeof value === 'number') matchNumber(value, schema, path, report);
  else if (Array.isArray(value)) {
    if (typeof schema.minItems === 'number' && value.length < schema.minItems)
      report(path, 'length', `at least ${schema.minItems}`);
    if (schema.items)
      value.forEach((each, index) => match(each, schema.items as Schema, `${path}/${index}`, root, report));
  } else if (value !== null && typeof value === 'object')
    matchObject(value as Record<string, unknown>, schema, path, root, report);
}

/**
 * Validates a document against one of our own schemas, which use a subset of JSON Schema 2020-12. Returns at most
 * `most` problems.
 */
export function matchSchema(value: unknown, schema: object, most = 100): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  match(value, schema as Schema, '', schema as Schema, (path, problem, detail) => {
    if (problems.length < most) problems.push({ path, problem, detail });
  });
  return problems;
}
