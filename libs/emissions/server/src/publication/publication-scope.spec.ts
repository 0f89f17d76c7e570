import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { add, subtract, sum } from '@tallgrunn/values';
import { intersect } from '../emission-filter.ts';
import { calculate, postLedger, publishPart, roomsOfEmissions } from '../testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let approver: SignedIn;
let publicationId: string;
let batchId: string;

const buyer = () => parties.buyers[0]!.organisationId;
const propose = (run: number, body: object) =>
  manager.post(`/emissions/runs/${run}/publication-proposals`, { caseNumber: '26/1', scope: 'Som vedtatt.', ...body });
const publish = (run: number, body: object) =>
  publishPart(manager, approver, run, { caseNumber: '26/1', scope: 'Som vedtatt.', ...body });
const kgOf = async (query: string): Promise<string> =>
  (await manager.get(`/emissions/summary?${query}`).expect(200)).body.totals.kg;
const bridge = async (query: string) =>
  (await manager.get(`/emissions/bridge?${query}`).expect(200)).body as {
    before: string;
    after: string;
    steps: { step: string; kg: string; lines: number }[];
  };
const stepsWithChange = ({ steps }: { steps: { step: string; kg: string }[] }) =>
  steps.filter(({ kg }) => Number(kg) !== 0).map(({ step }) => step);

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  approver = await administrator(stand, parties, 'godkjenner@example.no');
  await postLedger(stand, parties, [{ account: '200', amount: '1000', on: '2025-05-01' }]);
  batchId = await postLedger(stand, parties, [
    { account: '200', amount: '2000', on: '2026-05-01' },
    { account: '120', amount: '500', on: '2026-05-01' },
  ]);
  await postLedger(stand, parties, [{ account: '200', amount: '4000', on: '2026-05-01' }], { buyer: 1 });
  await calculate(stand, parties);
});
afterAll(() => stand.close());

describe('scope of a publication', () => {
  it('consists of months, buyers and categories, and determines the published figure', async () => {
    publicationId = await publish(1, { from: '2026-01', to: '2026-12', buyerIds: [buyer()] });
    const [told] = (await manager.get('/emissions/publications').expect(200)).body;
    expect(told).toMatchObject({
      id: publicationId,
      scoped: true,
      from: '2026-01',
      to: '2026-12',
      buyers: [{ id: buyer(), name: expect.any(String) }],
      categories: null,
      supersededBy: null,
    });
    expect(told.kg).toBe(await kgOf(`run=1&from=2026-01&to=2026-12&buyerId=${buyer()}`));
    expect(told.kg).toBe(await kgOf(`publication=${publicationId}`));
    expect(Number(told.kg)).toBeLessThan(Number(await kgOf('run=1')));
    const { body: why } = await manager
      .get(`/emissions/explanations/totals?run=1&publication=${publicationId}`)
      .expect(200);
    expect([why.figure.kg, sum(why.parts.map(({ kg }: { kg: string }) => kg))].map(Number)).toEqual(
      [told.kg, told.kg].map(Number),
    );
    expect((await manager.get(`/emissions/uncertainty?run=1&publication=${publicationId}`).expect(200)).body.kg).toBe(
      Number(told.kg).toFixed(3),
    );
  });

  it('is intersected with the filter of a request and may leave nothing', async () => {
    expect(Number(await kgOf(`publication=${publicationId}&buyerId=${parties.buyers[1]!.organisationId}`))).toBe(0);
    expect(Number(await kgOf(`publication=${publicationId}&to=2025-12`))).toBe(0);
    expect(await kgOf(`publication=${publicationId}&from=2026-05&to=2027-01`)).toBe(
      await kgOf(`publication=${publicationId}`),
    );
    const all = { from: null, to: null, buyerIds: null, categories: null };
    expect(
      intersect({ category: 'food', from: '2025-03' }, { ...all, from: '2025-01', to: '2025-06', categories: ['ict'] }),
    ).toMatchObject({ categories: [], buyers: null, from: '2025-03', to: '2025-06' });
    await manager.get('/emissions/summary?publication=00000000-0000-4000-8000-000000000000').expect(404);
  });

  it('is rejected when it contains nothing of the run or its months are reversed', async () => {
    expect((await propose(1, { from: '2020-01', to: '2020-12' }).expect(422)).body.code).toBe(
      'publication-scope-empty',
    );
    expect((await propose(1, { from: '2026-12', to: '2026-01' }).expect(422)).body.code).toBe('period-reversed');
    await propose(1, { from: '2026-13' }).expect(400);
    await propose(9, {}).expect(404);
  });

  it('limits the sample to its own lines', async () => {
    const population = async (query: string) =>
      (await manager.get(`/emissions/runs/1/sample?seed=a&size=5&unit=kroner${query}`).expect(200)).body;
    expect(await population('')).toMatchObject({ population: 4, total: '7500' });
    expect(await population(`&publication=${publicationId}`)).toMatchObject({ population: 2, total: '2500' });
  });

  it('has its own bridge to the latest calculation, without changes outside the scope', async () => {
    await postLedger(stand, parties, [
      { account: '200', amount: '300', on: '2026-06-01' },
      { account: '200', amount: '9000', on: '2025-06-01' },
    ]);
    await postLedger(stand, parties, [{ account: '200', amount: '7000', on: '2026-06-01' }], { buyer: 1 });
    await calculate(stand, parties);
    const [whole, own] = [await bridge('from=1&to=2'), await bridge(`from=1&to=2&publication=${publicationId}`)];
    expect([own.before, own.after]).toEqual([
      await kgOf(`run=1&publication=${publicationId}`),
      await kgOf(`run=2&publication=${publicationId}`),
    ]);
    for (const one of [whole, own])
      expect(Number(add(one.before, sum(one.steps.map(({ kg }) => kg))))).toBe(Number(one.after));
    expect(own.steps.find(({ step }) => step === 'data')).toMatchObject({
      lines: 1,
      kg: subtract(own.after, own.before),
    });
    expect(whole.steps.find(({ step }) => step === 'data')?.lines).toBe(3);
    // Explains a step: the totals before and after, and the changed lines, which add up to it.
    const { body: why } = await manager
      .get(`/emissions/explanations/bridge-steps?from=1&to=2&step=data&publication=${publicationId}&language=en`)
      .expect(200);
    expect([why.figure.kg, sum(why.largest.map(({ kg }: { kg: string }) => kg))].map(Number)).toEqual(
      [1, 1].map(() => Number(subtract(own.after, own.before))),
    );
    expect(why.largest).toEqual([
      expect.objectContaining({ amount: expect.stringMatching(/^300/), file: 'bok.csv', row: 2 }),
    ]);
    expect(why.versions).toEqual(
      expect.arrayContaining([
        { label: 'Run, before', value: '1' },
        { label: 'Run, after', value: '2' },
        expect.objectContaining({ label: '95% interval, after' }),
      ]),
    );
    await manager.get('/emissions/explanations/bridge-steps?from=1&to=9&step=data').expect(404);
    await manager.get('/emissions/explanations/bridge-steps?from=1&to=2&step=luck').expect(400);
    expect(
      (
        await bridge(`from=1&to=2&publication=${publicationId}&buyerId=${buyer()}&fromMonth=2026-05&toMonth=2026-05`)
      ).steps.every(({ kg }) => Number(kg) === 0),
    ).toBe(true);
  });

  it('classifies a recategorised line as mix in the bridge of either category', async () => {
    const categories = await stand.asOwner<{ category_code: string }>(
      `select category_code from emissions.result where batch_id = $1 and closed_by_run is null order by line_no`,
      [batchId],
    );
    const [from, to] = [categories[0]!.category_code, categories[1]!.category_code];
    await manager
      .post('/mapping-corrections', { system: 'kostra', codes: ['200'], category: to, reason: 'Prøve.' })
      .expect(201);
    await calculate(stand, parties);
    for (const category of [from, to]) {
      const one = await bridge(`from=2&to=3&category=${category}`);
      expect([category, stepsWithChange(one)]).toEqual([category, ['mix']]);
      expect(Number(add(one.before, sum(one.steps.map(({ kg }) => kg))))).toBe(Number(one.after));
    }
  });

  it('supersedes an earlier publication of the same months, buyers and categories, whatever its text', async () => {
    await publish(2, {
      caseNumber: '26/2',
      scope: 'Med andre ord.',
      from: '2026-01',
      to: '2026-12',
      buyerIds: [buyer(), buyer()],
    });
    await publish(2, {
      caseNumber: '26/3',
      scope: 'Med andre ord.',
      from: '2026-01',
      to: '2026-06',
      buyerIds: [buyer()],
    });
    const holding = async () =>
      (await manager.get('/emissions/publications').expect(200)).body.map(
        ({ caseNumber, supersededBy }: { caseNumber: string; supersededBy: string | null }) => [
          caseNumber,
          supersededBy,
        ],
      );
    expect(await holding()).toEqual([
      ['26/3', null],
      ['26/2', null],
      ['26/1', '26/2'],
    ]);
    // A publication with only a description keeps it and its figure, and is flagged.
    await stand.asOwner('alter table emissions.publication disable trigger user');
    await stand.asOwner(`insert into emissions.publication (cooperative_id, id, run_number, case_number, scope, kg, published_by, published_at, scoped)
      select cooperative_id, '01900000-0000-7000-8000-000000000001', 1, '24/9', 'Hele 2026', 7, published_by, published_at, false from emissions.publication limit 1`);
    await stand.asOwner('alter table emissions.publication enable trigger user');
    await publish(2, { caseNumber: '26/4', scope: 'hele  2026', from: '2026-01', to: '2026-12' });
    expect((await holding()).at(-1)).toEqual(['24/9', '26/4']);
    expect((await manager.get('/emissions/publications').expect(200)).body.at(-1)).toMatchObject({
      scoped: false,
      scope: 'Hele 2026',
      kg: '7.000000',
      from: null,
      to: null,
      buyers: null,
    });
  });

  it('is immutable in SQL with the role of the app', async () => {
    const as = (sql: string) =>
      stand.get(UnitOfWork).run({ ...parties.manager.actor }, () => stand.get(Database).query(sql));
    for (const sql of [
      `update emissions.publication set from_month = null`,
      `update emissions.publication set kg = 0`,
      `delete from emissions.publication`,
    ])
      await expect(as(sql)).rejects.toThrow(/permission denied/);
  });
});
