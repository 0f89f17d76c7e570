import {
  each,
  type JsonSchema,
  listOf,
  maybeAmount,
  maybeDay,
  maybeFlag,
  maybeText,
  object,
  oneOf,
  orNull,
  schemaDocument,
  text,
} from './parts.ts';

const schemedId = object({ scheme: maybeText, id: text });
export const period = object({ start: maybeDay, end: maybeDay });

export const party = object({
  ...each(maybeText, 'orgNumber', 'name', 'legalName', 'vatNumber', 'country', 'city', 'postalZone'),
  ...each(orNull(schemedId), 'endpoint', 'legalId'),
  identifiers: listOf(schemedId),
});

const allowanceCharge = object({
  ...each(maybeAmount, 'amount', 'baseAmount', 'percent', 'vatRate'),
  ...each(maybeText, 'reason', 'reasonCode', 'vatCategory'),
});

export const itemFields: Record<string, JsonSchema> = {
  ...each(
    maybeText,
    'name',
    'description',
    'sellerNumber',
    'buyerNumber',
    'manufacturerNumber',
    'gtin',
    'originCountry',
  ),
  standardId: orNull(schemedId),
  gtinValid: maybeFlag,
  classifications: listOf(object({ ...each(maybeText, 'list', 'version'), code: text })),
  properties: listOf(object({ name: text, value: maybeText, unit: text }, ['unit'])),
};

export const linePriceFields: Record<string, JsonSchema> = {
  ...each(maybeAmount, 'amount', 'baseQuantity', 'discount', 'grossAmount'),
  ...each(maybeText, 'currency', 'baseUnit'),
};

export const co2e = object({
  ...each(maybeText, 'factor', 'net', 'source', 'rate', 'unit', 'sourceUri'),
  reading: oneOf('perUnit', 'source', 'contradiction', 'unknown'),
  perUnit: maybeAmount,
});

export const attachment = object({
  ...each(maybeText, 'id', 'name', 'mimeType', 'uri', 'description'),
  sizeBytes: { type: ['integer', 'null'] },
});

/** Number of contacts and street addresses in the file. They are not read. */
export const unread = object({ contacts: { type: 'integer', minimum: 0 }, addresses: { type: 'integer', minimum: 0 } });

const line = object({
  ...each(
    maybeText,
    'id',
    'note',
    'unit',
    'currency',
    'accountingCost',
    'orderLine',
    'orderReference',
    'billingReference',
  ),
  ...each(maybeAmount, 'quantity', 'netAmount'),
  deliveredOn: maybeDay,
  period: orNull(period),
  item: object({ ...itemFields, certificates: listOf(object({ id: text, type: maybeText })) }),
  price: orNull(object(linePriceFields)),
  vat: object({ category: maybeText, rate: maybeAmount }),
  ...each(listOf(allowanceCharge), 'allowances', 'charges'),
  co2e: orNull(co2e),
  subLines: listOf({ $ref: '#/$defs/line' }),
});

const totals = object(
  each(
    maybeAmount,
    ...['lineExtensionAmount', 'taxExclusiveAmount', 'taxInclusiveAmount', 'allowanceTotalAmount', 'chargeTotalAmount'],
    ...['prepaidAmount', 'payableRoundingAmount', 'payableAmount', 'taxAmount'],
  ),
);

/** The document that `read --as invoice` prints. */
export const invoiceSchema: JsonSchema = schemaDocument('invoice', 'Invoice or credit note', {
  ...object({
    ...each(
      maybeText,
      'id',
      'typeCode',
      'customization',
      'profile',
      'currency',
      'taxCurrency',
      'buyerReference',
      'orderReference',
    ),
    ...each(maybeText, 'salesOrderReference', 'contractReference', 'projectReference', 'accountingCost'),
    ...each(maybeDay, 'issuedOn', 'dueOn', 'taxPointOn'),
    type: oneOf('invoice', 'credit-note'),
    notes: listOf(text),
    period: orNull(period),
    billingReferences: listOf(object({ id: text, issuedOn: maybeDay })),
    ...each(party, 'seller', 'buyer'),
    payee: orNull(party),
    deliveries: listOf(
      object({ deliveredOn: maybeDay, location: orNull(schemedId), ...each(maybeText, 'name', 'address') }),
    ),
    lines: listOf({ $ref: '#/$defs/line' }),
    ...each(listOf(allowanceCharge), 'allowances', 'charges'),
    vat: listOf(object({ category: maybeText, ...each(maybeAmount, 'rate', 'taxableAmount', 'taxAmount') })),
    totals,
    attachments: listOf(attachment),
    unread,
  }),
  $defs: { line },
});
