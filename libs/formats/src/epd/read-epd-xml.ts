import { FormatProblem } from '../format-problem.ts';
import { attributeAt, child, childrenOf, type Element, textAt } from '../xml/element.ts';
import { type XmlLimits, xmlLimits } from '../xml/limits.ts';
import { readRecords, type XmlRoot } from '../xml/read-records.ts';
import { indicatorOf, isKgCo2e } from './indicators.ts';
import {
  AMOUNTS_MAX,
  type PublishedAmount,
  type PublishedEpd,
  type MaterialProperty,
  type FlowProperty,
  type LanguageText,
} from './published-epd.ts';

const MB = 1024 * 1024;
const NAMESPACE = 'http://lca.jrc.it/ILCD/';

/** Limits for one data set. Typical size is a few hundred kB; 10,000 elements in one part are unusual. */
const epdLimits: XmlLimits = { ...xmlLimits, bytesMax: 16 * MB, recordsMax: 1_000 };

/** A process data set, with the id of its flow. The flow's own data set states the unit of the amount. */
export interface ReadProcess {
  readonly stated: PublishedEpd;
  readonly flowId: string | null;
}

export interface ReadFlow {
  readonly properties: readonly FlowProperty[];
  readonly materials: readonly MaterialProperty[];
}

/**
 * Reads the top-level parts of one ILCD data set by name.
 * @throws FormatProblem 'not-an-epd' for another document, and the errors of `readRecords`
 */
async function partsOf(chunks: AsyncIterable<Uint8Array>, kind: string, part: string): Promise<Map<string, Element>> {
  const onRoot = ({ name, namespace }: XmlRoot) => {
    if (name !== kind || namespace !== NAMESPACE + part)
      throw new FormatProblem('not-an-epd', { root: name, namespace: namespace || '–' }, { path: `/${name}` });
    return 'read' as const;
  };
  const parts = new Map<string, Element>();
  for await (const record of readRecords(chunks, { onRoot, limits: epdLimits }))
    if (!parts.has(record.name)) parts.set(record.name, record);
  return parts;
}

/**
 * Reads a process data set with the EPD extension. Its flow is in a separate data set.
 * @throws FormatProblem 'not-an-epd' | 'epd-too-many-amounts', and the errors of the XML reader
 */
export async function readProcessXml(chunks: AsyncIterable<Uint8Array>): Promise<ReadProcess> {
  const parts = await partsOf(chunks, 'processDataSet', 'Process');
  const information = parts.get('processInformation');
  const about = child(information, 'dataSetInformation');
  const time = child(information, 'time');
  const wanted = childrenOf(child(information, 'quantitativeReference'), 'referenceToReferenceFlow').map(
    ({ text }) => text,
  );
  const exchange = childrenOf(parts.get('exchanges'), 'exchange').find((each) =>
    wanted.includes(attributeAt(each, 'dataSetInternalID') ?? ''),
  );
  const stated: PublishedEpd = {
    id: textAt(about, 'UUID'),
    names: textsOf(childrenOf(child(about, 'name'), 'baseName')),
    productIds: childrenOf(child(about, 'other', 'productIds'), 'productId').map((each) => ({
      type: attributeAt(each, 'type') ?? '',
      value: each.text,
    })),
    formatVersion: null,
    referenceYear: textAt(time, 'referenceYear'),
    validUntil: textAt(time, 'dataSetValidUntil'),
    publishedOn: dayOf(textAt(time, 'other', 'publicationDateOfEPD')),
    expiresOn: dayOf(textAt(time, 'other', 'expirationDateOfEPD')),
    location: attributeAt(child(information, 'geography', 'locationOfOperationSupplyOrProduction'), 'location'),
    ...readModelling(parts.get('modellingAndValidation')),
    ...readOwnership(child(parts.get('administrativeInformation'), 'publicationAndOwnership')),
    defaultScenarios: childrenOf(child(about, 'other', 'scenarios'), 'scenario')
      .filter((each) => attributeAt(each, 'default') === 'true')
      .flatMap((each) => attributeAt(each, 'name') ?? []),
    flow: {
      amount: textAt(exchange, 'resultingAmount') ?? textAt(exchange, 'meanAmount'),
      reckonedAmount: null,
      properties: null,
      materials: [],
    },
    ...readResults(childrenOf(parts.get('LCIAResults'), 'LCIAResult')),
  };
  return {
    stated,
    flowId: attributeAt(child(exchange, 'referenceToFlowDataSet'), 'refObjectId')?.toLowerCase() ?? null,
  };
}

/** Reads data set type, compliance, reviews and source documents. */
function readModelling(
  modelling: Element | undefined,
): Pick<PublishedEpd, 'typeOfDataSet' | 'subType' | 'compliance' | 'reviews' | 'documents'> {
  return {
    typeOfDataSet: textAt(modelling, 'LCIMethodAndAllocation', 'typeOfDataSet'),
    subType: textAt(modelling, 'LCIMethodAndAllocation', 'other', 'subType'),
    compliance: childrenOf(child(modelling, 'complianceDeclarations'), 'compliance').flatMap((each) =>
      shortOf(child(each, 'referenceToComplianceSystem')),
    ),
    reviews: childrenOf(child(modelling, 'validation'), 'review').map((review) => ({
      type: attributeAt(review, 'type'),
      reviewers: childrenOf(review, 'referenceToNameOfReviewerAndInstitution').flatMap((each) =>
        shortOf(each).slice(0, 1),
      ),
    })),
    documents: [
      ...new Set(
        shortOf(child(modelling, 'dataSourcesTreatmentAndRepresentativeness', 'other', 'referenceToOriginalEPD')),
      ),
    ],
  };
}

/** Reads owner, operator, registration number and preceding versions. */
function readOwnership(
  ownership: Element | undefined,
): Pick<PublishedEpd, 'operator' | 'owner' | 'registrationNumber' | 'precedingIds'> {
  return {
    operator:
      shortOf(child(ownership, 'referenceToRegistrationAuthority'))[0] ??
      shortOf(child(ownership, 'other', 'referenceToPublisher'))[0] ??
      null,
    owner: shortOf(child(ownership, 'referenceToOwnershipOfDataSet'))[0] ?? null,
    registrationNumber: textAt(ownership, 'registrationNumber'),
    precedingIds: childrenOf(ownership, 'referenceToPrecedingDataSetVersion').flatMap(
      (each) => attributeAt(each, 'refObjectId') ?? [],
    ),
  };
}

/** Reads a flow data set: its properties and the material properties. Units of properties are in separate data sets. */
export async function readFlowXml(chunks: AsyncIterable<Uint8Array>): Promise<ReadFlow> {
  const parts = await partsOf(chunks, 'flowDataSet', 'Flow');
  const information = parts.get('flowInformation');
  const wanted = textAt(information, 'quantitativeReference', 'referenceToReferenceFlowProperty');
  const properties = childrenOf(parts.get('flowProperties'), 'flowProperty').map((each): FlowProperty => {
    const reference = child(each, 'referenceToFlowPropertyDataSet');
    return {
      id: attributeAt(reference, 'refObjectId')?.toLowerCase() ?? null,
      name: shortOf(reference)[0] ?? null,
      value: textAt(each, 'meanValue'),
      unit: null,
      reference: wanted !== null && attributeAt(each, 'dataSetInternalID') === wanted,
    };
  });
  return { properties, materials: materialsOf(child(information, 'dataSetInformation', 'other', 'MatML_Doc')) };
}

/** Returns the id of the unit group of a flow property. */
export async function readUnitGroupId(chunks: AsyncIterable<Uint8Array>): Promise<string | null> {
  const parts = await partsOf(chunks, 'flowPropertyDataSet', 'FlowProperty');
  return (
    attributeAt(
      child(parts.get('flowPropertiesInformation'), 'quantitativeReference', 'referenceToReferenceUnitGroup'),
      'refObjectId',
    )?.toLowerCase() ?? null
  );
}

/** Returns the name of the reference unit of a unit group. */
export async function readReferenceUnit(chunks: AsyncIterable<Uint8Array>): Promise<string | null> {
  const parts = await partsOf(chunks, 'unitGroupDataSet', 'UnitGroup');
  const wanted = textAt(parts.get('unitGroupInformation'), 'quantitativeReference', 'referenceToReferenceUnit');
  const unit = childrenOf(parts.get('units'), 'unit').find((each) => attributeAt(each, 'dataSetInternalID') === wanted);
  return textAt(unit, 'name');
}

function textsOf(elements: readonly Element[]): LanguageText[] {
  return elements.flatMap((each) =>
    each.text ? [{ language: attributeAt(each, 'lang') ?? '', text: each.text }] : [],
  );
}

function shortOf(reference: Element | undefined): string[] {
  return textsOf(childrenOf(reference, 'shortDescription')).map(({ text }) => text);
}

const dayOf = (text: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null;

/** Reads material properties such as density. MatML stores values, and names with units, in different places. */
function materialsOf(document: Element | undefined): MaterialProperty[] {
  const details = childrenOf(child(document, 'Metadata'), 'PropertyDetails');
  const values = childrenOf(document, 'Material').flatMap((material) =>
    childrenOf(child(material, 'BulkDetails'), 'PropertyData'),
  );
  return values.flatMap((value) => {
    const detail = details.find((each) => attributeAt(each, 'id') === attributeAt(value, 'property'));
    const name = textAt(detail, 'Name');
    return name === null
      ? []
      : [{ name, value: textAt(value, 'Data'), unit: attributeAt(child(detail, 'Units'), 'name') }];
  });
}

function readResults(results: readonly Element[]): Pick<PublishedEpd, 'amounts' | 'characterisation' | 'wrongUnits'> {
  const amounts: PublishedAmount[] = [];
  const wrongUnits: string[] = [];
  let characterisation: string | null = null;
  for (const result of results) {
    const method = child(result, 'referenceToLCIAMethodDataSet');
    const match = indicatorOf(attributeAt(method, 'refObjectId'), shortOf(method));
    if (!match) continue;
    const other = child(result, 'other');
    const group = child(other, 'referenceToUnitGroupDataSet');
    if (!isKgCo2e(attributeAt(group, 'refObjectId'), shortOf(group))) {
      wrongUnits.push(shortOf(group)[0] ?? attributeAt(group, 'refObjectId') ?? '');
      continue;
    }
    characterisation ??= match.characterisation;
    for (const amount of childrenOf(other, 'amount')) {
      const module = attributeAt(amount, 'module');
      if (module !== null)
        amounts.push({
          indicator: match.indicator,
          module,
          scenario: attributeAt(amount, 'scenario'),
          value: amount.text || null,
        });
    }
    if (amounts.length > AMOUNTS_MAX) throw new FormatProblem('epd-too-many-amounts', { limit: AMOUNTS_MAX });
  }
  return { amounts, characterisation, wrongUnits };
}
