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
import { attachment, co2e, itemFields, linePriceFields, party, period } from './invoice-schema.ts';

const quantity = orNull(object({ quantity: text, unit: maybeText }));
const action = { enum: ['add', 'update', 'delete', 'replace', null] };
const related = listOf(object({ id: text, quantity, description: maybeText }));

const item = object({
  ...itemFields,
  ...each(maybeText, 'brand', 'model', 'manufacturer'),
  ...each(listOf(text), 'keywords', 'conditions'),
  packQuantity: quantity,
  packSize: maybeAmount,
  certificates: listOf(object({ id: text, ...each(maybeText, 'type', 'name', 'remarks', 'issuer', 'document') })),
  dimensions: listOf(object({ name: text, quantity: maybeAmount, unit: maybeText })),
  hazards: listOf(object(each(maybeText, 'code', 'class'))),
  vat: object({ category: maybeText, rate: maybeAmount }),
  documents: listOf(attachment),
});

const price = object({
  ...linePriceFields,
  type: maybeText,
  orderableUnitFactor: maybeAmount,
  period: orNull(period),
  ...each(quantity, 'minimumQuantity', 'maximumQuantity', 'leadTime', 'batchQuantity'),
  territory: orNull(object(each(maybeText, 'country', 'region', 'city', 'postalZone'))),
});

const line = object({
  ...each(maybeText, 'id', 'actionCode', 'note', 'orderableUnit', 'warranty', 'packLevel', 'contractSubdivision'),
  action,
  orderable: maybeFlag,
  ...each(quantity, 'content', 'minimumOrderQuantity', 'maximumOrderQuantity'),
  orderQuantityIncrement: maybeAmount,
  period: orNull(period),
  item,
  prices: listOf(price),
  comparison: listOf(object({ amount: maybeAmount, currency: maybeText, quantity })),
  ...each(related, 'components', 'accessories', 'requiredItems', 'replacedItems'),
  co2e: orNull(co2e),
});

/** The document that `read --as catalogue` prints. */
export const catalogueSchema: JsonSchema = schemaDocument(
  'catalogue',
  'Catalogue',
  object({
    ...each(
      maybeText,
      'id',
      'version',
      'name',
      'customization',
      'profile',
      'actionCode',
      'sourceCatalogue',
      'contractReference',
    ),
    kind: oneOf('catalogue', 'pre-award', 'punch-out'),
    action,
    issuedOn: maybeDay,
    period: orNull(period),
    ...each(listOf(text), 'tradingTerms', 'notes'),
    ...each(party, 'seller', 'provider', 'receiver'),
    buyer: orNull(party),
    lines: listOf(line),
  }),
);
