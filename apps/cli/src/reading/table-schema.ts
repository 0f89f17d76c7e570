const cell = {
  type: 'object',
  description:
    'One cell. "text" is decimal text for a number, ISO for a date, else as written; "shown" is what a person sees when that differs.',
  required: ['kind', 'text'],
  properties: {
    kind: { enum: ['empty', 'text', 'number', 'date', 'boolean', 'error'] },
    text: { type: 'string' },
    shown: { type: 'string' },
    formula: { type: 'string' },
  },
};

const row = {
  type: 'object',
  required: ['row', 'cells'],
  properties: {
    row: { type: 'integer', minimum: 1, description: '1-based as in the file' },
    hidden: { type: 'boolean' },
    cells: { type: 'array', items: cell },
  },
};

const sheet = {
  type: 'object',
  required: ['name', 'hidden', 'merged', 'rows'],
  properties: {
    name: { type: 'string' },
    hidden: { type: 'boolean' },
    merged: { type: 'array', items: { type: 'string' } },
    rows: { type: 'array', items: row },
  },
};

/** JSON Schema of the document that `read --as table` prints. */
export const tableSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Table',
  type: 'object',
  required: ['format', 'encoding', 'delimiter', 'date1904', 'sheets'],
  properties: {
    format: { enum: ['csv', 'jsonl', 'xlsx', 'xlsb', 'xls', 'ods', 'xml', 'html'] },
    encoding: { type: ['string', 'null'] },
    delimiter: { type: ['string', 'null'] },
    date1904: { type: 'boolean', description: 'dates count from 1904; they are read right either way' },
    sheets: { type: 'array', items: sheet },
  },
};
