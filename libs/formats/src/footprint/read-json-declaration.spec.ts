import fs from 'node:fs';
import path from 'node:path';
import { messageOf } from '../messages/message-of.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import { readJsonDeclaration } from './read-json-declaration.ts';

const version3 = {
  id: '6a6cbe91-4ce9-4ae1-8c3e-2f1f0a4d4f01',
  specVersion: '3.0.0',
  created: '2026-02-01T10:00:00Z',
  status: 'Active',
  companyName: 'Blyant & Bind',
  companyIds: ['urn:uuid:51131fb5-42a2-4267-a402-0ecfefad1619'],
  productDescription: 'Kopipapir A4',
  productIds: ['urn:gtin:7038010009457', 'urn:epc:id:sgtin:4012345.011111.987'],
  productNameCompany: 'Kopipapir',
  pcf: {
    declaredUnitOfMeasurement: 'piece',
    declaredUnitAmount: '1000',
    productMassPerDeclaredUnit: '2.5',
    referencePeriodStart: '2024-01-01T00:00:00Z',
    referencePeriodEnd: '2024-12-31T00:00:00Z',
    pcfExcludingBiogenicUptake: '2150.40',
    pcfIncludingBiogenicUptake: '-300',
    primaryDataShare: '62',
    geographyCountry: 'NO',
    verification: { providerName: 'Kontroll AS', standardName: 'ISO 14067:2018', completedAt: '2026-01-15T09:00:00Z' },
  },
};
const read = (json: unknown, today = '2026-06-01') => readJsonDeclaration(JSON.stringify(json), { today });
const one = (json: unknown) => {
  const reading = read(json);
  if (!reading.ok) throw new Error(reading.code);
  return { footprint: reading.document.footprints[0]!, codes: reading.findings.map((f) => f.code) };
};
const withPcf = (pcf: Record<string, unknown>) => ({ ...version3, pcf: { ...version3.pcf, ...pcf } });

describe('footprint of version 3', () => {
  it('refuses a list that is too long before parsing it', () => {
    const list = (length: number, part: string) =>
      readJsonDeclaration(`[${Array.from({ length }, () => part).join(',')}]`);
    expect(list(10_001, '{}')).toMatchObject({
      ok: false,
      code: 'too-many-footprints',
      findings: [{ params: { limit: 10_000 } }],
    });
    expect(list(1_000_001, '[]')).toMatchObject({ ok: false, code: 'too-many-footprints' });
    expect(list(10_000, '1')).toMatchObject({ ok: false, code: 'not-a-footprint' });
  });

  it('is reported when its parts differ from its total', () => {
    const parts = {
      fossilGhgEmissions: '2000.40',
      biogenicNonCO2Emissions: '50',
      landUseChangeGhgEmissions: '90',
      landManagementBiogenicCO2Emissions: '20',
      landManagementBiogenicCO2Removals: '-10',
    };
    expect(one(withPcf(parts))).toMatchObject({
      footprint: { parts: { fossil: '2000.40', biogenic: '50', landUse: '100' } },
      codes: ['footprint-validity-assumed'],
    });
    expect(one(withPcf({ ...parts, landUseChangeGhgEmissions: '0' })).codes).toContain('footprint-parts-differ');
    expect(one(withPcf({ ...parts, biogenicNonCO2Emissions: null, fossilGhgEmissions: '1' }))).toMatchObject({
      footprint: { parts: null },
      codes: ['footprint-validity-assumed'],
    });
  });

  it('is read with an exact value per unit, its GTINs and the default validity', () => {
    const { footprint, codes } = one(version3);
    expect(footprint).toMatchObject({
      gtins: ['7038010009457', '04012345111118'],
      declaredAmount: '1000',
      perUnit: '2.1504',
      validFrom: '2024-12-31',
      validTo: '2027-12-31',
      validityAssumed: true,
      geography: { country: 'NO' },
      verification: { provider: 'Kontroll AS', completedOn: '2026-01-15' },
    });
    expect(codes).toEqual(['footprint-validity-assumed']);
  });

  it('never uses the value with biogenic uptake instead of the other', () => {
    const { footprint, codes } = one(withPcf({ pcfExcludingBiogenicUptake: undefined }));
    expect(footprint).toMatchObject({ pcfExcludingBiogenic: null, pcfIncludingBiogenic: '-300', perUnit: null });
    expect(codes).toContain('footprint-excluding-missing');
  });

  it('reports negative values, wrong units, wrong amounts, fractions and wrong check digits', () => {
    const odd = withPcf({
      pcfExcludingBiogenicUptake: '-1',
      pcfIncludingBiogenicUptake: '1',
      declaredUnitOfMeasurement: 'box',
      declaredUnitAmount: '0',
      primaryDataShare: '0.62',
    });
    const { codes, footprint } = one({ ...odd, id: 'x', status: 'Deprecated', productIds: ['urn:gtin:1234567890123'] });
    expect(footprint).toMatchObject({ perUnit: null, gtins: [], productIds: ['urn:gtin:1234567890123'] });
    expect(codes).toEqual([
      ...[
        'footprint-id-wrong',
        'footprint-gtin-wrong',
        'footprint-deprecated',
        'footprint-negative',
        'footprint-including-higher',
      ],
      ...['footprint-unit-unknown', 'footprint-amount-wrong', 'footprint-validity-assumed', 'footprint-share-fraction'],
    ]);
  });

  it('is expired by the given day, or valid for too long by the rule', () => {
    const stated = {
      ...version3,
      validityPeriodStart: '2025-01-01T00:00:00Z',
      validityPeriodEnd: '2026-05-31T23:59:59Z',
    };
    expect(one(stated).codes).toEqual(['footprint-expired']);
    expect(read(stated, '2026-05-31').findings).toEqual([]);
    expect(one({ ...stated, validityPeriodEnd: '2028-01-01T00:00:00Z' }).codes).toEqual([
      'footprint-validity-too-long',
    ]);
  });

  it('rounds an infinite quotient to eighteen decimals', () => {
    expect(one(withPcf({ pcfExcludingBiogenicUptake: '1', declaredUnitAmount: '3' })).footprint.perUnit).toBe(
      '0.333333333333333333',
    );
  });
});

describe('other shapes', () => {
  it('reads version 2 with its other names, and numbers instead of texts', () => {
    const pcf = {
      declaredUnit: 'liter',
      unitaryProductAmount: '12.0',
      pCfExcludingBiogenic: '1.2',
      primaryDataShare: 1e-7,
      assurance: { assurance: false },
    };
    const { footprint } = one({
      ...version3,
      specVersion: '2.3.0',
      pcf: { ...pcf, referencePeriodEnd: '2024-02-29T00:00:00Z' },
    });
    expect(footprint).toMatchObject({
      declaredUnit: 'liter',
      perUnit: '0.1',
      primaryDataShare: '0.0000001',
      verification: null,
      validTo: '2027-02-28',
    });
  });

  it('reads a list, an API response, and one invalid footprint among valid ones', () => {
    expect(read([version3, version3])).toMatchObject({ ok: true, document: { footprints: [{}, {}] } });
    expect(read({ data: [version3] })).toMatchObject({ ok: true, document: { footprints: [{}] } });
    const mixed = read([{ specVersion: '1.0.0', pcf: {} }, version3]);
    expect(mixed).toMatchObject({
      ok: true,
      document: { footprints: [{}] },
      findings: [{ code: 'footprint-version', severity: 'blocksRow', place: { path: '$[0]' } }, {}],
    });
  });

  const refusals: [string, string][] = [
    ['', 'file-empty'],
    ['{"a":', 'not-json'],
    ['{"id":1,"kind":"x"}', 'not-a-footprint'],
    ['[]', 'not-a-footprint'],
    ['{"specVersion":"1.0.0","pcf":{}}', 'footprint-version'],
    ['{"specVersion":"3.0.0","id":"a","pcf":{}}', 'footprint-incomplete'],
    ['['.repeat(100_000), 'not-json'],
  ];
  it.each(refusals)('refuses %.30s', (text, code) => {
    const reading = readJsonDeclaration(text);
    expect(reading).toMatchObject({ ok: false, code });
    expect(messageOf(reading.findings[0]!, 'nn')).toMatch(/\w/);
  });
});

const folder = thirdPartyData('4-pact');
(folder ? describe : describe.skip)('third-party PACT files', () => {
  it('reads or refuses every file with a known code, and calculates the quotient of its own figures', () => {
    const refused = new Set<string>();
    let footprints = 0;
    for (const file of filesBelow(folder!, '.json')) {
      const bytes = fs.readFileSync(path.join(folder!, file));
      const reading = readJsonDeclaration(new Uint8Array(bytes), { name: file });
      if (!reading.ok) {
        refused.add(reading.code);
        continue;
      }
      const json = JSON.parse(bytes.toString('utf8'));
      const all: { pcf: Record<string, string> }[] = Array.isArray(json) ? json : (json.data ?? [json]);
      reading.document.footprints.forEach((footprint, index) => {
        const pcf = all[index]!.pcf;
        const quotient =
          Number(pcf['pcfExcludingBiogenicUptake'] ?? pcf['pCfExcludingBiogenic']) /
          Number(pcf['declaredUnitAmount'] ?? pcf['unitaryProductAmount']);
        expect(Number(footprint.perUnit)).toBeCloseTo(quotient, 9);
        footprints += 1;
      });
    }
    expect([...refused].sort()).toEqual(['footprint-version', 'not-a-footprint']);
    expect(footprints).toBeGreaterThan(120);
  });
});
