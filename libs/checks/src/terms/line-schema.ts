import { localText } from '../terms.ts';
import type { FieldConstraints, FieldType, Terms, TermsField } from '../terms.ts';

const decimal = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };
const types: Readonly<Record<FieldType, object>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  // Amounts must be exact, so a decimal as text is accepted as well as a number.
  number: { anyOf: [{ type: 'number' }, decimal] },
  date: { type: 'string', format: 'date' },
  yearmonth: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
  boolean: { type: 'boolean' },
};

function limits({ enum: choices, pattern, minimum, maximum, minLength, maxLength }: FieldConstraints): object {
  return {
    ...(choices && { enum: choices }),
    ...(pattern !== undefined && { pattern: `^(?:${pattern})$` }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

function property({ type, title, description, name, constraints = {} }: TermsField): object {
  const said = {
    title: localText(title, 'en', name),
    ...(description !== undefined && { description: localText(description, 'en') }),
  };
  const own = { ...types[type], ...limits(constraints) };
  return constraints.required ? { ...said, ...own } : { ...said, anyOf: [own, { type: 'null' }] };
}

/**
 * Returns the JSON Schema (2020-12) of a report as JSON: a list of lines per table, with the field names of the terms.
 */
export function lineSchema(terms: Terms): object {
  const tables = terms.tables.map(({ name, fields }) => {
    const line = {
      type: 'object',
      required: fields.filter(({ constraints }) => constraints?.required).map((field) => field.name),
      properties: Object.fromEntries(fields.map((field) => [field.name, property(field)])),
      additionalProperties: false,
    };
    return [name, { type: 'array', items: line }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: localText(terms.title, 'en'),
    $comment: `${terms.id} ${terms.version}`,
    type: 'object',
    properties: Object.fromEntries(tables),
    required: terms.tables.slice(0, 1).map(({ name }) => name),
    additionalProperties: false,
  };
}
