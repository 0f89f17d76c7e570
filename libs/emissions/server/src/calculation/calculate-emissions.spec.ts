import { Client } from 'pg';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { sum } from '@tallgrunn/values';
import { calculate, postLedger, roomsOfEmissions, currentResults } from '../testing.ts';

describe('calculation runs', () => {
  let stand: TestApp;
  let parties: Parties;
  let manager: SignedIn;

  beforeAll(async () => {
    stand = await setUpTestApp(roomsOfEmissions);
    parties = await setUpParties(stand);
    manager = await signIn(stand, parties.manager.email);
  });
  afterAll(() => stand.close());

  it('insert nothing when nothing changed, and update only changed lines', async () => {
    await postLedger(stand, parties, [
      { account: '200', amount: '1000', invoice: '5001', orgNumber: '311047116' },
      { account: '230', amount: '5000' },
    ]);
    expect(await calculate(stand, parties)).toMatchObject({ number: 1, opened: 2, closed: 0, changed: true });
    expect(await calculate(stand, parties)).toMatchObject({ number: 1, opened: 0, closed: 0, changed: false });
    await postLedger(stand, parties, [{ account: '100', amount: '10' }]);
    expect(await calculate(stand, parties)).toMatchObject({ number: 2, opened: 1, closed: 0 });
  });

  it('follow a posting that its invoice now itemises: same amount, same account, to the last digit', async () => {
    const before = await currentResults(stand, parties);
    const lines = [
      { quantity: '1', unit: 'EA', net: '333.33', price: '333.33', name: 'Stol', sellerNumber: '1' },
      { quantity: '2', unit: 'EA', net: '666.67', price: '333.335', name: 'Bord', sellerNumber: '2' },
    ];
    const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
    const invoice = sampleUbl({
      id: '5001',
      issuedOn: '2026-03-10',
      buyer,
      lines,
      lineExtensionAmount: '1000.00',
      payableAmount: '1250.00',
    });
    await postBatch(stand, parties.manager.actor, 'faktura.xml', invoice, {
      kind: 'invoices',
      buyerId: parties.buyers[0]?.organisationId ?? null,
    });
    expect(await calculate(stand, parties)).toMatchObject({ number: 3, opened: 2, closed: 1 });
    const after = await currentResults(stand, parties);
    expect(
      after
        .filter(({ source }) => source === 'invoice-line')
        .map(({ amount, factor_code, run_number }) => [Number(amount), factor_code, run_number]),
    ).toEqual([
      [333.33, 'spend_6540_654', 3],
      [666.67, 'spend_6540_654', 3],
    ]);
    const total = (list: typeof before) => Number(sum(list.map(({ amount }) => amount)));
    expect(total(after)).toBe(total(before));
    expect(after.filter(({ source }) => source === 'posting')).toEqual(
      before.filter(({ amount }) => Number(amount) !== 1000),
    );
  });

  it('reproduce the results of an earlier run', async () => {
    const kg = async (run: number) => (await manager.get(`/emissions/summary?run=${run}`).expect(200)).body.totals.kg;
    // Two lines are rounded where one was: each once.
    expect([await kg(1), await kg(2), await kg(3)]).toEqual(['151.231778', '151.487320', '151.487319']);
    for (const run of [1, 2, 3])
      expect((await manager.get(`/emissions/runs/${run}/verification`).expect(200)).body).toMatchObject({
        run,
        holds: true,
      });
    await manager.get('/emissions/runs/4/verification').expect(404);
  });

  it('detect a stored figure that differs from its inputs', async () => {
    await stand.asOwner('update emissions.result set kg = kg + 0.000001 where opened_by_run = 2');
    expect((await manager.get('/emissions/runs/3/verification')).body).toMatchObject({
      holds: false,
      linesDiffering: 1,
      totalsDiffering: 3,
    }); // its total, and a sum on each level
    await stand.asOwner('update emissions.result set kg = kg - 0.000001 where opened_by_run = 2');
    expect((await manager.get('/emissions/runs/3/verification')).body.holds).toBe(true);
  });

  it('are serialised within a cooperative', async () => {
    await postLedger(
      stand,
      parties,
      Array.from({ length: 200 }, (_, index) => ({ account: '200', amount: String(index + 1) })),
    );
    const outcomes = await Promise.all([
      calculate(stand, parties),
      calculate(stand, parties),
      calculate(stand, parties),
    ]);
    expect(outcomes.map(({ opened }) => opened).toSorted((a, b) => a - b)).toEqual([0, 0, 200]);
    expect(
      await stand.asOwner(
        'select batch_id, line_no from emissions.result where closed_by_run is null group by 1, 2 having count(*) > 1',
      ),
    ).toEqual([]);
  });

  it('allow no change of a result except its closing run', async () => {
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    await expect(client.query('update emissions.result set kg = 0')).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from emissions.result')).rejects.toThrow(/permission denied/);
    await client.end();
  });

  it('start on events and publish the affected buyers', async () => {
    await stand.work();
    const before = (await manager.get('/emissions/runs').expect(200)).body[0].number;
    await postLedger(stand, parties, [{ account: '260', amount: '750' }], { buyer: 1 });
    const runs = async () => (await manager.get('/emissions/runs').expect(200)).body;
    for (let tries = 0; tries < 200 && (await runs())[0].number === before; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await runs())[0]).toMatchObject({
      number: before + 1,
      cause: 'matching.run-finished',
      opened: 1,
      closed: 0,
    });
    const facts = await stand.asOwner(
      `select payload from platform.domain_event where name = 'emissions.run-finished' order by announced_at desc, id desc limit 1`,
    );
    expect(facts).toEqual([{ payload: { number: before + 1, buyerIds: [parties.buyers[1]!.organisationId] } }]);
  });

  it('close the results of a reversed batch; the previous run stays readable', async () => {
    const runs = async () => (await manager.get('/emissions/runs').expect(200)).body;
    const until = async (number: number) => {
      for (let tries = 0; tries < 200 && (await runs())[0].number < number; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      return (await runs())[0];
    };
    const kg = async (run: number) => (await manager.get(`/emissions/summary?run=${run}`).expect(200)).body.totals.kg;
    const first = (await runs())[0].number;
    const id = await postLedger(stand, parties, [{ account: '260', amount: '125' }], { buyer: 1 });
    expect(await until(first + 1)).toMatchObject({ number: first + 1, opened: 1 });
    const { body } = await manager.post(`/spend/batches/${id}/reverse`, { reason: 'Lastet inn to ganger' }).expect(201);
    expect(await until(first + 2)).toMatchObject({
      number: first + 2,
      cause: 'matching.run-finished',
      opened: 0,
      closed: 1,
    });
    expect((await manager.get(`/spend/batches/${body.id}`).expect(200)).body).toMatchObject({
      state: 'posted',
      reverses: { id },
      totals: { NOK: '-125' },
    });
    expect(await kg(first + 2)).toBe(await kg(first));
    expect(Number(await kg(first + 1))).toBeGreaterThan(Number(await kg(first)));
  });
});
