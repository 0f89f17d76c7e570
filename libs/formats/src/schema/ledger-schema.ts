import { accountClasses, ledgerFields, ledgerParties, ledgerScales, ledgerTexts } from '../ledger/ledger-profile.ts';
import { redactionReasons } from '../minimise/redacted-fields.ts';
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

const vatStatus = oneOf('net', 'gross', 'unknown');
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const amountsByCurrency: JsonSchema = { type: 'object', additionalProperties: { type: 'string' } };

export const withheldPart = object({ reason: oneOf(...redactionReasons), where: text, count });

export const ledgerLine = object({
  sheet: text,
  row: { type: 'integer', minimum: 1 },
  ...each(
    maybeText,
    'voucherNumber',
    'voucherType',
    'accountName',
    'function',
    'costCentre',
    'project',
    'vatCode',
    'invoiceNumber',
    'text',
    'buyer',
  ),
  ...each(maybeDay, 'voucherDate', 'invoiceDate'),
  period: { type: ['string', 'null'], description: 'YYYY-MM' },
  closing: { type: 'boolean', description: 'Booked in a period after the twelfth.' },
  supplier: object({ ...each(maybeText, 'orgNumber', 'ledgerNumber', 'name'), orgNumberValid: maybeFlag }),
  account: orNull(object({ system: text, code: text })),
  accountClass: orNull(oneOf(...accountClasses)),
  amount: text,
  currency: text,
  vatAmount: maybeAmount,
  vatRate: maybeAmount,
  vatStatus,
  raw: { type: 'object', additionalProperties: text },
});

/** The document that `read --as ledger` prints. */
export const ledgerSchema: JsonSchema = schemaDocument(
  'ledger',
  'Ledger',
  object({
    profile: object({ id: text, name: text }),
    ...each(count, 'rows', 'lineCount', 'quarantined'),
    totals: amountsByCurrency,
    leftOut: listOf(object({ reason: text, rows: count, amounts: amountsByCurrency })),
    withheld: listOf(withheldPart),
    lines: listOf(ledgerLine),
  }),
);

const heading: JsonSchema = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
  ],
};
const field = oneOf(...ledgerFields);

/** A column mapping profile, as stored and as passed on the command line. */
export const ledgerProfileSchema: JsonSchema = schemaDocument('ledger-profile', 'Ledger profile', {
  ...object(
    {
      id: { type: 'string', minLength: 1 },
      name: { type: 'string', minLength: 1 },
      columns: {
        type: 'object',
        properties: each(heading, ...ledgerFields),
        additionalProperties: false,
        minProperties: 1,
      },
      required: listOf(field),
      account: {
        ...object(
          {
            system: { type: 'string', minLength: 1 },
            start: count,
            length: { type: 'integer', minimum: 1 },
            last: { type: 'integer', minimum: 1 },
            classFirst: { type: 'boolean' },
          },
          ['start', 'length', 'last', 'classFirst'],
        ),
        additionalProperties: false,
      },
      accountClass: {
        ...object({ inAccount: { type: 'boolean' }, all: oneOf(...accountClasses) }, ['inAccount', 'all']),
        additionalProperties: false,
      },
      numbers: object({ decimal: oneOf(',', '.', 'auto'), scale: { enum: [...ledgerScales] } }, ['scale']),
      sign: oneOf('cost-positive', 'cost-negative'),
      dates: object({ order: oneOf('day-first', 'month-first') }),
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      vat: object(
        {
          amounts: vatStatus,
          byCode: { type: 'object', additionalProperties: vatStatus },
          rateByCode: { type: 'object', additionalProperties: { type: 'string', pattern: '^0(\\.[0-9]{1,4})?$' } },
          byCostCentre: { type: 'object', additionalProperties: vatStatus },
        },
        ['byCode', 'rateByCode', 'byCostCentre'],
      ),
      filters: listOf(object({ column: text, in: listOf(text), notIn: listOf(text) }, ['in', 'notIn'])),
      notSpend: listOf(text),
      comesIn: object({ parties: oneOf(...ledgerParties), accounts: listOf(text), text: oneOf(...ledgerTexts) }, [
        'parties',
        'accounts',
        'text',
      ]),
      headerWithin: { type: 'integer', minimum: 1, maximum: 1000 },
    },
    ['required', 'accountClass', 'dates', 'filters', 'notSpend', 'comesIn', 'headerWithin'],
  ),
  additionalProperties: false,
});
