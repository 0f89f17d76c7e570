import { bytesOf, writeZip } from '@tallgrunn/tabular';
import { readDeclaration } from '../footprint/read-declaration.ts';
import type { Footprint } from '../footprint/footprint.ts';
import { readEpdArchive } from './read-epd-archive.ts';
import { sampleEpdArchive, sampleEpdJson, sampleEpdXml, type SampleEpd } from '../testing/sample-epd.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (content: string | Uint8Array, name = 'epd', today = '2026-06-01') =>
  readDeclaration(bytesOf(typeof content === 'string' ? encode(content) : content), { name, today });

async function zipped(files: Record<string, string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(Object.entries(files).map(([name, text]) => ({ name, content: [encode(text)] }))))
    pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

interface Told {
  readonly footprint: Footprint;
  readonly codes: readonly string[];
}

async function told(content: string | Uint8Array): Promise<Told> {
  const reading = await read(content);
  if (!reading.ok) throw new Error(reading.code);
  return { footprint: reading.document.footprints[0]!, codes: reading.findings.map(({ code }) => code) };
}

const ways: Record<string, (sample?: SampleEpd) => Promise<Told>> = {
  'an ILCD+EPD archive': async (sample) => told(await zipped(sampleEpdArchive(sample))),
  'soda4LCA JSON': (sample) => told(JSON.stringify(sampleEpdJson(sample))),
};

describe.each(Object.entries(ways))('EPD as %s', (_, of) => {
  it('has its product stage per declared unit, its publisher and its validity', async () => {
    const { footprint, codes } = await of();
    expect(footprint).toMatchObject({
      id: '0b5a1f3e-7c1d-4f6a-9a55-0d9b5b1f2a01',
      product: { name: 'Spisebord 180 × 80' },
      company: { name: 'Produsenten AS' },
      declaredUnit: 'kilogram',
      pcfExcludingBiogenic: '12.4',
      pcfIncludingBiogenic: '12.5',
      perUnit: '12.4',
      validFrom: '2024-03-15',
      validTo: '2029-03-15',
      geography: { country: 'NO' },
      verification: {
        provider: 'Kari Kontrollør, Kontroll AS',
        standard: 'ISO 14025',
        coverage: 'Independent external review',
      },
      epd: {
        standard: 'EN 15804+A2',
        registrationNumber: 'NEPD-9999-9999-NO',
        operator: 'Prøveprogrammet',
        basis: 'fossil-and-luluc',
        summed: false,
      },
    });
    expect(codes).toEqual(['epd-validity-year']);
  });

  it('declared per 1,000 kg gives a thousandth per kg', async () => {
    const { footprint } = await of({ amount: '1000', fossil: { 'A1-A3': '960' }, luluc: { 'A1-A3': '2.5' } });
    expect(footprint).toMatchObject({
      declaredAmount: '1000',
      declaredUnit: 'kilogram',
      perUnit: '0.9625',
      massPerDeclaredUnit: '1000',
    });
  });

  it('adds A1, A2 and A3 only without a combined module, and never counts an undeclared module as zero', async () => {
    const apart = await of({
      fossil: { A1: '250', A2: '8.5', A3: '3.5', A4: '4' },
      luluc: { A1: '0.1', A2: '0', A3: '0.1' },
    });
    expect([apart.footprint.perUnit, apart.codes.includes('epd-modules-summed')]).toEqual(['262.2', true]);
    const both = await of({ one: { A1: '4', A2: '1', A3: '2', 'A1-A3': '7' } });
    expect([both.footprint.perUnit, both.codes.includes('epd-modules-differ')]).toEqual(['7', false]);
    const differing = await of({ one: { A1: '4', A2: '1', A3: '2', 'A1-A3': '9' } });
    expect([differing.footprint.perUnit, differing.codes.includes('epd-modules-differ')]).toEqual(['9', true]);
    const missing = await of({ one: { A1: '4', A2: '', A3: '2', C3: '0' } });
    expect([missing.footprint.perUnit, missing.codes.includes('epd-modules-missing')]).toEqual([null, true]);
  });

  it('uses the default of several scenarios, and none without a default', async () => {
    const several = { 'A1-A3:fossilt': '8', 'A1-A3:100% riciclo': '5' };
    expect((await of({ one: several })).codes).toEqual(
      expect.arrayContaining(['epd-scenario-unclear', 'epd-modules-missing']),
    );
    const { footprint, codes } = await of({ one: { 'A1-A3': '8', 'D:energetisch': '-2', 'D:stofflich': '-3' } });
    expect([footprint.perUnit, codes.includes('epd-scenario-unclear'), footprint.epd?.modules.length]).toEqual([
      '8',
      false,
      3,
    ]);
  });

  it('excludes biogenic uptake: a total alone is not used, and a single negative figure is reported', async () => {
    const alone = await of({ total: { 'A1-A3': '-640' } });
    expect([alone.footprint.perUnit, alone.footprint.pcfIncludingBiogenic, alone.codes]).toEqual([
      null,
      '-640',
      ['epd-split-missing', 'epd-validity-year'],
    ]);
    expect((await of({ one: { 'A1-A3': '-647.42' } })).codes).toEqual([
      'epd-one-figure',
      'footprint-negative',
      'epd-validity-year',
    ]);
    expect((await of({ total: { 'A1-A3': '-640' }, ghg: { 'A1-A3': '48' } })).footprint).toMatchObject({
      perUnit: '48',
      epd: { basis: 'ghg' },
    });
    expect((await of({ total: { 'A1-A3': '50' }, fossil: { 'A1-A3': '49' } })).footprint).toMatchObject({
      perUnit: '49',
      epd: { basis: 'fossil' },
    });
  });

  it('reports a total that differs from the sum of its parts by more than 1 %', async () => {
    const parquet = {
      total: { 'A1-A3': '6.529', C3: '12.2' },
      fossil: { 'A1-A3': '18.61' },
      biogenic: { 'A1-A3': '-12.10', C3: '12.1' },
      luluc: { 'A1-A3': '0.024' },
    };
    expect((await of(parquet)).codes).toEqual(['epd-validity-year']);
    const { footprint, codes } = await of({
      total: { 'A1-A3': '15.56' },
      fossil: { 'A1-A3': '40' },
      biogenic: { 'A1-A3': '24' },
      luluc: { 'A1-A3': '10.4' },
    });
    expect([footprint.perUnit, codes]).toEqual(['50.4', ['epd-sum-differs', 'epd-validity-year']]);
    expect((await of({ ...parquet, biogenic: { 'A1-A3': '-12.10', C3: '1', C4: '0.5' } })).codes).toContain(
      'epd-biogenic-not-released',
    );
  });

  it('reads its mass, and rejects a density in grams and an inverted factor', async () => {
    const concrete = {
      unit: 'm3',
      massKg: '2297',
      materials: [
        ['conversion factor to 1 kg', '4.3535E-4', '-'],
        ['gross density', '2297', 'kg/m^3'],
      ],
    } as const;
    const { footprint, codes } = await of(concrete);
    expect([footprint.declaredUnit, footprint.massPerDeclaredUnit, codes]).toEqual([
      'cubic meter',
      '2297',
      ['epd-conversion-inverse', 'epd-validity-year'],
    ]);
    const light = await of({ unit: 'm3', materials: [['gross density', '2.4', 'kg/m^3']] });
    expect([light.footprint.massPerDeclaredUnit, light.codes]).toEqual([
      null,
      ['epd-density-implausible', 'footprint-mass-missing', 'epd-validity-year'],
    ]);
    expect((await of({ unit: 'm2', materials: [['grammage', '15.02', 'kg/m^2']] })).footprint.massPerDeclaredUnit).toBe(
      '15.02',
    );
    expect(
      (await of({ unit: 'm3', massKg: '2265', materials: [['gross density', '1800', 'kg/m^3']] })).codes,
    ).toContain('epd-mass-differs');
  });

  it('is valid until the last day of the year when no day is stated, never without an end, and expired the day after', async () => {
    expect((await of({ published: null, validUntil: '2025' })).footprint).toMatchObject({
      validFrom: '2023-01-01',
      validTo: '2025-12-31',
    });
    expect((await of({ published: null, validUntil: '2025' })).codes).toEqual([
      'epd-validity-year',
      'epd-published-missing',
      'footprint-expired',
    ]);
    const endless = await of({ validUntil: null });
    expect([endless.footprint.validTo, endless.codes]).toEqual([null, ['epd-validity-missing']]);
    expect((await of({ published: '2021-06-01', validUntil: '2026' })).codes).toEqual(['epd-validity-year']);
    expect((await of({ published: '2021-05-31', validUntil: '2026' })).codes).toEqual([
      'epd-validity-year',
      'footprint-expired',
    ]);
  });

  it('is verified by a named external reviewer, and reported when it covers more than one product', async () => {
    expect((await of({ reviewer: null })).codes).toContain('epd-unreviewed');
    const internal = await of({ reviewType: 'Dependent internal review' });
    expect([internal.footprint.verification, internal.codes.includes('epd-unreviewed')]).toEqual([null, true]);
    expect((await of({ subType: 'average dataset' })).codes).toContain('epd-not-specific');
    expect((await of({ registration: null })).codes).toContain('epd-unregistered');
  });

  it('is not read when a climate figure is in another unit', async () => {
    expect((await of({ indicatorUnit: 'g CO2 eqv.' })).codes).toEqual(
      expect.arrayContaining(['epd-indicator-unit', 'epd-modules-missing']),
    );
  });
});

describe('XML only', () => {
  it('reads a GTIN of the product, and null when the flow is not in the file', async () => {
    expect((await told(await zipped(sampleEpdArchive({ gtins: ['7038010009457'] })))).footprint.gtins).toEqual([
      '7038010009457',
    ]);
    const alone = await told(sampleEpdXml({ amount: '1000' }));
    expect([alone.footprint.declaredUnit, alone.codes]).toEqual([null, ['epd-flow-missing', 'epd-validity-year']]);
  });

  it('reads a default scenario', async () => {
    const epd = { one: { 'A1-A3:fossilt': '8', 'A1-A3:100% riciclo': '5' }, defaultScenario: '100% riciclo' };
    expect((await told(await zipped(sampleEpdArchive(epd)))).footprint.perUnit).toBe('5');
  });

  it('names the PDF in the archive', async () => {
    expect((await told(await zipped(sampleEpdArchive()))).footprint.epd?.documents).toEqual(['epd.pdf']);
  });
});

describe('refusals', () => {
  const of = async (content: string | Uint8Array) => {
    const reading = await read(content);
    return reading.ok ? 'read' : reading.code;
  };

  it('depend on the content, not on the file name', async () => {
    expect(await of('%PDF-1.7\n')).toBe('pdf-no-figures');
    expect(await of('')).toBe('file-empty');
    expect(await of('<Invoice/>')).toBe('not-an-epd');
    expect(await of(sampleEpdXml().replace(/<LCIAResults>.*<\/LCIAResults>/s, ''))).toBe('epd-without-gwp');
    expect(await of(sampleEpdXml().replace(/<c:UUID>.*<\/c:UUID>/, ''))).toBe('epd-incomplete');
    expect(await of(await zipped({ 'ILCD/flows/a.xml': 'x' }))).toBe('epd-archive-empty');
    expect(await of(JSON.stringify({ ...sampleEpdJson(), processInformation: undefined }))).toBe('epd-incomplete');
  });

  it('cover entities, nesting, endless figures and zip bombs', async () => {
    expect(
      await of(sampleEpdXml().replace('<processDataSet', '<!DOCTYPE p [<!ENTITY a "aaaa">]><processDataSet')),
    ).toBe('xml-doctype');
    expect(await of(sampleEpdXml().replace('<LCIAResults>', `<LCIAResults>${'<a>'.repeat(100)}`))).toBe(
      'xml-too-large',
    );
    const many = '<epd:amount epd:module="D">1</epd:amount>'.repeat(3_000);
    expect(await of(sampleEpdXml().replace('<epd:amount', `${many}<epd:amount`))).toBe('epd-too-many-amounts');
    const bomb = await zipped({ ...sampleEpdArchive(), 'ILCD/flows/x.xml': 'x'.repeat(30_000_000) });
    expect(await of(bomb)).toBe('zip-bomb');
    expect(await of(bomb.subarray(0, bomb.length - 40))).toBe('zip-damaged');
    const hollow = await zipped({
      ...sampleEpdArchive(),
      [`ILCD/flows/5d4fd9a0-0f43-4a52-8a1d-6a6ea2e5c101.xml`]: '<!DOCTYPE f><flowDataSet/>',
    });
    expect(await of(hollow)).toBe('xml-doctype');
    expect(await of(`[${'['.repeat(50_000)}`)).toBe('not-json');
  });

  it('reads a flow once, even when many EPDs refer to it', async () => {
    const hardToPack = Array.from({ length: 20_000 }, (_, index) =>
      (Math.imul(index + 1, 2_654_435_761) >>> 0).toString(36),
    ).join('');
    const archive = Object.fromEntries(
      Object.entries(sampleEpdArchive()).map(([name, text]) => [
        name,
        name.includes('/flows/') ? `${text}<!-- ${hardToPack} -->` : text,
      ]),
    );
    for (let count = 1; count <= 20; count += 1)
      archive[`ILCD/processes/${count}.xml`] = sampleEpdXml({
        id: `70000000-0000-4000-8000-0000000000${String(count).padStart(2, '0')}`,
      });
    const zip = await zipped(archive);
    let bytesRead = 0;
    const source = bytesOf(zip);
    const counted = {
      size: source.size,
      read: (from: number, to: number) => ((bytesRead += to - from), source.read(from, to)),
    };
    const { footprints } = await readEpdArchive(counted, '2026-06-01');
    expect(new Set(footprints.map(({ declaredUnit, perUnit }) => `${perUnit} ${declaredUnit}`)).size).toBe(1);
    expect(footprints).toHaveLength(21);
    expect(bytesRead).toBeLessThan(2 * zip.length);
  });

  it('quarantines an unusable EPD by the name of its entry', async () => {
    const zip = await zipped({
      ...sampleEpdArchive(),
      'ILCD/processes/b.xml': '<processDataSet xmlns="http://lca.jrc.it/ILCD/Process"/>',
    });
    const reading = await read(zip);
    expect(reading).toMatchObject({ ok: true, document: { format: 'ilcd-epd', footprints: [{}] } });
    expect(reading.findings).toContainEqual(
      expect.objectContaining({
        code: 'epd-incomplete',
        severity: 'blocksRow',
        place: { path: 'ILCD/processes/b.xml' },
      }),
    );
  });
});
