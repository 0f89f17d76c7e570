import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import {
  administrator,
  setUpParties,
  signIn,
  TEST_PASSWORD,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { Clock, Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { createHash } from 'node:crypto';
import { calculate, matchAndCalculate, postLedger, publishPart, roomsOfEmissions } from '../testing.ts';
import { startFraction } from './draw-sample.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: SignedIn;
let auditor: SignedIn;
let actor: Actor;
let batchId: string;
const seller = '311047116';
const endsAt = () => new Date(stand.get(Clock).now().getTime() + 20 * 86_400_000);

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
  const { organisationId } = parties.manager;
  const member = await stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(SetUpParties).addMember({
      organisationId,
      role: 'auditor',
      name: 'Revisor',
      email: 'revisor@example.no',
      password: TEST_PASSWORD,
      endsAt: endsAt(),
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
  await acceptedReport(stand, parties, agreement, { lines: [marchLines[0]!] });
  batchId = await postLedger(stand, parties, [
    {
      account: '115',
      amount: marchLines[0]!.amount.replace(',', '.').replaceAll(/\s/g, ''),
      invoice: marchLines[0]!.invoiceNumber,
      orgNumber: seller,
    },
    ...Array.from({ length: 60 }, (_, at) => ({ account: '200', amount: String(100 + at) })),
    { account: '230', amount: '50000' },
    { account: '230', amount: '-700' },
    { account: '010', amount: '99999' },
  ]);
  await matchAndCalculate(stand, parties);
});
afterAll(() => stand.close());

const sample = async (query: string, run = 1) =>
  (await auditor.get(`/emissions/runs/${run}/sample?${query}`).expect(200)).body;

describe('auditor access', () => {
  it('includes published runs only', async () => {
    expect((await auditor.get('/emissions/runs').expect(200)).body).toEqual([]);
    for (const path of [
      'runs/1/proof',
      'runs/1/sample?seed=a&size=5&unit=kroner',
      `runs/1/lines/${batchId}/1`,
      'runs/1/evidence.zip',
      `why/spend/${batchId}/1`,
    ])
      await auditor.get(`/emissions/${path}`).expect(404);
    expect((await auditor.get('/emissions/summary?run=1').expect(200)).body.run).toBeNull();
    expect((await auditor.get('/emissions/uncertainty?run=1').expect(200)).body).toMatchObject({
      run: null,
      kg: '0.000',
    });
    await publishPart(manager, await administrator(stand, parties, 'godkjenner@example.no'), 1, {
      caseNumber: '26/114',
      scope: 'Alt, mars 2026',
    });
    await postLedger(stand, parties, [{ account: '200', amount: '5' }]);
    await calculate(stand, parties);
    expect(
      (await manager.get('/emissions/runs').expect(200)).body.map(({ number }: { number: number }) => number),
    ).toEqual([2, 1]);
    expect(
      (await auditor.get('/emissions/runs').expect(200)).body.map(({ number }: { number: number }) => number),
    ).toEqual([1]);
    expect((await auditor.get('/emissions/summary').expect(200)).body.run.number).toBe(1);
    await auditor.get('/emissions/runs/2/verification').expect(404);
    await auditor.get('/emissions/bridge?from=1&to=2').expect(404);
    await auditor.get('/emissions/runs/1/evidence-pack.zip').expect(200);
  });

  it('is read-only, whatever endpoint a request uses', async () => {
    await auditor.post('/emissions/runs/1/publication-proposals', { caseNumber: 'x', scope: 'x' }).expect(403);
    await auditor.get('/emissions/figure-proposals').expect(403);
    const as = (sql: string) => stand.get(UnitOfWork).run({ ...actor }, () => stand.get(Database).query(sql));
    await expect(
      as(
        `insert into identity.organisation (id, kind, name, created_at) values (gen_random_uuid(), 'buyer', 'x', now())`,
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await as(`update identity.organisation set name = 'x' returning id`)).toEqual([]);
    await expect(
      as(
        `insert into emissions.publication (id, run_number, case_number, scope, kg, published_by, published_at) values (gen_random_uuid(), 1, 'x', 'x', 0, platform.person(), now())`,
      ),
    ).rejects.toThrow(/row-level security|two persons/);
  });

  it('requires an end date', async () => {
    await expect(stand.asOwner(`update identity.membership set ends_at = null where role = 'auditor'`)).rejects.toThrow(
      /auditor_ends/,
    );
  });
});

describe('monetary-unit sample', () => {
  it('is identical for the same seed and contains the parameters of the draw', async () => {
    const first = await sample('seed=Revisjon%202026&size=10&unit=kroner');
    expect(await sample('seed=Revisjon%202026&size=10&unit=kroner')).toEqual(first);
    expect((await sample('seed=another&size=10&unit=kroner')).start).not.toBe(first.start);
    // 3,125 reported, 60 lines of 100 to 159, 50,000 and a credit of 700 by absolute value; wages are not purchases.
    expect(first).toMatchObject({ run: 1, population: 63, total: '61595', interval: '6159.5' });
    expect(first.lines.reduce((sum: number, { hits }: { hits: number }) => sum + hits, 0)).toBe(10);
    expect(first.lines.find(({ amount }: { amount: string }) => amount === '50000')).toMatchObject({
      certain: true,
      hits: expect.any(Number),
    });
    expect(
      (
        await stand.asOwner(
          `select details from platform.door_audit_entry where act = 'emissions.sample-drawn' limit 1`,
        )
      )[0],
    ).toEqual({ details: { seed: 'Revisjon 2026', size: 10, unit: 'kroner' } });
  });

  it('can be reproduced by hand from the lines of the evidence pack', async () => {
    const rows = await stand.asOwner<{ batch_id: string; line_no: number; part: number; size: string }>(
      `select batch_id, line_no, part, abs(base_amount)::text as size from emissions.result where opened_by_run = 1 and method <> 'not-spend' and base_amount <> 0 order by batch_id, line_no, part`,
    );
    for (const seed of ['1', '2', 'tre', 'fire']) {
      const total = rows.reduce((sum, { size }) => sum + Number(size), 0);
      const interval = Number((total / 25).toFixed(6));
      const bits = Number(
        BigInt(`0x${createHash('sha256').update(`${seed}|1|kroner`).digest('hex').slice(0, 13)}`) + 1n,
      );
      let next = interval * (bits / 2 ** 52);
      let upto = 0;
      const drawn = rows.flatMap(({ line_no, size }) => {
        upto += Number(size);
        let hits = 0;
        for (; next <= upto; next += interval) hits += 1;
        return hits > 0 ? [[line_no, hits]] : [];
      });
      const told = await sample(`seed=${seed}&size=25&unit=kroner`);
      expect(told.lines.map(({ lineNo, hits }: { lineNo: number; hits: number }) => [lineNo, hits])).toEqual(drawn);
    }
    expect(startFraction('1', 1, 'kroner')).toMatch(/^0\.\d{18}$/);
  });

  it('can be drawn by kilogram and enforces its limits', async () => {
    const byKg = await sample('seed=a&size=5&unit=kg');
    expect(byKg.lines.every(({ kg }: { kg: string | null }) => kg !== null)).toBe(true);
    for (const query of [
      'size=5&unit=kg',
      'seed=a&size=0&unit=kg',
      'seed=a&size=501&unit=kg',
      'seed=a&size=5&unit=tonnes',
    ])
      await auditor.get(`/emissions/runs/1/sample?${query}`).expect(400);
  });
});

describe('evidence of a sampled line', () => {
  it('includes source cells, findings, links and deciders', async () => {
    const { body } = await auditor.get(`/emissions/runs/1/lines/${batchId}/1`).expect(200);
    expect(
      await stand.asOwner(`select details from platform.door_audit_entry where act = 'emissions.line-viewed'`),
    ).toEqual([{ details: { batchId: batchId, lineNo: 1 } }]);
    const [posting, report] = body.rows;
    expect(posting).toMatchObject({ kind: 'posting', file: 'bok.csv', row: 2, findings: [] });
    expect(posting.cells).toContainEqual({ field: 'amount', heading: 'Sum', cell: null, text: '3125.00' });
    expect(report).toMatchObject({ kind: 'report', file: 'rapport.csv', row: 2 });
    expect(report.cells.find(({ field }: { field: string }) => field === 'quantity')).toEqual({
      field: 'quantity',
      heading: expect.any(String),
      cell: expect.stringMatching(/^[A-Z]2$/),
      text: marchLines[0]!.quantity,
    });
    expect(body.ties).toMatchObject([{ line: 1, step: expect.stringMatching(/invoice/) }]);
    const why = (await auditor.get(`/emissions/explanations/spend-lines/${batchId}/1?run=1&language=en`).expect(200))
      .body;
    expect(why.formula).toMatch(/10 pk × .* = 832.5 kg/);
  });

  it('returns 404 for a line that is not in the run', async () => {
    await auditor.get(`/emissions/runs/1/lines/${batchId}/999`).expect(404);
    await auditor.get(`/emissions/runs/1/lines/${parties.cooperativeId}/1`).expect(404);
  });
});

describe('unpublished data', () => {
  it('excludes proposals, drafts and nightly verifications of other runs', async () => {
    const { organisationId } = parties.manager;
    const second = await stand.get(UnitOfWork).run({ ...parties.system }, () =>
      stand.get(SetUpParties).addMember({
        organisationId,
        role: 'administrator',
        name: 'Annen',
        email: 'annen@example.no',
        password: TEST_PASSWORD,
      }),
    );
    const other = await signIn(stand, 'annen@example.no');
    const proposal = (
      await manager
        .post('/emissions/method-policies', {
          category: 'furniture',
          fromOn: '2026-01-01',
          methods: ['spend-account'],
          reason: 'Tenkes på.',
          approverId: second.personId,
        })
        .expect(201)
    ).body.id;
    const choice = (
      await manager
        .post('/factor-assignments', {
          kind: 'account',
          target: 'kostra:195',
          setId: 'dfo-2022-ns4102-2026m08',
          factorId: 'spend_6320_632',
          fromOn: '2026-01-01',
          reason: 'Tenkes på.',
        })
        .expect(201)
    ).body.id;
    const seen = async (by: SignedIn) =>
      [
        (await by.get('/emissions/method-policy-proposals').expect(200)).body,
        (await by.get('/factor-assignments').expect(200)).body,
      ].map((rows: { id: string }[]) => rows.map(({ id }) => id));
    expect(await seen(manager)).toEqual([[proposal], [choice]]);
    expect(await seen(auditor)).toEqual([[], []]);
    await manager.post(`/factor-assignments/${choice}/propose`, { approverId: second.personId }).expect(204);
    expect(await seen(auditor)).toEqual([[], []]);
    await other.post(`/factor-assignments/${choice}/decide`, { verdict: 'rejected', note: 'Nei.' }).expect(204);
    await other.post(`/emissions/method-policy-proposals/${proposal}/decide`, { verdict: 'approved' }).expect(204);
    expect(await seen(auditor)).toEqual([[proposal], [choice]]);
  });

  it('excludes a corrective run until it is published', async () => {
    const night = (run: number, made: number) =>
      stand.asOwner(
        `insert into emissions.nightly_verification (cooperative_id, id, run_number, lines, verified_line_count, differing, corrective_run_number, overtaken, verified_at) values ($1, gen_random_uuid(), $2, 1, 1, 1, $3, false, now())`,
        [parties.cooperativeId, run, made],
      );
    await night(1, 2);
    await night(2, 2);
    const nights = async (by: SignedIn) =>
      (await by.get('/emissions/nightly-verifications').expect(200)).body
        .map(({ run, madeRun }: { run: number; madeRun: number | null }) => [run, madeRun])
        .toSorted();
    expect(await nights(manager)).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(await nights(auditor)).toEqual([[1, null]]);
  });
});

describe('end date of auditor access', () => {
  it('refuses every request from that day on, until a new invitation', async () => {
    await stand.asOwner(`update identity.membership set ends_at = $1 where role = 'auditor'`, [
      new Date(stand.get(Clock).now().getTime() - 1000),
    ]);
    const refused = await auditor.get('/emissions/runs').expect(403);
    expect(refused.body.code).toBe('no-active-membership');
    expect((await auditor.get('/session').expect(200)).body).toMatchObject({
      memberships: [],
      acting: null,
      permissions: [],
    });
  });
});
