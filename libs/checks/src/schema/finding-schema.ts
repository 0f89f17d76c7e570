const orNull = (type: string) => ({ type: [type, 'null'] }) as const;
const params = { type: 'object', additionalProperties: { type: ['string', 'number'] } } as const;

/** JSON Schema (2020-12) of one finding in the output of the command line and the API. */
export const findingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Finding',
  type: 'object',
  required: ['code', 'class', 'severity', 'place', 'found', 'expected', 'params', 'message', 'fix'],
  properties: {
    code: { type: 'string' },
    class: {
      type: 'integer',
      minimum: 0,
      maximum: 76,
      description: 'Number of the error class; 0 for what the agreement alone asks.',
    },
    severity: { enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] },
    place: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          required: ['sheet', 'row', 'column', 'cell'],
          properties: {
            sheet: orNull('string'),
            row: orNull('integer'),
            column: orNull('string'),
            cell: orNull('string'),
          },
          additionalProperties: false,
        },
      ],
    },
    found: orNull('string'),
    expected: orNull('string'),
    params,
    message: { type: 'string' },
    fix: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          required: ['kind', 'label', 'params', 'patches'],
          properties: {
            kind: { type: 'string' },
            label: { type: 'string' },
            params,
            patches: { type: 'array', items: { type: 'object' } },
          },
          additionalProperties: false,
        },
      ],
    },
    cause: { type: 'string' },
    amount: { type: 'string' },
    overridable: {
      const: true,
      description: 'The terms let a supplier say that it is not an error; the contract manager decides.',
    },
    overridden: { const: true, description: 'It kept the row out until a supplier said that it is not an error.' },
  },
  additionalProperties: false,
} as const;
