import { itemFields, party, unread } from './invoice-schema.ts';
import {
  each,
  type JsonSchema,
  listOf,
  maybeAmount,
  maybeDay,
  maybeText,
  object,
  schemaDocument,
  text,
} from './parts.ts';

const line = object({
  ...each(maybeText, 'id', 'unit', 'orderLine', 'orderReference'),
  ...each(maybeAmount, 'quantity', 'outstanding'),
  deliveredOn: maybeDay,
  item: object({ ...itemFields, certificates: listOf(object({ id: text, type: maybeText })) }),
});

/** The document that `read --as despatch` prints. */
export const despatchSchema: JsonSchema = schemaDocument(
  'despatch',
  'Despatch advice',
  object({
    ...each(maybeText, 'id', 'customization', 'profile', 'orderReference', 'contractReference'),
    ...each(maybeDay, 'issuedOn', 'despatchedOn', 'expectedOn', 'deliveredOn'),
    ...each(party, 'seller', 'buyer'),
    lines: listOf(line),
    unread,
  }),
);
