import { SetUpParties } from '@tallgrunn/identity-server';
import {
  administrator,
  setUpParties,
  signIn,
  TEST_PASSWORD,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { Clock, Database, systemActor, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { bytesOf } from '@tallgrunn/tabular';
import { sum } from '@tallgrunn/values';
import { strFromU8, unzipSync } from 'fflate';
import { ReproduceRun } from '../evidence/reproduce-run.ts';
import { readCsv, recalculatePack } from '../evidence/testing/recompute-pack.ts';
import {
  calculate,
  downloadPack,
  postLedger,
  publishPart,
  roomsOfEmissions,
  recordExternalFigures,
} from '../testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;
let actor: Actor;
/** Ledger batches of the published buyer, and of another buyer. */
let own: string;
let theirs: string;
let category: string;
let published: { id: string; kg: string };

const buyer = (at: number) => parties.buyers[at]!.organisationId;
const publish = (run: number, body: object): Promise<string> =>
  publishPart(manager, approver, run, { caseNumber: '26/7', scope: 'En del.', ...body });
const summary = async (by: SignedIn, query: string) => (await by.get(`/emissions/summary?${query}`).expect(200)).body;
const kgOf = async (by: SignedIn, query: string): Promise<number> => Number((await summary(by, query)).totals.kg);

/**
 * Publishes one buyer, one category and one year of a run that also has another buyer, another category and another
 * year.
 */
beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  approver = await administrator(stand, parties, 'godkjenner@example.no');
  const { organisationId } = parties.manager;
  const endsAt = new Date(stand.get(Clock).now().getTime() + 20 * 86_400_000);
  const member = await stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(SetUpParties).addMember({
      organisationId,
      role: 'auditor',
      name: 'Revisor',
      email: 'revisor@example.no',
      password: TEST_PASSWORD,
      endsAt,
    }),
  );
  actor = {
    ...member,
    cooperativeId: parties.cooperativeId,
    organisationId,
    side: 'cooperative',
    role: 'auditor',
    via: 'web',
  };
  auditor = await signIn(stand, 'revisor@example.no');
  own = await postLedger(stand, parties, [
    { account: '200', amount: '1000', on: '2026-02-01' },
    { account: '200', amount: '500', on: '2026-03-01' },
    { account: '120', amount: '900', on: '2026-03-01' },
    { account: '200', amount: '700', on: '2025-03-01' },
  ]);
  theirs = await postLedger(
    stand,
    parties,
    [
      { account: '200', amount: '4000', on: '2026-03-01' },
      { account: '200', amount: '6000', on: '2025-03-01' },
    ],
    { buyer: 1 },
  );
  await calculate(stand, parties);
  [{ category }] = (await stand.asOwner<{ category: string }>(
    `select category_code as category from emissions.result where account_code = '200' limit 1`,
  )) as [{ category: string }];
  const id = await publish(1, { from: '2026-01', to: '2026-12', buyerIds: [buyer(0)], categories: [category] });
  const [one] = (await manager.get('/emissions/publications').expect(200)).body;
  published = { id, kg: one.kg };
});
afterAll(() => stand.close());

describe('auditor of one published scope', () => {
  it('reads sums of that scope only, whatever filter a request has', async () => {
    expect(Number(published.kg)).toBeGreaterThan(0);
    for (const query of [
      '',
      'run=1',
      `run=1&publication=${published.id}`,
      `run=1&buyerId=${buyer(0)}`,
      `run=1&category=${category}`,
      'run=1&from=2020-01&to=2030-12',
    ])
      expect([query, await kgOf(auditor, query)]).toEqual([query, Number(published.kg)]);
    for (const query of [
      `run=1&buyerId=${buyer(1)}`,
      'run=1&category=office&method=ask',
      'run=1&from=2025-01&to=2025-12',
    ])
      expect([query, await kgOf(auditor, query)]).toEqual([query, 0]);
    expect(await kgOf(manager, 'run=1')).toBeGreaterThan(Number(published.kg));
    expect((await auditor.get('/emissions/runs').expect(200)).body).toMatchObject([
      { number: 1, kg: published.kg, amountWithFactor: '1500' },
    ]);
    expect((await auditor.get('/emissions/years').expect(200)).body).toEqual([2026]);
    expect((await auditor.get('/emissions/uncertainty?run=1').expect(200)).body.kg).toBe(
      Number(published.kg).toFixed(3),
    );
    const change = (
      await auditor
        .get('/emissions/change?run=1&beforeFrom=2025-01&beforeTo=2025-12&from=2026-01&to=2026-12')
        .expect(200)
    ).body;
    // Nothing of 2025 is published, so no comparison is possible; only the published buyer is named.
    expect(change).toMatchObject({ before: null, after: null, comparison: { standing: 'incomplete', buyers: [] } });
    expect(change.comparison.leftOut.map(({ id }: { id: string }) => id)).toEqual([buyer(0)]);
    const why = (await auditor.get('/emissions/explanations/totals?run=1').expect(200)).body;
    expect(Number(sum(why.parts.map(({ kg }: { kg: string }) => kg)))).toBe(Number(published.kg));
    expect(why.largest.map(({ batchId, lineNo }: { batchId: string; lineNo: number }) => [batchId, lineNo])).toEqual([
      [own, 1],
      [own, 2],
    ]);
    expect((await auditor.get('/emissions/runs/1/verification').expect(200)).body).toMatchObject({
      lines: 2,
      holds: true,
    });
  });

  it('can neither open nor sample lines outside the scope', async () => {
    for (const line of [
      [own, 1],
      [own, 2],
    ])
      for (const path of [`runs/1/lines/${line[0]}/${line[1]}`, `explanations/spend-lines/${line[0]}/${line[1]}?run=1`])
        await auditor.get(`/emissions/${path}`).expect(200);
    for (const line of [
      [own, 3],
      [own, 4],
      [theirs, 1],
      [theirs, 2],
    ])
      for (const path of [
        `runs/1/lines/${line[0]}/${line[1]}`,
        `explanations/spend-lines/${line[0]}/${line[1]}?run=1`,
        `explanations/spend-lines/${line[0]}/${line[1]}`,
      ])
        await auditor.get(`/emissions/${path}`).expect(404);
    for (const query of ['', `&publication=${published.id}`])
      expect(
        (await auditor.get(`/emissions/runs/1/sample?seed=a&size=50&unit=kroner${query}`).expect(200)).body,
      ).toMatchObject({ population: 2, total: '1500' });
  });

  it('downloads an evidence pack of the scope that can be recalculated and reproduced', async () => {
    const pack = await downloadPack(auditor, '/emissions/runs/1/evidence-pack.zip');
    // A user who may see the whole run may download the whole pack, or the part.
    const whole = await downloadPack(manager, '/emissions/runs/1/evidence-pack.zip');
    expect(JSON.parse(strFromU8(unzipSync(whole)['manifest.json']!)).run).toMatchObject({ lines: 6, part: false });
    const files = unzipSync(pack);
    const table = (name: string) => readCsv(strFromU8(files[`tables/${name}.csv`]!));
    const manifest = JSON.parse(strFromU8(files['manifest.json']!));
    expect(manifest.run).toMatchObject({ kg: published.kg, lines: 2, part: true, read: { batches: [own] } });
    expect(table('lines').map(({ batch, line }) => [batch, line])).toEqual([
      [own, '1'],
      [own, '2'],
    ]);
    expect(table('sources').map(({ id }) => id)).toEqual([own]);
    expect(table('totals')).toMatchObject([{ lines: '2', amount: '1500' }]);
    expect(table('publications').map(({ kg }) => kg)).toEqual([published.kg]);
    expect(recalculatePack(pack)).toMatchObject({ exactKg: published.kg, lines: 2 });
    for (const [name, bytes] of Object.entries(files))
      expect([name, strFromU8(bytes).includes(theirs), strFromU8(bytes).includes(buyer(1))]).toEqual([
        name,
        false,
        false,
      ]);
    expect(strFromU8(files['method.en.md']!)).toContain('This is a part of run 1');
    const elsewhere = await setUpTestApp(roomsOfEmissions);
    try {
      expect(
        await elsewhere
          .get(UnitOfWork)
          .run(systemActor(parties.cooperativeId), () => elsewhere.get(ReproduceRun).run(bytesOf(pack))),
      ).toMatchObject({ kg: published.kg, lines: 2, holds: true });
    } finally {
      await elsewhere.close();
    }
    expect(
      JSON.parse(
        strFromU8(
          unzipSync(await downloadPack(manager, `/emissions/runs/1/evidence-pack.zip?publication=${published.id}`))[
            'manifest.json'
          ]!,
        ),
      ).run,
    ).toMatchObject({ kg: published.kg, part: true });
  });

  it('reads no row outside the scope by SQL', async () => {
    const as = (sql: string) =>
      stand.get(UnitOfWork).run(actor, () => stand.get(Database).query<{ rows: number }>(sql));
    expect(await as('select count(*)::int as rows from emissions.result')).toEqual([{ rows: 2 }]);
    expect(await as('select count(*)::int as rows from emissions.run_total')).toEqual([{ rows: 0 }]);
    expect(await as('select count(*)::int as rows from emissions.door_result')).toEqual([{ rows: 2 }]);
  });

  it('reads external figures of the same buyer and category only', async () => {
    const figure = (buyerId: string | null, of: string | null) => ({ year: 2020, buyerId, category: of, kg: '1000' });
    await recordExternalFigures(manager, approver, {
      figures: [figure(buyer(0), category), figure(buyer(1), category), figure(null, null), figure(buyer(0), null)],
      madeBy: 'Konsulenten',
      method: 'Kroner ganger faktor',
      source: 'Rapport',
    });
    expect((await auditor.get('/emissions/external-figures').expect(200)).body).toMatchObject([
      { buyerId: buyer(0), category },
    ]);
    expect((await manager.get('/emissions/external-figures').expect(200)).body).toHaveLength(4);
  });

  it('compares two runs and two years within the scopes of both publications', async () => {
    await postLedger(stand, parties, [{ account: '200', amount: '9000', on: '2026-04-01' }], { buyer: 1 });
    await postLedger(stand, parties, [
      { account: '200', amount: '250', on: '2026-04-01' },
      { account: '120', amount: '90', on: '2026-04-01' },
    ]);
    await calculate(stand, parties);
    await auditor.get('/emissions/bridge?from=1&to=2').expect(404);
    const whole = await publish(2, { buyerIds: [buyer(0)] });
    // More of the later run is published than of the earlier one; the comparison covers what is published of both.
    const bridge = (await auditor.get('/emissions/bridge?from=1&to=2').expect(200)).body;
    expect(bridge.before).toBe(published.kg);
    expect(Number(bridge.after)).toBe(await kgOf(manager, `run=2&publication=${published.id}`));
    const periods = 'beforeRun=2&beforeFrom=2025-01&beforeTo=2025-12&run=2&from=2026-01&to=2026-12';
    const years = (await auditor.get(`/emissions/bridge/periods?${periods}`).expect(200)).body;
    expect([Number(years.before.kg), Number(years.after.kg)]).toEqual(
      await Promise.all(
        [years.before, years.after].map(({ from, to }) =>
          kgOf(manager, `run=2&buyerId=${buyer(0)}&from=${from}&to=${to}`),
        ),
      ),
    );
    expect(Number(years.after.kg)).toBeLessThan(
      Number((await manager.get(`/emissions/bridge/periods?${periods}`).expect(200)).body.after.kg),
    );
    for (const { key, step } of years.steps.map((each: { step: string }) => ({ key: each.step, step: each.step }))) {
      const told = (await auditor.get(`/emissions/explanations/period-steps?${periods}&step=${step}`).expect(200)).body;
      expect([key, told.largest.every(({ batchId }: { batchId: string }) => batchId !== theirs)]).toEqual([key, true]);
    }
    expect(whole).toEqual(expect.any(String));
  });

  it('must name the publication where a run has several', async () => {
    const other = await publish(2, { buyerIds: [buyer(1)], from: '2025-01', to: '2025-12' });
    const refused = (await auditor.get('/emissions/summary?run=2').expect(422)).body;
    expect(refused).toMatchObject({ code: 'publication-required', params: { parts: 2 } });
    expect(await kgOf(auditor, `run=2&publication=${other}`)).toBe(await kgOf(manager, `run=2&publication=${other}`));
    expect(await kgOf(auditor, `run=2&buyerId=${buyer(0)}`)).toBe(await kgOf(manager, `run=2&buyerId=${buyer(0)}`));
    // A line that is published for run 2 only is not accessible in run 1.
    await auditor.get(`/emissions/runs/2/lines/${theirs}/2`).expect(200);
    for (const path of [
      `runs/1/lines/${theirs}/2`,
      `explanations/spend-lines/${theirs}/2?run=1`,
      `runs/2/lines/${theirs}/1`,
    ])
      await auditor.get(`/emissions/${path}`).expect(404);
    expect((await auditor.get('/emissions/runs').expect(200)).body.map(({ kg }: { kg: string }) => Number(kg))).toEqual(
      [
        (await kgOf(manager, `run=2&buyerId=${buyer(0)}`)) + (await kgOf(manager, `run=2&publication=${other}`)),
        Number(published.kg),
      ],
    );
  });
});
