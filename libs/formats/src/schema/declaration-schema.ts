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

const indicators = ['total', 'fossil', 'biogenic', 'luluc', 'ghg', 'one'];

const epd = object({
  ...each(maybeText, 'standard', 'registrationNumber', 'operator', 'subType', 'referenceYear'),
  publishedOn: maybeDay,
  documents: listOf(text),
  basis: orNull(oneOf('fossil-and-luluc', 'fossil', 'ghg', 'one')),
  summed: { type: 'boolean' },
  productStage: object(each(maybeAmount, ...indicators)),
  modules: listOf(object({ indicator: oneOf(...indicators), module: text, scenario: maybeText, value: maybeAmount })),
});

const footprint = object({
  ...each(text, 'id', 'specVersion'),
  status: oneOf('Active', 'Deprecated'),
  ...each(maybeDay, 'createdOn', 'validFrom', 'validTo'),
  ...each(listOf(text), 'precedingIds', 'productIds', 'gtins', 'classifications', 'standards', 'characterisation'),
  company: object({ name: maybeText, ids: listOf(text) }),
  product: object({ name: maybeText, description: maybeText }),
  ...each(maybeText, 'declaredUnit', 'comment'),
  ...each(
    maybeAmount,
    'declaredAmount',
    'massPerDeclaredUnit',
    'pcfExcludingBiogenic',
    'pcfIncludingBiogenic',
    'perUnit',
  ),
  parts: orNull(object(each(text, 'fossil', 'biogenic', 'landUse'))),
  ...each(maybeAmount, 'primaryDataShare', 'exemptedPercent'),
  validityAssumed: { type: 'boolean' },
  referencePeriod: object({ start: maybeDay, end: maybeDay }),
  geography: object(each(maybeText, 'country', 'region', 'subdivision')),
  dataQuality: object(each(maybeAmount, 'technological', 'geographical', 'temporal')),
  verification: orNull(object({ ...each(maybeText, 'provider', 'standard', 'coverage'), completedOn: maybeDay })),
  packagingIncluded: maybeFlag,
  epd: orNull(epd),
});

/** The document that `read --as declaration` prints. */
export const declarationSchema: JsonSchema = schemaDocument(
  'declaration',
  'Declaration',
  object({ format: oneOf('pact', 'ilcd-epd'), footprints: listOf(footprint) }),
);
