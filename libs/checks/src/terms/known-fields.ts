import { fieldRoles } from '../terms.ts';
import type { FieldRole } from '../terms.ts';
import { listOf, objectOf, textOf, textsOf } from './parse-loose.ts';
import type { LooseObject } from './parse-loose.ts';

/** A field as far as it is readable in a document that may be invalid. */
export interface LooseField {
  readonly path: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly role: FieldRole | null;
  readonly choices: readonly string[];
  readonly field: LooseObject;
}

export function looseFields(terms: LooseObject): readonly LooseField[] {
  return listOf(terms.tables).flatMap(({ at: table, each }) =>
    listOf(each.fields).map(({ at, each: field }): LooseField => {
      const constraints = objectOf(field.constraints);
      const name = textOf(field.name);
      const role = fieldRoles.find((found) => found === (field.role ?? name)) ?? null;
      return {
        path: `/tables/${table}/fields/${at}`,
        table: textOf(each.name),
        name,
        type: textOf(field.type),
        role,
        choices: textsOf(constraints.enum),
        field,
      };
    }),
  );
}
