import { setTimeout } from 'node:timers/promises';
import { importPriceMargins, importSeries, importFactorTable } from '@tallgrunn/factor-book-server';
import { SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, signIn, TEST_PASSWORD, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { systemActor, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { blobSource, bytesOf } from '@tallgrunn/tabular';
import { uuidv7 } from '@tallgrunn/values';
import { strFromU8, unzipSync } from 'fflate';
import { PackLimiter } from './evidence/limit-concurrent-packs.ts';
import { ReproduceRun } from './evidence/reproduce-run.ts';
import { readCsv, recalculatePack } from './evidence/testing/recompute-pack.ts';
import { calculate, downloadPack, postLedger, roomsOfEmissions, currentParts } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let setId = '';
let batchId = '';

const file = (text: string) => blobSource(new Blob([text]));
const facts = {
  title: 'Prøve',
  source: 'En utgiver',
  sourceUrl: 'https://example.no/tall',
  licence: 'CC BY 4.0',
  note: null,
};
const kg = async () =>
  (await currentParts(stand, parties, batchId)).map(({ multiplier, kg: weight, price_standing }) => [
    multiplier,
    weight,
    price_standing,
  ]);

async function packOf(run: number): Promise<Buffer> {
  while (stand.get(PackLimiter).inProgress > 0) await setTimeout(25); // a turn is released when the last byte is sent
  return downloadPack(manager, `/emissions/runs/${run}/evidence-pack.zip`);
}

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  const table = {
    title: 'Basispriser',
    region: 'EU',
    dataYear: 2018,
    currency: 'EUR',
    priceBasis: 'basic',
    licence: 'CC BY 4.0',
    url: 'https://example.no',
    attribution: 'En utgiver',
  } as const;
  ({ id: setId } = await importFactorTable(
    stand.database.ownerUrl,
    table,
    file('factor;name;value\nfurniture;Møbler;0.30\ntrade;Handel;0.08\n'),
    'basic.csv',
    null,
  ));
  const member = await stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(SetUpParties).addMember({
      organisationId: parties.manager.organisationId,
      role: 'administrator',
      name: 'Annen',
      email: 'annen@example.no',
      password: TEST_PASSWORD,
    }),
  );
  const colleague = await signIn(stand, 'annen@example.no');
  const { body } = await manager
    .post('/factor-assignments', {
      kind: 'account',
      target: 'kostra:200',
      setId,
      factorId: 'furniture',
      fromOn: '2020-01-01',
      reason: 'Prøves.',
      foreignDecision: 'Ingen norsk faktor er bedre.',
    })
    .expect(201);
  await manager.post(`/factor-assignments/${body.id}/propose`, { approverId: member.personId }).expect(204);
  await colleague.post(`/factor-assignments/${body.id}/decide`, { verdict: 'approved', note: 'Lest.' }).expect(204);
  batchId = await postLedger(stand, parties, [
    { account: '200', amount: '1000', on: '2024-06-01' },
    { account: '200', amount: '1250', on: '2024-06-01', vat: 'gross' },
    { account: '230', amount: '70', on: '2023-06-01' },
  ]);
  await calculate(stand, parties);
});
afterAll(() => stand.close());

describe('factor per basic price', () => {
  it('is used unconverted, with a note, when no price margins exist', async () => {
    // 0.30 kg per EUR of 2018; NOK 9.60 per EUR; price index 108.4 in 2018 and 133.6 in 2024: 0.30 / 9.60 × 108.4 /
    // 133.6 = 0.025355538922155689. The second line is NOK 1,250 incl. 25 % VAT: 1,000 excl. VAT.
    expect((await kg()).slice(0, 2)).toEqual([
      ['0.025355538922155689', '25.355539', 'deflated'],
      ['0.025355538922155689', '25.355539', 'deflated'],
    ]);
    const { body } = await manager.get(`/emissions/explanations/spend-lines/${batchId}/1?language=en`).expect(200);
    expect(body.caveats.join('\n')).toContain('Not converted to the purchaser’s price: the factor is per basic price.');
    // The multiplier can be recalculated from the values shown: factor, exchange rate and index.
    expect(body.steps).toContain('Per krone: 0.3 / 9.6 × 108.4 / 133.6 = 0.025355538922155689 kg.');
    expect(
      (await manager.get(`/emissions/explanations/spend-lines/${batchId}/2?language=nb`).expect(200)).body.steps,
    ).toContain('Per krone: 0,3 / 9,6 × 108,4 / 133,6 = 0,025355538922155689 kg.');
    expect(body.sources.some(({ label }: { label: string }) => label.startsWith('Price index and rates: '))).toBe(true);
    expect((await manager.get('/emissions/summary')).body.totals.notAtPurchaserPrice).toBe('2000');
    expect((await manager.get('/emissions/explanations/totals?language=nb')).body.caveats.join('\n')).toContain(
      'ikke er omregnet',
    );
  });

  it('is converted to purchaser price by the shares of tax and trade, with the values shown', async () => {
    await importPriceMargins(
      stand.database.ownerUrl,
      setId,
      facts,
      file('factor;taxShare;marginShare;tradeFactor\nfurniture;0.02;0.22;trade\n'),
      'shares.csv',
    );
    expect(await calculate(stand, parties)).toMatchObject({ number: 2, opened: 2, closed: 2 });
    // (1 − 0.02 − 0.22) × 0.30 + 0.22 × 0.08 = 0.228 + 0.0176 = 0.2456; 0.2456 / 9.60 × 108.4 / 133.6 =
    // 0.020757734530938…
    expect((await kg())[0]).toEqual([expect.stringMatching(/^0\.020757734530938/), '20.757735', 'deflated']);
    for (const [language, said] of [
      ['nb', '(1 − 0,02 avgift − 0,22 avanse og frakt) × 0,3 + 0,22 × 0,08 («Handel») = 0,2456 kg CO₂e/EUR'],
      ['nn', 'kjøparpris: (1 − 0,02'],
      ['en', '(1 − 0.02 tax − 0.22 trade and transport) × 0.3 + 0.22 × 0.08 (“Handel”) = 0.2456 kg CO₂e/EUR'],
    ]) {
      const { body } = await manager
        .get(`/emissions/explanations/spend-lines/${batchId}/1?language=${language}`)
        .expect(200);
      expect(body.steps.join('\n')).toContain(said);
      expect(JSON.stringify(body.sources)).toContain('En utgiver (CC BY 4.0)');
    }
    expect((await manager.get('/emissions/summary')).body.totals.notAtPurchaserPrice).toBe('0');
  });

  it('is a price step in the bridge, and both runs are reproducible', async () => {
    const { body } = await manager.get('/emissions/bridge?from=1&to=2').expect(200);
    expect(body.steps.filter(({ kg: moved }: { kg: string }) => Number(moved) !== 0)).toEqual([
      { step: 'price', kg: '-9.195608', lines: 2 },
    ]);
    for (const run of [1, 2])
      expect((await manager.get(`/emissions/runs/${run}/verification`).expect(200)).body).toMatchObject({
        holds: true,
        lines: 3,
      });
  });

  it('is in the evidence pack with its margins; engine, hand calculation and workbook formulas agree', async () => {
    const pack = await packOf(2);
    const files = unzipSync(pack);
    const table = (name: string) => readCsv(strFromU8(files[`tables/${name}.csv`]!));
    expect(table('price-shares')).toEqual([
      expect.objectContaining({
        set: setId,
        factor: 'furniture',
        taxShare: '0.02',
        marginShare: '0.22',
        tradeFactor: 'trade',
        licence: 'CC BY 4.0',
      }),
    ]);
    expect(table('multipliers').find(({ factor, vat }) => factor === 'furniture' && vat === '0')).toMatchObject({
      formula: 'foreign-prices',
      priceConcept: 'converted',
      basicPrice: '0.3',
      tradeValue: '0.08',
      factorValue: '0.2456',
    });
    const again = recalculatePack(pack);
    const { kg: total } = (await manager.get('/emissions/summary?run=2')).body.totals;
    expect(again.exactKg).toBe(total);
    expect(again.fromFactors).toBeCloseTo(Number(total), 6);
    expect(again.workbook).toMatchObject({ total: expect.closeTo(Number(total), 6) });
    const remade = await stand
      .get(UnitOfWork)
      .run(systemActor(uuidv7()), () => stand.get(ReproduceRun).run(bytesOf(pack)));
    expect(remade).toMatchObject({ run: 2, lines: 3, linesDiffering: 0, totalsDiffering: 0, holds: true });
    // The pack of the earlier run has no margins and is also reproduced.
    expect(readCsv(strFromU8(unzipSync(await packOf(1))['tables/price-shares.csv']!))).toEqual([]);
    expect(
      await stand
        .get(UnitOfWork)
        .run(systemActor(uuidv7()), async () => stand.get(ReproduceRun).run(bytesOf(await packOf(1)))),
    ).toMatchObject({ holds: true });
  });
});

describe('new version of a series', () => {
  it('is used by the next run; earlier runs retain their version and are reproducible', async () => {
    const points = '2011;93,3\n2013;95,9\n2015;100\n2018;108,4\n2021;116,1\n2022;122,8\n2023;128\n2024;133,6\n';
    const { id } = await importSeries(
      stand.database.ownerUrl,
      'price-index',
      'NOK',
      facts,
      file(`year;value\n${points}`),
      'index.csv',
    );
    // A decision on another account would recalculate only its lines; with new prices everything is recalculated.
    expect(await calculate(stand, parties, 'test', { accounts: ['kostra:230'] })).toMatchObject({
      number: 3,
      opened: 1,
      closed: 1,
    });
    expect(
      (
        await stand.asOwner<{ series: string[] }>(
          `select read -> 'series' as series from emissions.run where number = 3`,
        )
      )[0]?.series,
    ).toContain(id);
    expect(
      (
        await stand.asOwner<{ series: string[] }>(
          `select read -> 'series' as series from emissions.run where number = 2`,
        )
      )[0]?.series,
    ).not.toContain(id);
    for (const run of [1, 2, 3])
      expect((await manager.get(`/emissions/runs/${run}/verification`).expect(200)).body).toMatchObject({
        run,
        holds: true,
      });
    expect(
      readCsv(strFromU8(unzipSync(await packOf(2))['tables/series.csv']!)).map(({ series }) => series),
    ).not.toContain(id);
    expect(
      await stand
        .get(UnitOfWork)
        .run(systemActor(uuidv7()), async () => stand.get(ReproduceRun).run(bytesOf(await packOf(2)))),
    ).toMatchObject({ holds: true });
  });
});
