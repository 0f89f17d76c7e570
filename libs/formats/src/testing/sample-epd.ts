/** A fictitious EPD, available in all supported formats. Omitted fields have plausible defaults. */
export interface SampleEpd {
  readonly id?: string;
  readonly name?: string;
  /** Key of a flow property, and the declared amount in it. */
  readonly unit?: keyof typeof properties;
  readonly amount?: string;
  /** Mass of one unit of the flow in kg, when its unit is not kg. */
  readonly massKg?: string | null;
  /** A1–A3 and other modules: `A1-A3`, `C3`, `C3:S1` for a scenario. An empty text is a module that is not declared. */
  readonly total?: Readonly<Record<string, string>>;
  readonly fossil?: Readonly<Record<string, string>>;
  readonly biogenic?: Readonly<Record<string, string>>;
  readonly luluc?: Readonly<Record<string, string>>;
  /** The single figure of EN 15804+A1. */
  readonly one?: Readonly<Record<string, string>>;
  readonly ghg?: Readonly<Record<string, string>>;
  readonly published?: string | null;
  readonly validUntil?: string | null;
  readonly reviewer?: string | null;
  readonly reviewType?: string;
  readonly owner?: string;
  readonly registration?: string | null;
  readonly subType?: string;
  readonly gtins?: readonly string[];
  readonly defaultScenario?: string;
  readonly indicatorUnit?: string;
  readonly materials?: readonly (readonly [name: string, value: string, unit: string])[];
}

const properties = {
  kg: ['93a60a56-a3c8-11da-a746-0800200b9a66', 'Mass', 'kg'],
  m3: ['93a60a56-a3c8-22da-a746-0800200c9a66', 'Volume', 'm3'],
  m2: ['93a60a56-a3c8-19da-a746-0800200c9a66', 'Area', 'm2'],
  m: ['838aaa23-0117-11db-92e3-0800200c9a66', 'Length', 'm'],
  piece: ['01846770-4cfe-4a25-8ad9-919d8d378345', 'Number of items', 'pcs.'],
} as const;

const indicators = {
  total: ['a7ea142a-9749-11ed-a8fc-0242ac120002', 'Global Warming Potential - total (GWP-total)'],
  fossil: ['a7ea19c0-9749-11ed-a8fc-0242ac120002', 'Global Warming Potential - fossil fuels (GWP-fossil)'],
  biogenic: ['a7ea186c-9749-11ed-a8fc-0242ac120002', 'Global Warming Potential - biogenic (GWP-biogenic)'],
  luluc: ['a7ea1ae2-9749-11ed-a8fc-0242ac120002', 'Global Warming Potential - luluc (GWP-luluc)'],
  one: ['77e416eb-a363-4258-a04e-171d843a6460', 'Global warming potential (GWP)'],
  ghg: [
    'e03c018f-8526-44bc-b5e4-bc03c3ab32f3',
    'Global warming potential except emissions and uptake of biogenic carbon (GWP-IOBC/GHG)',
  ],
} as const;

const KG_CO2E = '1ebf3012-d0db-4de2-aefd-ef30cedb0be1';
const FLOW = '5d4fd9a0-0f43-4a52-8a1d-6a6ea2e5c101';

type Full = Required<SampleEpd>;

function filled(sample: SampleEpd): Full {
  const plain =
    sample.total || sample.fossil || sample.one || sample.ghg
      ? {}
      : {
          total: { 'A1-A3': '12.5', C3: '0.5', D: '-1' },
          fossil: { 'A1-A3': '12.2' },
          biogenic: { 'A1-A3': '0.1' },
          luluc: { 'A1-A3': '0.2' },
        };
  return {
    id: '0b5a1f3e-7c1d-4f6a-9a55-0d9b5b1f2a01',
    name: 'Spisebord 180 × 80',
    unit: 'kg',
    amount: '1',
    massKg: null,
    total: {},
    fossil: {},
    biogenic: {},
    luluc: {},
    one: {},
    ghg: {},
    published: '2024-03-15',
    validUntil: '2029',
    reviewer: 'Kari Kontrollør, Kontroll AS',
    reviewType: 'Independent external review',
    owner: 'Produsenten AS',
    registration: 'NEPD-9999-9999-NO',
    subType: 'specific dataset',
    gtins: [],
    defaultScenario: '',
    indicatorUnit: 'kg CO2 eqv.',
    materials: [],
    ...plain,
    ...sample,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const short = (text: string): string => `<c:shortDescription xml:lang="en">${escaped(text)}</c:shortDescription>`;
const split = (key: string): readonly [module: string, scenario: string | null] => [
  key.split(':')[0] ?? key,
  key.split(':')[1] ?? null,
];
const namespaces =
  'xmlns:c="http://lca.jrc.it/ILCD/Common" xmlns:epd="http://www.iai.kit.edu/EPD/2013" xmlns:epd2="http://www.indata.network/EPD/2019" xmlns:epd24="http://www.indata.network/EPD/2024"';

function indicatorXml(name: keyof typeof indicators, { indicatorUnit, ...sample }: Full): string {
  const figures = Object.entries(sample[name]);
  if (figures.length === 0) return '';
  const amounts = figures.map(([key, value]) => {
    const [module, scenario] = split(key);
    return `<epd:amount epd:module="${module}"${scenario ? ` epd:scenario="${scenario}"` : ''}>${value}</epd:amount>`;
  });
  const group = indicatorUnit === 'kg CO2 eqv.' ? KG_CO2E : '00000000-0000-4000-8000-000000000001';
  return `<LCIAResult><referenceToLCIAMethodDataSet refObjectId="${indicators[name][0]}">${short(indicators[name][1])}</referenceToLCIAMethodDataSet><meanAmount>0</meanAmount>
    <c:other>${amounts.join('')}<epd:referenceToUnitGroupDataSet refObjectId="${group}">${short(indicatorUnit)}</epd:referenceToUnitGroupDataSet></c:other></LCIAResult>`;
}

const names = Object.keys(indicators) as (keyof typeof indicators)[];

/** Returns the process data set in XML: ILCD with the EPD extension. Its flow is in a separate data set. */
export function sampleEpdXml(sample: SampleEpd = {}): string {
  const all = filled(sample);
  const {
    id,
    name,
    published,
    validUntil,
    reviewer,
    reviewType,
    owner,
    registration,
    subType,
    gtins,
    defaultScenario,
  } = all;
  return `<?xml version="1.0" encoding="UTF-8"?>
<processDataSet xmlns="http://lca.jrc.it/ILCD/Process" ${namespaces} version="1.1">
  <processInformation>
    <dataSetInformation><c:UUID>${id}</c:UUID><name><baseName xml:lang="en">${escaped(name)}</baseName></name>
      <c:other>${gtins.length > 0 ? `<epd24:productIds>${gtins.map((gtin) => `<epd24:productId epd24:type="GTIN">${gtin}</epd24:productId>`).join('')}</epd24:productIds>` : ''}
        ${defaultScenario ? `<epd:scenarios><epd:scenario epd:default="true" epd:name="${defaultScenario}"/></epd:scenarios>` : ''}</c:other></dataSetInformation>
    <quantitativeReference type="Reference flow(s)"><referenceToReferenceFlow>0</referenceToReferenceFlow></quantitativeReference>
    <time><c:referenceYear>${(published ?? '2023').slice(0, 4)}</c:referenceYear>${validUntil ? `<c:dataSetValidUntil>${validUntil}</c:dataSetValidUntil>` : ''}
      ${published ? `<c:other><epd2:publicationDateOfEPD>${published}</epd2:publicationDateOfEPD></c:other>` : ''}</time>
    <geography><locationOfOperationSupplyOrProduction location="NO"/></geography>
  </processInformation>
  <modellingAndValidation>
    <LCIMethodAndAllocation><typeOfDataSet>EPD</typeOfDataSet><c:other><epd:subType>${subType}</epd:subType></c:other></LCIMethodAndAllocation>
    <validation>${reviewer ? `<review type="${reviewType}"><c:referenceToNameOfReviewerAndInstitution>${short(reviewer)}</c:referenceToNameOfReviewerAndInstitution></review>` : ''}</validation>
    <complianceDeclarations>${['ISO 14025', Object.keys(all.one).length > 0 ? 'EN 15804+A1' : 'EN 15804+A2'].map((each) => `<compliance><c:referenceToComplianceSystem>${short(each)}</c:referenceToComplianceSystem></compliance>`).join('')}</complianceDeclarations>
  </modellingAndValidation>
  <administrativeInformation><publicationAndOwnership>
    <c:referenceToRegistrationAuthority>${short('Prøveprogrammet')}</c:referenceToRegistrationAuthority>${registration ? `<c:registrationNumber>${registration}</c:registrationNumber>` : ''}
    <c:referenceToOwnershipOfDataSet>${short(owner)}</c:referenceToOwnershipOfDataSet>
  </publicationAndOwnership></administrativeInformation>
  <exchanges><exchange dataSetInternalID="0"><referenceToFlowDataSet type="flow data set" refObjectId="${FLOW}">${short(name)}</referenceToFlowDataSet><meanAmount>1</meanAmount></exchange></exchanges>
  <LCIAResults>${names.map((each) => indicatorXml(each, all)).join('')}</LCIAResults>
</processDataSet>`;
}

/** Returns the flow data set that the process refers to. */
export function sampleFlowXml(sample: SampleEpd = {}): string {
  const { name, unit, amount, massKg, materials } = filled(sample);
  const property = (at: number, key: keyof typeof properties, value: string) =>
    `<flowProperty dataSetInternalID="${at}"><referenceToFlowPropertyDataSet type="flow property data set" refObjectId="${properties[key][0]}">${short(properties[key][1])}</referenceToFlowPropertyDataSet><meanValue>${value}</meanValue></flowProperty>`;
  const matml =
    materials.length === 0
      ? ''
      : `<c:other><mm:MatML_Doc xmlns:mm="http://www.matml.org/"><mm:Material><mm:BulkDetails>${materials.map(([, value], at) => `<mm:PropertyData property="p${at}"><mm:Data format="float">${value}</mm:Data></mm:PropertyData>`).join('')}</mm:BulkDetails></mm:Material>
    <mm:Metadata>${materials.map(([what, , per], at) => `<mm:PropertyDetails id="p${at}"><mm:Name>${what}</mm:Name><mm:Units name="${per}"/></mm:PropertyDetails>`).join('')}</mm:Metadata></mm:MatML_Doc></c:other>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<flowDataSet xmlns="http://lca.jrc.it/ILCD/Flow" ${namespaces} version="1.1">
  <flowInformation><dataSetInformation><c:UUID>${FLOW}</c:UUID><name><baseName xml:lang="en">${escaped(name)}</baseName></name>${matml}</dataSetInformation>
    <quantitativeReference><referenceToReferenceFlowProperty>0</referenceToReferenceFlowProperty></quantitativeReference></flowInformation>
  <flowProperties>${property(0, unit, amount)}${massKg === null ? '' : property(1, 'kg', massKg)}</flowProperties>
</flowDataSet>`;
}

/** Returns the archive as published by a programme operator: entries by name. */
export function sampleEpdArchive(sample: SampleEpd = {}): Record<string, string> {
  const { id } = filled(sample);
  return {
    [`ILCD/processes/${id}.xml`]: sampleEpdXml(sample),
    [`ILCD/flows/${FLOW}.xml`]: sampleFlowXml(sample),
    'ILCD/external_docs/epd.pdf': '%PDF-1.7',
  };
}

/** Returns the same EPD as exported by soda4LCA in JSON. */
export function sampleEpdJson(sample: SampleEpd = {}): Record<string, unknown> {
  const all = filled(sample);
  const text = (value: string) => [{ value, lang: 'en' }];
  const named = (value: string) => ({
    shortDescription: text(value),
    type: 'source data set',
    refObjectId: '00000000-0000-4000-8000-000000000002',
    version: '00.00.000',
  });
  const property = (key: keyof typeof properties, value: string, reference: boolean) => ({
    name: text(properties[key][1]),
    uuid: properties[key][0],
    meanValue: Number(value),
    ...(reference ? { referenceFlowProperty: true, referenceUnit: properties[key][2] } : {}),
  });
  const result = (name: keyof typeof indicators) => ({
    referenceToLCIAMethodDataSet: { ...named(indicators[name][1]), refObjectId: indicators[name][0] },
    other: {
      anies: [
        ...Object.entries(all[name]).map(([key, value]) => {
          const [module, scenario] = split(key);
          return { module, ...(scenario ? { scenario } : {}), value: value || null };
        }),
        {
          name: 'referenceToUnitGroupDataSet',
          value: {
            ...named(all.indicatorUnit),
            refObjectId: all.indicatorUnit === 'kg CO2 eqv.' ? KG_CO2E : '00000000-0000-4000-8000-000000000001',
          },
        },
      ],
    },
  });
  return {
    processInformation: {
      dataSetInformation: { UUID: all.id, name: { baseName: text(all.name) } },
      quantitativeReference: { referenceToReferenceFlow: [0] },
      time: {
        referenceYear: 2023,
        ...(all.validUntil ? { dataSetValidUntil: Number(all.validUntil) } : {}),
        ...(all.published
          ? { other: { anies: [{ name: 'publicationDateOfEPD', value: Date.parse(all.published) }] } }
          : {}),
      },
      geography: { locationOfOperationSupplyOrProduction: { location: 'NO' } },
    },
    modellingAndValidation: {
      LCIMethodAndAllocation: { typeOfDataSet: 'EPD', other: { anies: [{ name: 'subType', value: all.subType }] } },
      validation: {
        review: all.reviewer
          ? [{ type: all.reviewType, referenceToNameOfReviewerAndInstitution: [named(all.reviewer)] }]
          : [],
      },
      complianceDeclarations: {
        compliance: ['ISO 14025', Object.keys(all.one).length > 0 ? 'EN 15804+A1' : 'EN 15804+A2'].map((each) => ({
          referenceToComplianceSystem: named(each),
        })),
      },
    },
    administrativeInformation: {
      publicationAndOwnership: {
        referenceToRegistrationAuthority: named('Prøveprogrammet'),
        referenceToOwnershipOfDataSet: named(all.owner),
        ...(all.registration ? { registrationNumber: all.registration } : {}),
      },
    },
    exchanges: {
      exchange: [
        {
          referenceToFlowDataSet: { ...named(all.name), refObjectId: FLOW },
          dataSetInternalID: 0,
          referenceFlow: true,
          meanAmount: 1,
          resultingflowAmount: Number(all.amount),
          flowProperties: [
            property(all.unit, all.amount, true),
            ...(all.massKg === null ? [] : [property('kg', all.massKg, false)]),
          ],
          materialProperties: all.materials.map(([name, value, unit]) => ({ name, value, unit })),
        },
      ],
    },
    version: '1.1',
    LCIAResults: { LCIAResult: names.filter((name) => Object.keys(all[name]).length > 0).map(result) },
  };
}
