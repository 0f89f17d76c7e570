import { fieldRoles } from '../terms.ts';

const text = { type: 'string', minLength: 1 } as const;
const strings = { type: 'array', items: text } as const;
const severity = { enum: ['blocksFile', 'blocksRow', 'confirm', 'info'] } as const;

const localText = {
  description: 'One text for all languages, or bokmål (nb) with nynorsk (nn) and English (en) beside it.',
  anyOf: [
    text,
    { type: 'object', required: ['nb'], properties: { nb: text, nn: text, en: text }, additionalProperties: false },
  ],
} as const;

const constraints = {
  type: 'object',
  properties: {
    required: { type: 'boolean' },
    enum: strings,
    pattern: text,
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    minLength: { type: 'integer', minimum: 0 },
    maxLength: { type: 'integer', minimum: 1 },
  },
  additionalProperties: false,
} as const;

const field = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: text,
    type: { enum: ['string', 'integer', 'number', 'date', 'yearmonth', 'boolean'] },
    role: {
      enum: [...fieldRoles],
      description: 'What the column means to the checks; not needed when the name is a role.',
    },
    title: { $ref: '#/$defs/localText' },
    description: { $ref: '#/$defs/localText' },
    synonyms: { ...strings, description: 'Other headings this column may have.' },
    constraints,
    decimalChar: { enum: [',', '.'] },
    dateOrder: { enum: ['day-first', 'month-first'] },
  },
  additionalProperties: false,
} as const;

const due = {
  oneOf: [
    {
      type: 'object',
      required: ['kind', 'dates'],
      properties: {
        kind: { const: 'fixed-dates' },
        dates: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' },
        },
      },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['kind', 'days'],
      properties: {
        kind: { enum: ['calendar-days', 'working-days'] },
        days: { type: 'integer', minimum: 0, maximum: 366 },
      },
      additionalProperties: false,
    },
  ],
} as const;

const check = {
  type: 'object',
  required: ['id'],
  properties: {
    id: text,
    severity: { enum: [...severity.enum, 'off'] },
    overridable: {
      type: 'boolean',
      description:
        'Of one that keeps rows out: the supplier may say that it is not an error, with a reason; the contract manager decides.',
    },
    params: {
      type: 'object',
      additionalProperties: { anyOf: [{ type: 'number' }, text, { type: 'boolean' }, strings] },
    },
  },
  additionalProperties: false,
} as const;

const words = { $ref: '#/$defs/localText' } as const;
const share = { type: 'number', minimum: 0, maximum: 1 } as const;
const values = { type: 'object', additionalProperties: strings } as const;

const list = {
  type: 'object',
  required: ['name', 'child'],
  properties: {
    name: text,
    table: text,
    child: text,
    parent: text,
    values: { ...values, description: 'Value of the parent → values of the child; "*" holds for any.' },
    parents: { type: 'array', minItems: 1, items: text },
    cases: {
      type: 'array',
      items: {
        type: 'object',
        required: ['when', 'values'],
        properties: { when: strings, values: strings },
        additionalProperties: false,
      },
      description: 'For several parents: one value for each, or "*".',
    },
  },
  additionalProperties: false,
} as const;

const ownRule = {
  type: 'object',
  required: ['id', 'text', 'severity', 'expression'],
  properties: {
    id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,39}$' },
    text: { $ref: '#/$defs/localText' },
    severity: { enum: ['blocksRow', 'confirm', 'info'] },
    expression: { ...text, description: 'What must be true of each line: see docs/terms-and-context.md.' },
    table: text,
    overridable: { type: 'boolean' },
  },
  additionalProperties: false,
} as const;

const foreignKey = {
  type: 'object',
  required: ['fields', 'reference'],
  properties: {
    fields: { type: 'array', minItems: 1, items: text },
    reference: {
      type: 'object',
      required: ['table', 'fields'],
      properties: { table: text, fields: { type: 'array', minItems: 1, items: text } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const;

const table = {
  type: 'object',
  required: ['name', 'fields'],
  properties: {
    name: text,
    title: words,
    sheets: { ...strings, description: 'Names of the sheets that hold this table.' },
    fields: { type: 'array', minItems: 1, items: field },
    foreignKeys: { type: 'array', items: foreignKey },
  },
  additionalProperties: false,
} as const;

const sanction = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: { enum: ['none', 'day-fine', 'warning-ladder'] },
    amount: { type: 'number', minimum: 0 },
    per: { enum: ['working-day', 'week'] },
    cap: { type: 'number', minimum: 0 },
    capUnits: { type: 'integer', minimum: 1, description: 'The largest number of working days or started weeks.' },
    startsAfter: { type: 'integer', minimum: 0, description: 'Days after the due date before it runs.' },
    returnedReport: {
      enum: ['delivered', 'not-delivered'],
      description: 'Whether a returned report counts as delivered at its first submission.',
    },
    failures: {
      type: 'object',
      required: ['count', 'months'],
      description: 'So many late reports within a rolling number of months.',
      properties: {
        count: { type: 'integer', minimum: 1 },
        months: { type: 'integer', minimum: 1, maximum: 60 },
        amount: { type: 'number', minimum: 0 },
      },
      additionalProperties: false,
    },
    excluded: { type: 'array', items: words },
  },
  additionalProperties: false,
} as const;

const declaration = {
  type: 'object',
  required: ['share', 'of', 'by', 'standards'],
  properties: {
    share,
    of: { enum: ['items', 'spend'] },
    by: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    standards: strings,
    lots: strings,
  },
  additionalProperties: false,
} as const;

const promise = {
  type: 'object',
  required: ['attribute', 'field'],
  properties: { attribute: words, field: text, value: text, share, lots: strings },
  additionalProperties: false,
} as const;

const clause = {
  type: 'object',
  required: ['reference'],
  properties: { reference: text, text: words },
  additionalProperties: false,
} as const;

/** JSON Schema (2020-12) of a terms document. */
export const termsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Terms: what one agreement asks its suppliers to report',
  type: 'object',
  required: ['id', 'version', 'title', 'frequency', 'due', 'basis', 'vat', 'currency', 'scope', 'nilReport', 'tables'],
  properties: {
    $schema: text,
    description: { $ref: '#/$defs/localText' },
    id: text,
    version: { type: 'integer', minimum: 1 },
    title: { $ref: '#/$defs/localText' },
    agreement: {
      type: 'object',
      required: ['id', 'title'],
      properties: { id: text, title: { $ref: '#/$defs/localText' } },
      additionalProperties: false,
    },
    report: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,39}$',
      description: 'Which report of the agreement; "deliveries" unless said.',
    },
    reportTitle: words,
    frequency: { enum: ['month', 'quarter', 'tertial', 'half-year', 'year'] },
    due,
    graceDays: { type: 'integer', minimum: 0 },
    period: { type: 'string', pattern: '^\\d{4}(-(\\d{2}|Q[1-4]|T[1-3]|H[12]))?$' },
    basis: { enum: ['delivered', 'ordered', 'invoiced'] },
    vat: { enum: ['excluded', 'included'] },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    scope: { enum: ['agreed-items', 'all-goods', 'product-area'] },
    nilReport: { enum: ['required', 'allowed', 'not-used'] },
    tables: { type: 'array', minItems: 1, items: table },
    standardChecks: { type: 'boolean', description: 'false: only the checks named here.' },
    checks: { type: 'array', items: check },
    lists: { type: 'array', items: list },
    ownRules: { type: 'array', items: ownRule, description: 'Rules of the agreement about each line.' },
    units: { type: 'object', additionalProperties: strings },
    template: { type: 'object', required: ['version'], properties: { version: text }, additionalProperties: false },
    sanction,
    correctionDays: { type: 'integer', minimum: 0 },
    corrections: {
      type: 'object',
      description: 'A correction with a larger effect than one of these waits for the manager.',
      properties: { percent: { type: 'number', minimum: 0 }, amount: { type: 'number', minimum: 0 } },
      additionalProperties: false,
    },
    lateLines: { enum: ['open-period', 'own-period'] },
    quarantine: {
      enum: ['may-wait', 'must-be-right'],
      description: 'Whether good rows may be submitted while those that are kept out wait to be corrected.',
    },
    partlyAccepted: { enum: ['delivered', 'not-delivered'] },
    earlySubmission: {
      enum: ['allowed', 'refused'],
      description: 'Whether a report of lines may be submitted before its period is over.',
    },
    transition: { enum: ['ordered', 'delivered', 'invoiced'] },
    runOffDays: { type: 'integer', minimum: 0 },
    partsOf: { enum: ['supplier', 'branch'] },
    declarations: { type: 'array', items: declaration },
    promises: { type: 'array', items: promise },
    clauses: {
      type: 'object',
      additionalProperties: clause,
      description: 'JSON pointer of a rule → the clause it comes from.',
    },
    evidence: text,
  },
  additionalProperties: false,
  $defs: { localText },
} as const;
