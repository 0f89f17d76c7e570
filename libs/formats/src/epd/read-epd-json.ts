import { FormatProblem } from '../format-problem.ts';
import { isObject, type JsonObject, objectAt, objectIn, objectsIn, textIn } from '../footprint/json-access.ts';
import { indicatorOf, isKgCo2e } from './indicators.ts';
import {
  AMOUNTS_MAX,
  type PublishedAmount,
  type PublishedEpd,
  type PublishedFlow,
  type LanguageText,
} from './published-epd.ts';

/** Returns whether a JSON value is an ILCD process data set as exported by soda4LCA (`?format=json&view=extended`). */
export function looksLikeEpd(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    ('LCIAResults' in value || 'processInformation' in value) &&
    ('exchanges' in value || 'administrativeInformation' in value)
  );
}

/**
 * Reads one EPD as exported by soda4LCA.
 * @throws FormatProblem 'epd-too-many-amounts'
 */
export function readEpdJson(json: JsonObject): PublishedEpd {
  const about = objectAt(json, 'processInformation', 'dataSetInformation');
  const time = objectAt(json, 'processInformation', 'time');
  const modelling = objectIn(json, 'modellingAndValidation');
  const ownership = objectAt(json, 'administrativeInformation', 'publicationAndOwnership');
  const { amounts, characterisation, wrongUnits } = readResults(objectsIn(objectIn(json, 'LCIAResults'), 'LCIAResult'));
  return {
    id: textIn(about, 'UUID'),
    names: textsOf(objectsIn(objectIn(about, 'name'), 'baseName')),
    productIds: objectsIn(objectIn(objectIn(about, 'other'), 'productIds'), 'productId').map((each) => ({
      type: textIn(each, 'type') ?? '',
      value: textIn(each, 'value') ?? '',
    })),
    formatVersion: textIn(json, 'epdVersion', 'epd-version'),
    referenceYear: textIn(time, 'referenceYear'),
    validUntil: textIn(time, 'dataSetValidUntil'),
    publishedOn: dayOf(anyOf(time, 'publicationDateOfEPD')),
    expiresOn: dayOf(anyOf(time, 'expirationDateOfEPD')),
    location: textIn(
      objectAt(json, 'processInformation', 'geography', 'locationOfOperationSupplyOrProduction'),
      'location',
    ),
    typeOfDataSet: textIn(objectIn(modelling, 'LCIMethodAndAllocation'), 'typeOfDataSet'),
    subType: anyText(objectIn(modelling, 'LCIMethodAndAllocation'), 'subType'),
    compliance: objectsIn(objectIn(modelling, 'complianceDeclarations'), 'compliance').flatMap((each) =>
      shortOf(objectIn(each, 'referenceToComplianceSystem')),
    ),
    reviews: objectsIn(objectIn(modelling, 'validation'), 'review').map((review) => ({
      type: textIn(review, 'type'),
      reviewers: objectsIn(review, 'referenceToNameOfReviewerAndInstitution').flatMap((each) =>
        shortOf(each).slice(0, 1),
      ),
    })),
    operator:
      shortOf(objectIn(ownership, 'referenceToRegistrationAuthority'))[0] ??
      shortOf(referenceOf(anyOf(ownership, 'referenceToPublisher')))[0] ??
      null,
    owner: shortOf(objectIn(ownership, 'referenceToOwnershipOfDataSet'))[0] ?? null,
    registrationNumber: textIn(ownership, 'registrationNumber'),
    precedingIds: objectsIn(ownership, 'referenceToPrecedingDataSetVersion').flatMap(
      (each) => textIn(each, 'refObjectId') ?? [],
    ),
    documents: documentsOf(objectIn(modelling, 'dataSourcesTreatmentAndRepresentativeness')),
    defaultScenarios: objectsIn(objectIn(objectIn(about, 'other'), 'scenarios'), 'scenario')
      .filter((each) => each['default'] === true || each['defaultScenario'] === true)
      .flatMap((each) => textIn(each, 'name') ?? []),
    flow: readFlow(json),
    amounts,
    characterisation,
    wrongUnits,
  };
}

function textsOf(list: readonly JsonObject[]): LanguageText[] {
  return list.flatMap((each) => {
    const text = textIn(each, 'value');
    return text === null ? [] : [{ language: textIn(each, 'lang') ?? '', text }];
  });
}

/** Returns the names of a reference. Some versions of soda4LCA nest them one level deeper. */
function shortOf(reference: JsonObject): string[] {
  const nested = objectsIn(objectIn(reference, 'shortDescription'), 'lstrings');
  return textsOf(nested.length > 0 ? nested : objectsIn(reference, 'shortDescription')).map(({ text }) => text);
}

const referenceOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** Returns a field of the EPD extension, which soda4LCA stores as a list of named values. */
function anyOf(object: JsonObject, name: string): unknown {
  return objectsIn(objectIn(object, 'other'), 'anies').find((each) => each['name'] === name)?.['value'];
}

function anyText(object: JsonObject, name: string): string | null {
  const value = anyOf(object, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Returns a day from an ISO date text, or from milliseconds since 1970 as written by soda4LCA. */
function dayOf(value: unknown): string | null {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null;
  if (typeof value !== 'number' || !(Math.abs(value) < 8.64e15)) return null;
  return new Date(value).toISOString().slice(0, 10);
}

const DOCUMENTS_MAX = 20;

function documentsOf(sources: JsonObject): string[] {
  const original = shortOf(referenceOf(anyOf(sources, 'referenceToOriginalEPD')));
  const named = objectsIn(sources, 'referenceToDataSource')
    .flatMap(shortOf)
    .filter((name) => /\.pdf$/i.test(name));
  return [...new Set([...original, ...named])].slice(0, DOCUMENTS_MAX);
}

/** Returns the flow that the quantitative reference points to, otherwise the exchange marked as the reference flow. */
function readFlow(json: JsonObject): PublishedFlow {
  const exchanges = objectsIn(objectIn(json, 'exchanges'), 'exchange');
  const pointed = objectAt(json, 'processInformation', 'quantitativeReference')['referenceToReferenceFlow'];
  const wanted = (Array.isArray(pointed) ? pointed : [pointed]).map(String);
  const flow =
    exchanges.find((each) => wanted.includes(String(each['dataSetInternalID']))) ??
    exchanges.find((each) => each['referenceFlow'] === true) ??
    {};
  const properties = objectsIn(flow, 'flowProperties');
  return {
    amount: textIn(flow, 'resultingAmount', 'meanAmount'),
    reckonedAmount: textIn(flow, 'resultingflowAmount'),
    properties:
      properties.length === 0
        ? null
        : properties.map((each) => ({
            id: textIn(each, 'uuid'),
            name: textsOf(objectsIn(each, 'name'))[0]?.text ?? null,
            value: textIn(each, 'meanValue'),
            unit: textIn(each, 'referenceUnit'),
            reference: each['referenceFlowProperty'] === true,
          })),
    materials: objectsIn(flow, 'materialProperties').flatMap((each) => {
      const name = textIn(each, 'name');
      return name === null ? [] : [{ name, value: textIn(each, 'value'), unit: textIn(each, 'unit') }];
    }),
  };
}

function readResults(
  results: readonly JsonObject[],
): Pick<PublishedEpd, 'amounts' | 'characterisation' | 'wrongUnits'> {
  const amounts: PublishedAmount[] = [];
  const wrongUnits: string[] = [];
  let characterisation: string | null = null;
  for (const result of results) {
    const method = objectIn(result, 'referenceToLCIAMethodDataSet');
    const match = indicatorOf(textIn(method, 'refObjectId'), shortOf(method));
    if (!match) continue;
    const others = objectsIn(objectIn(result, 'other'), 'anies');
    const group = others.map(({ value }) => value).find(isObject);
    const unit = group ? shortOf(group) : [];
    if (!isKgCo2e(group ? textIn(group, 'refObjectId') : null, unit)) {
      wrongUnits.push(unit[0] ?? textIn(group ?? {}, 'refObjectId') ?? '');
      continue;
    }
    characterisation ??= match.characterisation;
    for (const each of others) {
      const module = textIn(each, 'module');
      if (module !== null)
        amounts.push({
          indicator: match.indicator,
          module,
          scenario: textIn(each, 'scenario'),
          value: textIn(each, 'value'),
        });
    }
    if (amounts.length > AMOUNTS_MAX) throw new FormatProblem('epd-too-many-amounts', { limit: AMOUNTS_MAX });
  }
  return { amounts, characterisation, wrongUnits };
}
