import {
  admitColleague,
  administrator,
  setUpParties,
  signIn,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { calculate, postLedger, roomsOfEmissions } from '../testing.ts';

let stand: TestApp;
let parties: Parties;
/** The proposer; a colleague invited by the proposer; a colleague set up by the operator. */
let manager: SignedIn;
let dependent: SignedIn;
let approver: SignedIn;

const publication = { caseNumber: '26/1', scope: 'Alt.' };
const sealing = {
  figures: [{ year: 2019, kg: '1250000' }],
  madeBy: 'Et selskap',
  method: 'Kroner',
  source: 'Sak 22/1',
};

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  await admitColleague(
    stand,
    { ...parties.manager.actor, role: 'administrator' },
    'administrator',
    'avhengig@example.no',
  );
  manager = await signIn(stand, parties.manager.email);
  dependent = await signIn(stand, 'avhengig@example.no');
  approver = await administrator(stand, parties, 'godkjenner@example.no');
  await postLedger(stand, parties, [{ account: '200', amount: '1000', on: '2026-05-01' }]);
  await calculate(stand, parties);
});
afterAll(() => stand.close());

const official = async () => [
  (await manager.get('/emissions/publications').expect(200)).body.length,
  (await manager.get('/emissions/external-figures').expect(200)).body.length,
];
const propose = async (path: string, body: object) => (await manager.post(path, body).expect(201)).body.id as string;
const cases = [
  ['/emissions/runs/1/publication-proposals', publication],
  ['/emissions/external-figure-proposals', sealing],
] as const;

describe.each(cases)('%s', (path, body) => {
  it('has no effect before an independent person approves', async () => {
    const before = await official();
    const id = await propose(path, body);
    expect(await official()).toEqual(before);
    expect((await manager.post(`/emissions/figure-proposals/${id}/approve`)).body.code).toBe('second-person-required');
    const refused = await dependent.post(`/emissions/figure-proposals/${id}/approve`);
    expect([refused.status, refused.body.code]).toEqual([422, 'approver-not-independent']);
    expect(await official()).toEqual(before);
    const waiting = async (by: SignedIn) =>
      (await by.get('/emissions/figure-proposals').expect(200)).body.find((row: { id: string }) => row.id === id);
    expect([await waiting(manager), await waiting(dependent), await waiting(approver)]).toMatchObject([
      { isOwn: true, mayDecide: false },
      { isOwn: false, mayDecide: false },
      { isOwn: false, mayDecide: true },
    ]);
    await approver.post(`/emissions/figure-proposals/${id}/approve`).expect(201);
    expect(await waiting(approver)).toBeUndefined();
    expect((await official()).reduce((sum, n) => sum + n, 0)).toBe(before.reduce((sum, n) => sum + n, 0) + 1);
  });

  it('is approved once when several persons approve concurrently', async () => {
    const id = await propose(path, body);
    const answers = await Promise.all([1, 2, 3].map(() => approver.post(`/emissions/figure-proposals/${id}/approve`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('is rejected by the second person or withdrawn by the proposer', async () => {
    const before = await official();
    const [rejected, withdrawn] = [await propose(path, body), await propose(path, body)];
    await approver.post(`/emissions/figure-proposals/${rejected}/reject`, { reason: 'Feil sak.' }).expect(204);
    expect((await approver.post(`/emissions/figure-proposals/${withdrawn}/withdraw`)).body.code).toBe(
      'figure-proposal-of-another',
    );
    await manager.post(`/emissions/figure-proposals/${withdrawn}/withdraw`).expect(204);
    expect((await approver.post(`/emissions/figure-proposals/${withdrawn}/approve`)).body.code).toBe(
      'figure-proposal-already-decided',
    );
    expect(await official()).toEqual(before);
  });
});

describe('database constraints', () => {
  it('reject an official figure without a second person, in SQL with the role of the app', async () => {
    const as = (sql: string) =>
      stand.get(UnitOfWork).run({ ...parties.manager.actor }, () => stand.get(Database).query(sql));
    const insert = `insert into emissions.figure_proposal (id, kind, document, state, proposed_by, proposed_at, decided_by, decided_at)`;
    await expect(
      as(
        `${insert} values (gen_random_uuid(), 'publication', '{}', 'approved', gen_random_uuid(), now(), platform.person(), now())`,
      ),
    ).rejects.toThrow(/begins as a proposal/);
    const id = await propose(...cases[0]);
    await expect(
      as(
        `update emissions.figure_proposal set state = 'approved', decided_by = platform.person(), decided_at = now() where id = '${id}'`,
      ),
    ).rejects.toThrow(/two persons/);
    await expect(
      as(
        `insert into emissions.publication (id, run_number, case_number, scope, kg, published_by, published_at, proposal_id, approved_by) values (gen_random_uuid(), 1, 'x', 'x', 0, platform.person(), now(), '${id}', platform.person())`,
      ),
    ).rejects.toThrow(/two persons/);
    await expect(
      as(
        `insert into emissions.external_figure (id, year, kg, made_by, method, source, sealed_by, sealed_at) values (gen_random_uuid(), 2019, 1, 'x', 'x', 'x', platform.person(), now())`,
      ),
    ).rejects.toThrow(/two persons/);
  });
});
