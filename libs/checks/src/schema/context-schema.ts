import { priceModelKinds } from '../prices/price-model.ts';

const text = { type: 'string', minLength: 1 } as const;
const list = (items: object) => ({ type: 'array', items }) as const;
const orNull = (type: object) => ({ anyOf: [type, { type: 'null' }] }) as const;
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const decimal = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' } as const;
const index = { type: 'integer', minimum: 0 } as const;

function table(required: Record<string, object>, optional: Record<string, object> = {}): object {
  const columns = Object.entries({ ...required, ...optional }).map(([name, items]) => [name, list(items)]);
  return {
    type: 'object',
    required: Object.keys(required),
    properties: Object.fromEntries(columns),
    additionalProperties: false,
  };
}

const named = (...names: string[]): object => ({
  type: 'object',
  required: names,
  properties: { ...Object.fromEntries(names.map((name) => [name, text])), orgNumber: text },
  additionalProperties: false,
});

const sums = table(
  {
    item: { type: 'string' },
    buyer: { type: 'string' },
    month: { type: 'string' },
    quantity: decimal,
    amount: decimal,
  },
  { largest: decimal },
);

/** JSON Schema of a price model: percentages are of 100, days are inclusive. */
export const priceModelSchema = {
  type: 'object',
  required: ['kind', 'lot', 'from', 'to'],
  properties: {
    kind: { enum: priceModelKinds },
    lot: orNull(text),
    from: date,
    to: orNull(date),
    discount: decimal,
    markup: decimal,
    addition: decimal,
    tolerance: decimal,
    holdsDays: { type: 'integer', minimum: 1 },
    tiers: list({
      type: 'object',
      required: ['from', 'discount'],
      properties: { from: decimal, discount: decimal },
      additionalProperties: false,
    }),
    decimals: { type: 'integer', minimum: 0 },
  },
  additionalProperties: false,
} as const;

/** JSON Schema (2020-12) of a check context. Tables are columnar: all lists of a table have the same length. */
export const contextSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Check context: what the agreement knows for one supplier and one period',
  type: 'object',
  properties: {
    $schema: text,
    agreement: {
      type: 'object',
      required: ['id', 'title'],
      properties: { id: text, title: text },
      additionalProperties: false,
    },
    supplier: named('key', 'name'),
    period: {
      type: 'object',
      required: ['key', 'start', 'end'],
      properties: { key: text, start: date, end: date },
      additionalProperties: false,
    },
    asOf: date,
    holds: {
      type: 'object',
      required: ['from', 'until'],
      properties: { from: date, until: orNull(date) },
      additionalProperties: false,
    },
    otherParts: table({
      agreement: text,
      title: text,
      key: text,
      start: date,
      end: date,
      from: date,
      until: orNull(date),
    }),
    openPeriods: table({ key: text, start: date, end: date }),
    firstPeriod: { type: 'boolean' },
    testNumbers: { type: 'boolean' },
    lots: table({ key: text, name: text }),
    items: table(
      { number: text, name: { type: 'string' } },
      { gtin: orNull(text), unit: orNull(text), lot: orNull(text) },
    ),
    prices: table(
      { item: index, price: decimal, from: date, to: orNull(date) },
      { unit: orNull(text), basis: { enum: ['agreed', 'list', 'cost'] }, fromQuantity: orNull(decimal) },
    ),
    priceModels: list(priceModelSchema),
    itemChanges: table({ number: text, item: index, on: date }),
    formerItems: table({ number: text, item: index }),
    buyers: table(
      { key: text, name: text },
      {
        orgNumber: orNull(text),
        municipalityNumber: orNull(text),
        formerMunicipalityNumber: orNull(text),
        entitled: { type: 'boolean' },
      },
    ),
    sites: table({ name: text, orgNumber: orNull(text), buyer: index }),
    aliases: table({ text, buyer: index }),
    customerNumbers: table({ number: text, buyer: index }),
    formerNames: table({ text, buyer: index, until: date }),
    successions: table({ buyer: index, by: index, on: date }),
    supplierUnits: table({ kind: text, name: text, number: orNull(text) }),
    units: table({ item: orNull(index), unit: text, factor: decimal, to: text }),
    taughtUnits: table({ text, unit: text, factor: orNull(decimal), to: orNull(text) }),
    taughtColumns: table({ field: text, heading: text }),
    excludedCustomers: table({ hash: text }),
    filledDown: table({ field: text, heading: text }),
    readAs: table({ field: text, heading: text, value: { enum: [',', '.', 'day-first', 'month-first'] } }),
    otherAgreements: table({ id: text, title: text }),
    earlier: list({
      type: 'object',
      required: ['key', 'start', 'end'],
      properties: { key: text, start: date, end: date, sums, lineKeys: list(text), branch: text },
      additionalProperties: false,
    }),
    booked: table(
      { buyer: index, amount: decimal },
      { invoices: index, early: decimal, earlyInvoices: index, until: orNull(date), also: list(index) },
    ),
    bookedInvoices: table(
      { buyer: index, number: text, on: orNull(date), amount: decimal },
      { early: { type: 'boolean' } },
    ),
    declarations: table(
      { item: index, number: text, product: { type: 'string' }, validTo: orNull(date), unit: text },
      {
        value: orNull(decimal),
        total: orNull(decimal),
        fossil: orNull(decimal),
        biogenic: orNull(decimal),
        landUse: orNull(decimal),
      },
    ),
  },
  additionalProperties: false,
} as const;
