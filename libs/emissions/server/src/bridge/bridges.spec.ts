import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { add, subtract, sum } from '@tallgrunn/values';
import fc from 'fast-check';
import { calculate, closeLedgers, postLedger, roomsOfEmissions } from '../testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let last = 0;
let comparedCount = 0;

const accounts = ['100', '115', '120', '200', '230', '260', '180', '010', null];
const posting = fc.record({
  account: fc.constantFrom(...accounts),
  amount: fc
    .integer({ min: -500_000, max: 5_000_000 })
    .filter((ore) => ore !== 0)
    .map((ore) => (ore / 100).toFixed(2)),
  on: fc.constantFrom(
    '2022-03-01',
    '2023-07-15',
    '2024-02-11',
    '2024-03-31',
    '2024-05-12',
    '2026-02-20',
    '2026-03-02',
    '2026-05-05',
  ),
  vat: fc.constantFrom('net' as const, 'gross' as const, 'unknown' as const),
  currency: fc.constantFrom('NOK', 'NOK', 'NOK', 'USD', 'SEK'),
});
const ledgers = fc.array(
  fc.record({ buyer: fc.constantFrom(0, 1), rows: fc.array(posting, { minLength: 1, maxLength: 25 }) }),
  { minLength: 1, maxLength: 2 },
);
const bridge = async (path: string) =>
  (await manager.get(`/emissions/bridge${path}`).expect(200)).body as {
    before: string & { kg: string };
    after: string & { kg: string };
    steps: { step: string; kg: string; lines: number }[];
  };
const expectClosed = (before: string, steps: { kg: string }[], after: string) =>
  expect(Number(add(before, sum(steps.map(({ kg }) => kg))))).toBe(Number(after));

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

describe('for generated ledgers', () => {
  it('sums stored lines to the total for every grouping and closes every bridge to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, async (made) => {
        for (const { buyer, rows } of made) await postLedger(stand, parties, rows, { buyer });
        const { number } = await calculate(stand, parties);
        const total = (await manager.get(`/emissions/summary?run=${number}`).expect(200)).body.totals.kg;
        for (const grouping of [
          'buyer_id',
          'category_code',
          'method',
          "to_char(purchased_on, 'YYYY-MM')",
          'batch_id',
          'account_code',
          'factor_id',
          'currency',
          'scope',
          'buyer_id, category_code, method',
        ]) {
          const groups = await stand.asOwner<{ kg: string }>(
            `select coalesce(sum(kg), 0)::text as kg from emissions.result where opened_by_run <= $1 and (closed_by_run is null or closed_by_run > $1) group by ${grouping}`,
            [number],
          );
          expect([grouping, Number(sum(groups.map(({ kg }) => kg)))]).toEqual([grouping, Number(total)]);
        }
        for (const category of (await manager.get('/categories').expect(200)).body.slice(0, 4))
          await manager.get(`/emissions/summary?run=${number}&category=${category.code}`).expect(200);
        if (last > 0 && number > last) {
          const runs = await bridge(`?from=${last}&to=${number}`);
          expectClosed(runs.before, runs.steps, runs.after);
          await closeLedgers(stand, parties);
          const years = await bridge(
            `/periods?beforeRun=${last}&beforeFrom=2024-01&beforeTo=2024-12&run=${number}&from=2026-01&to=2026-12`,
          );
          if (years.steps.length > 0) {
            expectClosed(years.before.kg, years.steps, years.after.kg);
            comparedCount += 1;
          }
          for (const { step, kg } of years.steps) {
            const told = (
              await manager
                .get(
                  `/emissions/explanations/period-steps?beforeRun=${last}&beforeFrom=2024-01&beforeTo=2024-12&run=${number}&from=2026-01&to=2026-12&step=${step}`,
                )
                .expect(200)
            ).body;
            expect([
              step,
              Math.abs(Number(sum(told.groups.map((group: { kg: string }) => group.kg))) - Number(kg)) < 1e-4,
            ]).toEqual([step, true]);
            expect([step, told.kind]).toEqual([
              step,
              ['volume', 'mix', 'supplier'].includes(step) ? 'bought' : 'reckoned',
            ]);
          }
        }
        last = number;
      }),
      { numRuns: 8, seed: 20260 },
    );
    expect(comparedCount).toBeGreaterThan(2);
  });
});

describe('bridge between two years', () => {
  const named = async (query: string) =>
    new Map((await bridge(`/periods?${query}`)).steps.map(({ step, kg }) => [step, Number(kg)]));

  it('separates volume, mix, prices and buyers with missing ledgers', async () => {
    const other = await setUpParties(stand, 'Sorsamkjop');
    const theirs = await signIn(stand, other.manager.email);
    await postLedger(stand, other, [
      { account: '200', amount: '1000', on: '2022-05-01' },
      { account: '200', amount: '2000', on: '2024-05-01' },
    ]);
    await calculate(stand, other);
    await closeLedgers(stand, other);
    const steps = async (query: string) => (await theirs.get(`/emissions/bridge/periods?${query}`).expect(200)).body;
    const first = await steps('beforeRun=1&beforeFrom=2022-01&beforeTo=2022-12&run=1&from=2024-01&to=2024-12');
    // The months that are complete in both years, for the buyer who sees them.
    expect([first.before, first.after]).toMatchObject([
      { from: '2022-05', to: '2022-05' },
      { from: '2024-05', to: '2024-05' },
    ]);
    expect(first.comparison).toMatchObject({ standing: 'sound', buyers: [{ id: other.buyers[0]!.organisationId }] });
    // 31.36 kg per NOK 1,000 in 2022. Twice the spend, which buys 122.8 / 133.6 as much at 2024 prices.
    expect(first.steps.filter(({ kg }: { kg: string }) => Number(kg) !== 0)).toMatchObject([
      { step: 'volume', kg: '31.360000' },
      { step: 'price', kg: '-5.070180' },
    ]);
    const whyOf = async (step: string, query = '') =>
      (
        await theirs
          .get(
            `/emissions/explanations/period-steps?beforeRun=1&beforeFrom=2022-01&beforeTo=2022-12&run=1&from=2024-01&to=2024-12&step=${step}${query}`,
          )
          .expect(200)
      ).body;
    // By hand: NOK 1,000 and 31.36 kg before, NOK 2,000 after; growth 2. Volume: 31.36 × 2 − 31.36. Then 57.649820 kg
    // for NOK 2,000, − 2,000 × 0.03136.
    const volume = await whyOf('volume');
    expect(volume).toMatchObject({
      kind: 'bought',
      kronerBefore: '1000',
      kronerAfter: '2000',
      figure: { kg: '31.360000' },
      groups: [
        {
          kronerBefore: '1000',
          kronerAfter: '2000',
          kgBefore: '31.36',
          kgAfter: '57.64982',
          perKrone: '0.03136',
          before: '31.360000',
          after: '62.720000',
          kg: '31.360000',
          lines: 1,
        },
      ],
    });
    expect(volume.largest).toMatchObject([
      {
        run: 1,
        later: false,
        lineNo: 1,
        amount: '1000',
        kg: '31.360000',
        before: '31.360000',
        after: '62.720000',
        file: 'bok.csv',
        row: 2,
      },
    ]);
    const price = await whyOf('price', '&language=en');
    expect(price.largest).toMatchObject([{ later: true, lineNo: 2, before: '62.720000', after: '57.649820', row: 3 }]);
    expect(price.steps).toEqual(
      expect.arrayContaining([
        expect.stringContaining('not in purchasing'),
        expect.stringContaining('2,000.00 / 1,000.00 = 2'),
      ]),
    );
    const [group] = price.groups;
    expect((await whyOf('price', `&category=${group.category}`)).largest).toHaveLength(group.product === null ? 1 : 0);
    expect((await whyOf('price', '&category=office&product=paper')).largest).toEqual([]);
    expect(await whyOf('method')).toMatchObject({ figure: { kg: '0' }, groups: [], largest: [] });
    // June is in one year only, and the other buyer has a ledger for one year only: neither affects the change.
    await postLedger(stand, other, [
      { account: '230', amount: '1000', on: '2024-05-20' },
      { account: '230', amount: '7000', on: '2024-06-01' },
    ]);
    await postLedger(stand, other, [{ account: '200', amount: '500', on: '2024-05-01' }], { buyer: 1 });
    await calculate(stand, other);
    await closeLedgers(stand, other);
    const second = new Map<string, string>(
      (await steps('beforeRun=2&beforeFrom=2022-01&beforeTo=2022-12&run=2&from=2024-01&to=2024-12')).steps.map(
        ({ step, kg }: { step: string; kg: string }) => [step, kg],
      ),
    );
    expect(Number(second.get('data'))).toBe(0);
    // The direction of change compares the same months and buyers as the bridge.
    const change = (
      await theirs.get('/emissions/change?beforeFrom=2022-01&beforeTo=2022-12&from=2024-01&to=2024-12').expect(200)
    ).body;
    expect(change).toMatchObject({
      spendBefore: '1000.00',
      spendAfter: '3000.00',
      comparison: {
        standing: 'sound',
        before: { from: '2022-05', to: '2022-05' },
        after: { from: '2024-05', to: '2024-05' },
      },
    });
    const [, lacking] = other.buyers;
    expect(change.comparison.leftOut).toContainEqual({
      id: lacking!.organisationId,
      name: expect.any(String),
      missing: ['2022-05'],
    });
    const incomplete = (
      await theirs.get('/emissions/change?beforeFrom=2022-06&beforeTo=2022-06&from=2024-06&to=2024-06').expect(200)
    ).body;
    expect(incomplete).toMatchObject({
      before: null,
      after: null,
      verdict: null,
      comparison: { standing: 'incomplete' },
    });
    // The explanation of a step returns the same problem: no comparison is possible, with the missing months per buyer.
    const refused = (
      await theirs
        .get(
          '/emissions/explanations/period-steps?beforeRun=2&beforeFrom=2022-06&beforeTo=2022-06&run=2&from=2024-06&to=2024-06&step=mix',
        )
        .expect(422)
    ).body;
    expect(refused).toMatchObject({
      code: 'periods-not-comparable',
      params: { before: { from: '2022-06', to: '2022-06' }, after: { from: '2024-06', to: '2024-06' } },
    });
    expect(refused.params.missing).toEqual(
      incomplete.comparison.leftOut.map(({ id, name, missing }: { id: string; name: string; missing: string[] }) => ({
        buyerId: id,
        name,
        months: missing,
      })),
    );
    expect(refused.params.missing.length).toBeGreaterThan(0);
    await theirs.get('/emissions/change?beforeFrom=2010-01&beforeTo=2022-06&from=2024-06&to=2024-06').expect(400);
    expect(Number(second.get('volume'))).toBeCloseTo(62.72, 5);
    expect([second.get('supplier'), second.get('method')].map(Number)).toEqual([0, 0]);
    await theirs
      .get('/emissions/bridge/periods?beforeRun=2&beforeFrom=2022-13&beforeTo=2022-12&run=2&from=2024-01&to=2024-12')
      .expect(400);
    await theirs
      .get('/emissions/bridge/periods?beforeRun=9&beforeFrom=2022-01&beforeTo=2022-12&run=2&from=2024-01&to=2024-12')
      .expect(404);
    expect(
      (await named(`beforeRun=${last}&beforeFrom=1999-01&beforeTo=1999-12&run=${last}&from=1999-01&to=1999-12`)).size,
    ).toBe(0);
  });

  it('attributes other items within a group to mix, not to prices, when each is calculated by the same method', async () => {
    const other = await setUpParties(stand, 'Vestsamkjop');
    const theirs = await signIn(stand, other.manager.email);
    // Two accounts of one category with different factors, both at unchanged prices: more of the one and less of the
    // other.
    await postLedger(stand, other, [
      { account: '230', amount: '1000', on: '2023-05-01' },
      { account: '240', amount: '1000', on: '2023-05-01' },
    ]);
    await postLedger(stand, other, [
      { account: '230', amount: '1500', on: '2026-05-01' },
      { account: '240', amount: '500', on: '2026-05-01' },
    ]);
    await calculate(stand, other);
    await closeLedgers(stand, other);
    for (const table of ['result', 'result_sum'])
      await stand.asOwner(
        `update emissions.${table} set category_code = 'construction', product_group_code = null where cooperative_id = $1`,
        [other.cooperativeId],
      );
    const periods = 'beforeRun=1&beforeFrom=2023-01&beforeTo=2023-12&run=1&from=2026-01&to=2026-12';
    const told = (await theirs.get(`/emissions/bridge/periods?${periods}`).expect(200)).body;
    expectClosed(told.before.kg, told.steps, told.after.kg);
    expect(told.steps.filter(({ kg }: { kg: string }) => Number(kg) !== 0)).toMatchObject([
      { step: 'mix', kg: subtract(told.after.kg, told.before.kg), lines: 1 },
    ]);
    const why = (await theirs.get(`/emissions/explanations/period-steps?${periods}&step=mix`).expect(200)).body;
    expect(why.groups).toHaveLength(1);
    expect(
      Number(sum(why.largest.map(({ before, after }: { before: string; after: string }) => subtract(after, before)))),
    ).toBeCloseTo(Number(why.figure.kg), 5);
  });
});
