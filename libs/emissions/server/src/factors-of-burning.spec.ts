import { Client } from 'pg';
import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { roomsOfEmissions } from './testing.ts';
import { approverId } from './testing-approvers.ts';

let stand: TestApp;
let parties: Parties;
let first: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  first = await signIn(stand, parties.manager.email);
  second = await administrator(stand, parties, 'annen@example.no');
});
afterAll(() => stand.close());

it('rejects combustion factors in place of production factors, in SQL with the role of the app', async () => {
  const client = new Client({ connectionString: stand.database.appUrl });
  await client.connect();
  const { personId, cooperativeId } = parties.manager.actor;
  const as = (side: string) =>
    client.query(
      `select set_config('app.cooperative_id', $1, false), set_config('app.side', $2, false), set_config('app.person_id', $3, false)`,
      [cooperativeId, side, personId],
    );
  const [burning, making] = [
    `'miljodirektoratet-2021', 'mdir21-diesel'`,
    `'uk-government-2025', 'defra25-11-101-1012-8-1'`,
  ];
  const chosen = (
    factor: string,
    direct: string,
  ) => `insert into factor_book.factor_assignment (id, kind, target, set_id, factor_id, combustion_set_id, combustion_factor_id, valid_from, reason, state, created_by, created_at)
    values (gen_random_uuid(), 'product', 'diesel', ${factor}, ${direct}, '2026-01-01', 'x', 'draft', platform.person(), now())`;
  const held = (factor: string, direct: string) =>
    `insert into emissions.run_factor_assignment (kind, target, valid_from, valid_to, opened_by_run, set_id, factor_id, combustion_set_id, combustion_factor_id) values ('product', 'x', '2026-01-01', 'infinity', 1, ${factor}, ${direct})`;
  try {
    for (const [side, statement] of [
      ['cooperative', chosen],
      ['system', held],
    ] as const) {
      await as(side);
      await expect(client.query(statement(burning, 'null, null'))).rejects.toThrow(/never added/);
      await expect(client.query(statement(burning, burning))).rejects.toThrow(/never added/);
      await expect(client.query(statement(making, making))).rejects.toThrow(/need a combustion factor/);
      await client.query('begin');
      await client.query(statement(making, burning));
      await client.query('rollback');
    }
    for (const table of ['default_factor', 'account_map_entry'])
      await expect(
        client.query(`update factor_book.${table} set set_id = 'miljodirektoratet-2021', factor_id = 'mdir21-diesel'`),
      ).rejects.toThrow(/permission denied/);
    await expect(
      stand.asOwner(
        `update factor_book.default_factor set set_id = 'miljodirektoratet-2021', factor_id = 'mdir21-diesel' where target = 'diesel'`,
      ),
    ).rejects.toThrow(/never added/);
    await expect(
      stand.asOwner(
        `update factor_book.account_map_entry set set_id = 'miljodirektoratet-2021', factor_id = 'mdir21-diesel' where answer = 'factor' and account_code = '200'`,
      ),
    ).rejects.toThrow(/never added/);
  } finally {
    await client.end();
  }
});

it('retains combustion emissions when another factor is assigned for the production of the fuel', async () => {
  const { body } = await first
    .post('/factor-assignments', {
      kind: 'product',
      target: 'petrol',
      setId: 'uk-government-2025',
      factorId: 'defra25-11-101-1012-8-1',
      fromOn: '2026-01-01',
      reason: 'Prøves.',
    })
    .expect(201);
  await first
    .post(`/factor-assignments/${body.id}/propose`, { approverId: await approverId(first, 'annen@example.no') })
    .expect(204);
  await second.post(`/factor-assignments/${body.id}/decide`, { verdict: 'approved' }).expect(204);
  const held = await stand.asOwner(
    `select factor_id, combustion_set_id, combustion_factor_id from factor_book.door_effective_assignment where target = 'petrol' order by valid_from`,
  );
  expect(
    held.map(({ factor_id, combustion_set_id, combustion_factor_id }) => [
      factor_id,
      combustion_set_id,
      combustion_factor_id,
    ]),
  ).toEqual([
    ['defra25-11-101-1017-8-1', 'miljodirektoratet-2021', 'mdir21-bensin'],
    ['defra25-11-101-1012-8-1', 'miljodirektoratet-2021', 'mdir21-bensin'],
  ]);
});
