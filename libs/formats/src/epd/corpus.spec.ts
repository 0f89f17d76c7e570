import fs from 'node:fs';
import path from 'node:path';
import { bytesOf } from '@tallgrunn/tabular';
import type { Footprint } from '../footprint/footprint.ts';
import { readDeclaration } from '../footprint/read-declaration.ts';
import { runLcax, hasLcax } from '../testing/call-lcax.ts';
import { thirdPartyData, filesBelow } from '../testing/borrowed-data.ts';
import { sampleEpdJson, type SampleEpd } from '../testing/sample-epd.ts';

const folder = thirdPartyData('3-epd');
const read = (bytes: Uint8Array, name: string) => readDeclaration(bytesOf(bytes), { name });

interface SodaAmount {
  readonly module?: string;
  readonly value?: unknown;
}

interface Soda {
  readonly exchanges: {
    readonly exchange: readonly {
      readonly meanAmount: number;
      readonly referenceFlow?: boolean;
      readonly flowProperties?: readonly { readonly meanValue: number; readonly referenceFlowProperty?: boolean }[];
    }[];
  };
  readonly LCIAResults: {
    readonly LCIAResult: readonly {
      readonly referenceToLCIAMethodDataSet: { readonly refObjectId: string };
      readonly other: { readonly anies: readonly SodaAmount[] };
    }[];
  };
}

/**
 * Calculates the expected figure independently of the reader: floats directly from the JSON, per unit of the flow's
 * reference property.
 */
function reckoned({ exchanges, LCIAResults }: Soda, ...ids: string[]): number | null {
  const figures = LCIAResults.LCIAResult.find(({ referenceToLCIAMethodDataSet }) =>
    ids.includes(referenceToLCIAMethodDataSet.refObjectId),
  )?.other.anies;
  if (!figures) return null;
  const at = (module: string) =>
    figures
      .filter((each) => each.module === module && each.value !== null && each.value !== undefined)
      .map(({ value }) => Number(value))[0];
  const parts = ['A1', 'A2', 'A3'].map(at);
  const stage =
    at('A1-A3') ?? (parts.includes(undefined) ? undefined : parts.reduce<number>((so, part) => so + part!, 0));
  const flow = exchanges.exchange.find(({ referenceFlow }) => referenceFlow)!;
  const per =
    flow.meanAmount * (flow.flowProperties?.find(({ referenceFlowProperty }) => referenceFlowProperty)?.meanValue ?? 1);
  return stage === undefined ? null : stage / per;
}

const perUnit = (
  { epd, declaredAmount }: Footprint,
  indicator: 'total' | 'fossil' | 'luluc' | 'one',
): number | null => {
  const value = epd?.productStage[indicator] ?? null;
  return value === null ? null : Number(value) / Number(declaredAmount);
};

const TOTAL = ['6a37f984-a4b3-458a-a20a-64418c145fa2', 'a7ea142a-9749-11ed-a8fc-0242ac120002'];
const FOSSIL = ['5f635281-343e-44fb-83df-1971b155e6b6', 'a7ea19c0-9749-11ed-a8fc-0242ac120002'];
const LULUC = ['4331bbdb-978a-490d-8707-eeb047f01a55', 'a7ea1ae2-9749-11ed-a8fc-0242ac120002'];
const ONE = '77e416eb-a363-4258-a04e-171d843a6460';

(folder ? describe : describe.skip)('real EPDs', () => {
  const files = folder ? filesBelow(folder, '.json') : [];

  it('are each read, or refused when they are not EPDs', async () => {
    const refused: Record<string, number> = {};
    let epds = 0;
    for (const file of filesBelow(folder!, '.json', '.xml', '.zip')) {
      const reading = await read(new Uint8Array(fs.readFileSync(path.join(folder!, file))), file);
      if (reading.ok) epds += reading.document.footprints.length;
      else refused[reading.code] = (refused[reading.code] ?? 0) + 1;
    }
    expect(epds).toBeGreaterThanOrEqual(17);
    // Data sets of other kinds (flows, contacts, units), two processes without climate figures, one deliberately broken
    // EPD, one archive without an EPD, one file of another tool.
    expect(Object.keys(refused).sort()).toEqual([
      'epd-archive-empty',
      'epd-incomplete',
      'epd-without-gwp',
      'not-a-footprint',
      'not-an-epd',
    ]);
    expect(refused['epd-incomplete']).toBe(1);
  });

  it('have the A1–A3 of their own figures, per declared unit', async () => {
    let compared = 0;
    for (const file of files) {
      const bytes = fs.readFileSync(path.join(folder!, file));
      const reading = await read(new Uint8Array(bytes), file);
      const json = JSON.parse(bytes.toString('utf8')) as Soda;
      if (!reading.ok) continue;
      const [footprint] = reading.document.footprints as [Footprint];
      for (const [indicator, ids] of [
        ['total', TOTAL],
        ['fossil', FOSSIL],
        ['luluc', LULUC],
        ['one', [ONE]],
      ] as const) {
        const expected = reckoned(json, ...ids);
        const found = perUnit(footprint, indicator);
        if (expected === null) expect([file, indicator, found]).toEqual([file, indicator, null]);
        else expect(found).toBeCloseTo(expected, 9);
      }
      const [fossil, luluc, one] = [reckoned(json, ...FOSSIL), reckoned(json, ...LULUC), reckoned(json, ONE)];
      expect(Number(footprint.perUnit)).toBeCloseTo(one ?? fossil! + luluc!, 9);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(11);
  });

  (hasLcax() ? it : it.skip)('lcax finds the same A1–A3 in each', async () => {
    const texts = files.map((file) => fs.readFileSync(path.join(folder!, file), 'utf8'));
    const others = runLcax(texts);
    let compared = 0;
    for (const [at, file] of files.entries()) {
      const reading = await read(new TextEncoder().encode(texts[at]!), file);
      const { impacts, error } = others[at]!;
      expect([file, error === undefined]).toEqual([file, reading.ok]);
      if (!reading.ok) continue;
      const [footprint] = reading.document.footprints as [Footprint];
      expect(perUnit(footprint, 'total') ?? perUnit(footprint, 'one')).toBeCloseTo(impacts!['gwp']!['a1a3']!, 9);
      if (impacts!['gwp_fos']) expect(perUnit(footprint, 'fossil')).toBeCloseTo(impacts!['gwp_fos']!['a1a3']!, 9);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(11);
  });
});

/**
 * Each difference is documented with its reason in docs/method.md. If one of these tests fails, lcax has changed:
 * update the page and this test.
 */
(hasLcax() ? describe : describe.skip)('where we differ from lcax 3.4.3', () => {
  const both = async (sample: SampleEpd) => {
    const text = JSON.stringify(sampleEpdJson(sample));
    const reading = await read(new TextEncoder().encode(text), 'epd.json');
    if (!reading.ok) throw new Error(reading.code);
    return { ours: reading.document.footprints[0]!, theirs: runLcax([text])[0]! };
  };

  it('declared for 1,000 kg: lcax gives 963 per kg, we give 0.963', async () => {
    const { ours, theirs } = await both({
      amount: '1000',
      total: { 'A1-A3': '963' },
      fossil: { 'A1-A3': '960' },
      luluc: { 'A1-A3': '3' },
    });
    expect([ours.perUnit, theirs.declaredUnit, theirs.impacts?.['gwp']?.['a1a3']]).toEqual(['0.963', 'kg', 963]);
  });

  it('undeclared module: lcax uses zero, we use null', async () => {
    const { ours, theirs } = await both({ one: { A1: '4', A2: '', A3: '2' } });
    expect([ours.perUnit, theirs.impacts?.['gwp']?.['a1a3']]).toEqual([null, 6]);
  });

  it('several scenarios: lcax uses the last, we store each and select none', async () => {
    const { ours, theirs } = await both({ one: { 'A1-A3': '8', 'D:energetisch': '-2', 'D:stofflich': '-3' } });
    expect(
      ours.epd?.modules.filter(({ module }) => module === 'D').map(({ scenario, value }) => [scenario, value]),
    ).toEqual([
      ['energetisch', '-2'],
      ['stofflich', '-3'],
    ]);
    expect(theirs.impacts?.['gwp']?.['d']).toBe(-3);
  });

  it('valid until 2029: lcax ends on its first day, we on its last, or five years after publication', async () => {
    const { ours, theirs } = await both({ validUntil: '2029', published: null });
    expect([ours.validTo, theirs.validUntil]).toEqual(['2029-12-31', '2029-01-01']);
  });

  it('mass stated by the flow: lcax drops it, we use it', async () => {
    const { ours, theirs } = await both({ unit: 'm3', massKg: '2265' });
    expect([ours.massPerDeclaredUnit, theirs.conversions]).toEqual(['2265', []]);
  });

  it('grams: lcax reads them as kilograms, we do not read them', async () => {
    const { ours, theirs } = await both({ indicatorUnit: 'g CO2 eqv.', one: { 'A1-A3': '8' } });
    expect([ours.perUnit, theirs.impacts?.['gwp']?.['a1a3']]).toEqual([null, 8]);
  });
});
