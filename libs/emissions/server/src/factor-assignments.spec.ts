import { Client } from 'pg';
import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { calculate, postLedger, publishPart, roomsOfEmissions, currentParts } from './testing.ts';
import { approverId } from './testing-approvers.ts';

let stand: TestApp;
let parties: Parties;
let first: SignedIn;
let second: SignedIn;
let third: SignedIn;
let batch: string;

const EPA = {
  kind: 'account',
  target: 'kostra:200',
  setId: 'epa-supply-chain-1.3',
  factorId: 'epa13-337127',
  fromOn: '2024-01-01',
  reason: 'Skolemøbler.',
};

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  first = await signIn(stand, parties.manager.email);
  second = await administrator(stand, parties, 'annen@example.no');
  third = await administrator(stand, parties, 'tredje@example.no');
  batch = await postLedger(stand, parties, [
    { account: '200', amount: '1000000', on: '2024-05-01' },
    { account: '200', amount: '1000000', on: '2023-05-01' },
    { account: '100', amount: '1000', on: '2024-05-01' },
  ]);
  await calculate(stand, parties);
});
afterAll(() => stand.close());

const idOf = (name: string) => approverId(first, name);
const draftAssignment = async (change: Record<string, unknown> = {}) =>
  (
    await first
      .post('/factor-assignments', {
        ...EPA,
        foreignDecision: 'Klimarådgiver Kari har bestemt det i sak 24/118.',
        ...change,
      })
      .expect(201)
  ).body.id as string;
const findAssignment = async (id: string) =>
  (await first.get('/factor-assignments')).body.find((each: { id: string }) => each.id === id);

describe('factor assignment approved by two persons', () => {
  it('requires a named decision for a spend factor of another economy', async () => {
    expect(
      (
        await first.post('/factor-assignments', { ...EPA, reason: ' ', foreignDecision: ' ' }).expect(400)
      ).body.issues.map(({ path }: { path: string }) => path),
    ).toEqual(['reason', 'foreignDecision']);
    const refused = await first.post('/factor-assignments', EPA).expect(422);
    expect(refused.body.issues).toEqual([
      expect.objectContaining({ code: 'foreign-needs-decision', path: 'foreignDecision' }),
    ]);
    expect(
      (await first.post('/factor-assignments', { ...EPA, kind: 'product', target: 'beef' })).body.issues.map(
        ({ code }: { code: string }) => code,
      ),
    ).toContain('factor-of-other-kind');
    // Combustion of fuel is scope 1: it is shown alongside the production emissions, never in their place.
    const diesel = { kind: 'product', target: 'diesel', fromOn: '2026-01-01', reason: 'Norsk faktor.' };
    const burning = { setId: 'miljodirektoratet-2021', factorId: 'mdir21-diesel' };
    expect((await first.post('/factor-assignments', { ...diesel, ...burning }).expect(422)).body.issues).toEqual([
      expect.objectContaining({ code: 'factor-of-burning', path: 'factorId' }),
    ]);
    await first
      .post('/factor-assignments', {
        ...diesel,
        setId: 'uk-government-2025',
        factorId: 'defra25-11-101-1012-8-1',
        directSetId: burning.setId,
        directFactorId: burning.factorId,
      })
      .expect(201);
    expect((await first.post('/factor-assignments', { ...EPA, factorId: 'x' })).body.issues).toEqual([
      expect.objectContaining({ code: 'factor-unknown' }),
    ]);
  });

  it('cannot be approved by one person through web or API', async () => {
    const id = await draftAssignment();
    const own = (await second.get('/factor-assignments/approvers')).body.map(({ name }: { name: string }) => name);
    expect(own).not.toContain('annen@example.no');
    const me = (await second.get('/factor-assignments/approvers')).body.find(
      ({ id: each }: { id: string }) => each === parties.manager.actor.personId,
    ).id;
    expect((await first.post(`/factor-assignments/${id}/propose`, { approverId: me }).expect(409)).body.code).toBe(
      'second-approver-required',
    );
    expect((await first.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(409)).body.code).toBe(
      'factor-assignment-state-changed',
    );
    await first.post(`/factor-assignments/${id}/propose`, { approverId: await idOf('annen@example.no') }).expect(204);
    expect((await first.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(409)).body.code).toBe(
      'second-approver-required',
    );
    expect((await third.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(409)).body.code).toBe(
      'approval-not-assigned-to-you',
    );
    await second.post(`/factor-assignments/${id}/decide`, { verdict: 'rejected', note: 'Ikke nå.' }).expect(204);
    expect(await findAssignment(id)).toMatchObject({ state: 'rejected', decisionNote: 'Ikke nå.' });
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.post('/factor-assignments', EPA).expect(403);
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    await buyer.post('/factor-assignments', EPA).expect(403);
    await buyer.get('/factor-assignments').expect(200);
  });

  it('cannot be approved by one person in SQL with the role of the app', async () => {
    const id = await draftAssignment();
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    const { personId, cooperativeId } = parties.manager.actor;
    const as = (person: string | null) =>
      client.query(
        `select set_config('app.cooperative_id', $1, false), set_config('app.side', 'cooperative', false), set_config('app.person_id', $2, false)`,
        [cooperativeId, person ?? ''],
      );
    const asked = await idOf('annen@example.no');
    await as(personId ?? null);
    await expect(
      client.query(
        `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [id, asked],
      ),
    ).rejects.toThrow(/two persons|violates check/);
    await expect(
      client.query(
        `update factor_book.factor_assignment set state = 'proposed', proposed_by = $2, assigned_approver_id = $2, proposed_at = now() where id = $1`,
        [id, personId],
      ),
    ).rejects.toThrow(/two persons/);
    await client.query(
      `update factor_book.factor_assignment set state = 'proposed', proposed_by = $2, assigned_approver_id = $3, proposed_at = now() where id = $1`,
      [id, personId, asked],
    );
    await expect(
      client.query(
        `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [id, personId],
      ),
    ).rejects.toThrow(/two persons|violates check/);
    await expect(
      client.query(
        `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [id, asked],
      ),
    ).rejects.toThrow(/two persons/);
    await expect(
      client.query(`update factor_book.factor_assignment set factor_id = 'epa13-337211' where id = $1`, [id]),
    ).rejects.toThrow(/not changed/);
    await expect(
      client.query(`update factor_book.factor_assignment set proposed_by = $2 where id = $1`, [id, asked]),
    ).rejects.toThrow(/not changed/);
    await expect(
      client.query(
        `insert into factor_book.factor_assignment (id, kind, target, set_id, factor_id, valid_from, reason, state, created_by, created_at, proposed_by, assigned_approver_id, decided_by) values (gen_random_uuid(), 'account', 'kostra:200', $1, $2, '2024-01-01', 'x', 'approved', $3, now(), $3, $4, $4)`,
        [EPA.setId, EPA.factorId, personId, asked],
      ),
    ).rejects.toThrow(/begins as a draft/);
    await as(null);
    await expect(
      client.query(
        `update factor_book.factor_assignment set state = 'approved', decided_by = $2, decided_at = now() where id = $1`,
        [id, asked],
      ),
    ).rejects.toThrow(/acts for none/);
    await expect(client.query('delete from factor_book.factor_assignment')).rejects.toThrow(/permission denied/);
    await client.end();
    await second.post(`/factor-assignments/${id}/decide`, { verdict: 'rejected' }).expect(204);
  });

  it('can be approved by a delegate during the absence only', async () => {
    const id = await draftAssignment();
    await first.post(`/factor-assignments/${id}/propose`, { approverId: await idOf('annen@example.no') }).expect(204);
    const stand3 = (await second.get('/factor-assignments/approvers')).body.find(
      (each: { name: string }) => each.name === 'tredje@example.no',
    ).id as string;
    const today = stand.clock.now().toISOString().slice(0, 10);
    await second
      .post('/approval-delegations', { deputyId: stand3, fromOn: '2020-01-01', untilOn: '2020-01-31' })
      .expect(201);
    await third.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(409);
    await second.post('/approval-delegations', { deputyId: stand3, fromOn: today, untilOn: today }).expect(201);
    await third.post(`/factor-assignments/${id}/decide`, { verdict: 'rejected' }).expect(204);
    expect(await findAssignment(id)).toMatchObject({ state: 'rejected', decidedBy: 'tredje@example.no' });
  });
});

describe('factor assignment in force', () => {
  it('previews its effect, recalculates affected lines, and preserves earlier results after its end', async () => {
    const id = await draftAssignment();
    // NOK 1,000,000 / 9.62 × 122.8 / 133.6 × 0.246 = 23.5 t; without the index 25.6 t.
    const preview = (await first.get(`/factor-assignments/${id}/preview`).expect(200)).body;
    expect(preview).toMatchObject({ lines: 2, changed: 1 });
    expect(Number(preview.after) - Number(preview.before)).toBeCloseTo(23504.8 - 28824.9, 0);
    expect(await currentParts(stand, parties, batch)).toHaveLength(3);
    await first.post(`/factor-assignments/${id}/propose`, { approverId: await idOf('annen@example.no') }).expect(204);
    await second.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(204);
    expect(await calculate(stand, parties, 'test', { accounts: ['kostra:200'] })).toMatchObject({
      opened: 1,
      closed: 1,
    });
    const kg = async () =>
      (await currentParts(stand, parties, batch)).map((part) => [
        part.factor_id,
        part.price_standing,
        Math.round(Number(part.kg) / 100) / 10,
      ]);
    expect(await kg()).toEqual([
      ['epa13-337127', 'deflated', 23.5],
      ['spend_6540_654', 'not-deflated', 27.2],
      ['spend_6800_680', 'deflated', 0],
    ]);
    const why = (await first.get(`/emissions/explanations/spend-lines/${batch}/1?language=en`)).body;
    expect(why.steps.join(' ')).toMatch(/per USD in 2022 prices.*consumer price index/);
    expect(why.caveats.join(' ')).toMatch(/for the United States, not Norway/);
    expect(await calculate(stand, parties)).toMatchObject({ changed: false });
    const before = await kg();
    expect(
      (await second.post(`/factor-assignments/${id}/end`, { untilOn: '2024-03-31' }).expect(422)).body,
    ).toMatchObject({ code: 'factor-assignment-end-in-past', params: { found: '2024-03-31' } });
    const today = stand.clock.now().toISOString().slice(0, 10);
    await second.post(`/factor-assignments/${id}/end`, { untilOn: today }).expect(204);
    expect(await findAssignment(id)).toMatchObject({ state: 'retired', untilOn: today });
    await calculate(stand, parties, 'test', { accounts: ['kostra:200'] });
    expect(await kg()).toEqual(before);
  });

  it('gives 25.6 t without the price index and reports that it is not adjusted', async () => {
    const id = await draftAssignment({ fromOn: '2023-01-01' });
    await first.post(`/factor-assignments/${id}/propose`, { approverId: await idOf('annen@example.no') }).expect(204);
    await second.post(`/factor-assignments/${id}/decide`, { verdict: 'approved' }).expect(204);
    await calculate(stand, parties, 'test', { accounts: ['kostra:200'] });
    expect((await currentParts(stand, parties, batch))[1]).toMatchObject({
      factor_id: 'epa13-337127',
      price_standing: 'not-deflated',
      kg: '25571.725572',
    });
  });
});

describe('bridge between runs', () => {
  it('sums step by step, with each difference under its cause', async () => {
    const runs = (await first.get('/emissions/runs').expect(200)).body.map(
      ({ number }: { number: number }) => number,
    ) as number[];
    const last = runs[0] ?? 0;
    const bridge = async (from: number, to: number) =>
      (await first.get(`/emissions/bridge?from=${from}&to=${to}`).expect(200)).body as {
        before: string;
        after: string;
        steps: { step: string; kg: string; lines: number }[];
      };
    const sumOf = ({ before, steps }: { before: string; steps: { kg: string }[] }) =>
      steps.reduce((sum, { kg }) => sum + Number(kg), Number(before));
    const all = await bridge(1, last);
    expect(all.steps.map(({ step }) => step)).toEqual([
      'data',
      'volume',
      'mix',
      'supplier',
      'factor',
      'method',
      'price',
    ]);
    expect(sumOf(all)).toBeCloseTo(Number(all.after), 6);
    expect(all.steps.filter(({ lines }) => lines > 0).map(({ step }) => step)).toEqual(['factor']);
    await postLedger(stand, parties, [{ account: '100', amount: '2000', on: '2026-05-01' }]);
    await calculate(stand, parties);
    const more = await bridge(last, last + 1);
    expect(more.steps.filter(({ lines }) => lines > 0).map(({ step, kg }) => [step, kg])).toEqual([
      ['data', '51.108367'],
    ]);
    expect(sumOf(more)).toBeCloseTo(Number(more.after), 6);
    await first.get(`/emissions/bridge?from=1&to=${last + 9}`).expect(404);
  });

  it('allows publication with a case number when the runs are verified', async () => {
    const last = (await first.get('/emissions/runs')).body[0] as { number: number; kg: string };
    await first
      .post(`/emissions/runs/${last.number}/publication-proposals`, { caseNumber: '', scope: 'Alt' })
      .expect(400);
    const blank = await first
      .post(`/emissions/runs/${last.number}/publication-proposals`, { caseNumber: ' ', scope: ' ' })
      .expect(400);
    expect(blank.body.issues.map(({ path }: { path: string }) => path)).toEqual(['caseNumber', 'scope']);
    await publishPart(first, second, last.number, {
      caseNumber: '26/00118-4',
      scope: 'Alle kommunene, 2023 og 2024.',
      from: '2023-01',
      to: '2026-12',
    });
    expect((await second.get('/emissions/publications').expect(200)).body).toEqual([
      expect.objectContaining({
        run: last.number,
        caseNumber: '26/00118-4',
        kg: last.kg,
        by: expect.any(String),
        approvedBy: expect.any(String),
        supersededBy: null,
      }),
    ]);
    await publishPart(first, second, last.number, {
      caseNumber: '26/00118-9',
      scope: 'Som før.',
      from: '2023-01',
      to: '2026-12',
    });
    await publishPart(first, second, last.number, {
      caseNumber: '26/00119',
      scope: 'Alle kommunene, 2024.',
      from: '2023-01',
    });
    expect(
      (await second.get('/emissions/publications').expect(200)).body.map(
        ({ caseNumber, supersededBy }: { caseNumber: string; supersededBy: string | null }) => [
          caseNumber,
          supersededBy,
        ],
      ),
    ).toEqual([
      ['26/00119', null],
      ['26/00118-9', null],
      ['26/00118-4', '26/00118-9'],
    ]);
    expect((await second.get('/emissions/years').expect(200)).body).toContain(2023);
    await stand.asOwner(`update emissions.result set kg = kg + 1 where opened_by_run = ${last.number}`);
    expect(
      (
        await first
          .post(`/emissions/runs/${last.number}/publication-proposals`, { caseNumber: '26/1', scope: 'x' })
          .expect(409)
      ).body.code,
    ).toBe('run-not-reproducible');
    await stand.asOwner(`update emissions.result set kg = kg - 1 where opened_by_run = ${last.number}`);
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    await buyer
      .post(`/emissions/runs/${last.number}/publication-proposals`, { caseNumber: '26/1', scope: 'x' })
      .expect(403);
  });
});
