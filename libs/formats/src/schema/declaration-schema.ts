import { each, type JsonSchema, listOf, maybeAmount, maybeDay, maybeFlag, maybeText, object, oneOf, orNull, schemaDocument, text } from './parts.ts';

const footprint = object({
  ...each(text, 'id', 'specVersion'),
  status: oneOf('Active', 'Deprecated'),
  ...each(maybeDay, 'createdOn', 'validFrom', 'validTo'),
  ...each(listOf(text), 'precedingIds', 'productIds', 'gtins', 'classifications', 'standards', 'characterisation'),
  company: object({ name: maybeText, ids: listOf(text) }),
  product: object({ name: maybeText, description: maybeText }),
  ...each(maybeText, 'declaredUnit', 'comment'),
  ...each(maybeAmount, 'declaredAmount', 'massPerDeclaredUnit', 'pcfExcludingBiogenic', 'pcfIncludingBiogenic', 'perUnit'),
  parts: orNull(object(each(text, 'fossil', 'biogenic', 'landUse'))),
  ...each(maybeAmount, 'primaryDataShare', 'exemptedPercent'),
  validityAssumed: { type: 'boolean' },
  referencePeriod: object({ start: maybeDay, end: maybeDay }),
  geography: object(each(maybeText, 'country', 'region', 'subdivision')),
  dataQuality: object(each(maybeAmount, 'technological', 'geographical', 'temporal')),
  verification: orNull(object({ ...each(maybeText, 'provider', 'standard', 'coverage'), completedOn: maybeDay })),
  packagingIncluded: maybeFlag,
});

/** The document that `read --as declaration` prints. */
export const declarationSchema: JsonSchema = schemaDocument('declaration', 'Declaration', object({ format: oneOf('pact'), footprints: listOf(footprint) }));
