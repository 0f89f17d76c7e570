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

const texts: JsonSchema = { type: 'object', additionalProperties: text, description: 'by language: NOR, ENG …' };
const money = orNull(object({ amount: text, currency: maybeText }));
const schemedId = object({ scheme: maybeText, id: text });
const cpv = object({ main: maybeText, additional: listOf(text) });

const partyFields: Record<string, JsonSchema> = {
  ...each(maybeText, 'id', 'name', 'orgNumber', 'country', 'city', 'postalZone', 'region'),
  names: texts,
  orgNumberProblem: { enum: ['empty', 'length', 'check-digit', 'placeholder', 'lost-precision', 'test-number', null] },
  legalId: orNull(schemedId),
  identifiers: listOf(schemedId),
};

const lot = object({
  ...each(maybeText, 'id', 'internalId', 'contractNature', 'dynamicPurchasing', 'eInvoicing', 'eCatalogue'),
  kind: oneOf('lot', 'part'),
  ...each(texts, 'title', 'description', 'frameworkBuyers', 'options'),
  cpv,
  frameworkTechnique: { enum: ['none', 'without-reopening', 'with-reopening', 'mixed', null] },
  frameworkMaximumParticipants: maybeAmount,
  ...each(money, 'frameworkMaximumValue', 'estimatedValue'),
  duration: orNull(
    object({
      ...each(maybeDay, 'start', 'end'),
      ...each(maybeAmount, 'months', 'length'),
      ...each(maybeText, 'unit', 'open'),
    }),
  ),
  renewals: orNull(object({ max: maybeAmount, description: texts })),
  tendersDueOn: maybeDay,
  strategic: listOf(object({ list: text, code: text })),
  awardCriteria: listOf(
    object({ ...each(maybeText, 'type', 'weightKind'), ...each(texts, 'name', 'description'), weight: maybeAmount }),
  ),
});

const winner = object({
  ...partyFields,
  rank: maybeAmount,
  tenderValue: money,
  tender: text,
  ...each(maybeText, 'group', 'contractId'),
  leadsGroup: maybeFlag,
  concludedOn: maybeDay,
});

const contract = object({
  ...each(maybeText, 'id', 'contractId'),
  title: texts,
  ...each(maybeDay, 'decidedOn', 'concludedOn'),
  withinFramework: maybeFlag,
  tenders: listOf(text),
});

const result = object({
  ...each(maybeText, 'id', 'lot', 'reason'),
  status: { enum: ['awarded', 'not-awarded', 'open', null] },
  winners: listOf(winner),
  tenders: listOf(
    object({ ...each(maybeText, 'id', 'reference'), rank: maybeAmount, value: money, tenderers: listOf(text) }),
  ),
  contracts: listOf(contract),
  tendersReceived: maybeAmount,
  received: listOf(object({ type: text, count: maybeAmount })),
  ...each(money, 'frameworkMaximumValue', 'frameworkEstimatedValue', 'highestTender', 'lowestTender'),
});

/** The document that `read --as notice` prints. */
export const noticeSchema: JsonSchema = schemaDocument(
  'notice',
  'Procurement notice',
  object({
    ...each(maybeText, 'id', 'version', 'form', 'type', 'subtype', 'sdkVersion', 'customization', 'publicationNumber'),
    ...each(maybeText, 'procedureId', 'procedureType', 'legalBasis', 'contractNature'),
    ...each(maybeDay, 'issuedOn', 'publishedOn'),
    ...each(listOf(text), 'languages', 'unofficialLanguages'),
    legislation: listOf(object({ ...each(maybeText, 'scheme', 'id'), description: texts })),
    changes: orNull(object({ noticeId: text, reason: maybeText })),
    modifies: orNull(object({ ...each(maybeText, 'noticeId', 'contractId', 'reason'), description: texts })),
    ...each(texts, 'title', 'description'),
    cpv,
    ...each(money, 'estimatedValue', 'frameworkMaximumValue'),
    lotLimits: object(each(maybeAmount, 'awarded', 'tendered')),
    buyers: listOf(
      object({
        ...partyFields,
        ...each(maybeText, 'legalType', 'activity'),
        roles: listOf(oneOf('lead', 'acquires', 'awards')),
      }),
    ),
    lots: listOf(lot),
    groups: listOf(
      object({
        id: maybeText,
        title: texts,
        lots: listOf(text),
        ...each(money, 'estimatedValue', 'frameworkMaximumValue'),
      }),
    ),
    results: listOf(result),
    awarded: object(each(money, 'value', 'frameworkMaximumValue', 'frameworkApproximateValue')),
    withheld: listOf(object({ field: text, until: maybeDay })),
  }),
);
