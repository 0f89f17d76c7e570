import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { CreateObligations, PublishTerms } from '@tallgrunn/agreements-server';
import { testTerms, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;
interface Branch {
  readonly id: string;
  readonly part: { readonly name: string };
  readonly state: string;
  readonly missing: { readonly reason: string; readonly saidBy: string } | null;
}

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let clerk: Agent;
let branches: Record<string, string>;

const june = marchLines.map((line) => ({ ...line, deliveredOn: line.deliveredOn.replace('.03.', '.05.') }));
const dear = june.map((line) => ({
  ...line,
  unitPrice: '400,00',
  amount: line.quantity === '10' ? '4000,00' : '1600,00',
}));

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  await stand.asOwner(
    `insert into agreements.related_entity (cooperative_id, id, supplier_id, kind, name, org_number, created_at)
     select cooperative_id, gen_random_uuid(), supplier_id, 'branch', b.name, b.number, now()
     from agreements.agreement_supplier, (values ('Flisa', '971000017'), ('Kongsvinger', '971000025'), ('Skarnes', '971000033')) as b (name, number) where supplier_id = $1`,
    [parties.suppliers[0]!.organisationId],
  );
  const units = stand.get(UnitOfWork);
  await units.run(parties.manager.actor, () =>
    stand.get(PublishTerms).run(made.agreementId, { ...testTerms, partsOf: 'branch' }, '2026-05-01'),
  );
  stand.clock.runFrom(new Date('2026-06-10T10:00:00Z'));
  await units.run(parties.system, () => stand.get(CreateObligations).run());
  const rows = await stand.asOwner<{ id: string; name: string }>(
    `select d.id, u.name from agreements.reporting_obligation d join agreements.related_entity u on u.id = d.branch_id where d.period_key = '2026-05'`,
  );
  branches = Object.fromEntries(rows.map(({ id, name }) => [name, id]));
  clerk = await signIn(stand, parties.suppliers[0]!.email);
});
afterAll(() => stand.close());

const all = async (who = clerk): Promise<Branch[]> =>
  (await who.get(`/obligations/${branches['Flisa']}/branches`).expect(200)).body;
const checked = async (branch: string, lines = june) =>
  (
    await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      branches[branch]!,
      reportCsv(lines.map((line) => ({ ...line, invoiceNumber: `${branch}${line.invoiceNumber}` }))),
    )
  ).id;
const submit = (versions: object[], missing: object[] = []) =>
  clerk.post(`/obligations/${branches['Kongsvinger']}/branches/submit`, { versions, missing });
const later = (branch: string, reason = 'Ny kasse, kommer fredag.') => ({ obligationId: branches[branch], reason });

describe('branch reports of a chain', () => {
  it('lists all branches for the supplier and for the contract manager', async () => {
    expect((await all()).map(({ part, state }) => [part.name, state])).toEqual([
      ['Flisa', 'due-soon'],
      ['Kongsvinger', 'due-soon'],
      ['Skarnes', 'due-soon'],
    ]);
    expect(await all(await signIn(stand, parties.manager.email))).toHaveLength(3);
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(`/obligations/${branches['Flisa']}/branches`).expect(404);
    await clerk.get(`/obligations/${made.obligations['2026-03']}/branches`).expect(404);
  });

  it('rejects a submission while branches are missing without a reason', async () => {
    const versionId = await checked('Flisa');
    const { body } = await submit([{ versionId }], [later('Skarnes')]).expect(409);
    expect(body).toMatchObject({ code: 'branches-missing', params: { count: 1, names: ['Kongsvinger'] } });
    expect((await all()).map(({ state }) => state)).toEqual(['due-soon', 'due-soon', 'due-soon']);
  });

  it('submits all or none: one unanswered question blocks all', async () => {
    const [flisa, kongsvinger] = [await checked('Flisa'), await checked('Kongsvinger', dear)];
    expect(
      (await submit([{ versionId: flisa }, { versionId: kongsvinger }], [later('Skarnes')]).expect(422)).body.code,
    ).toBe('submission-incomplete');
    expect((await clerk.get(`/report-versions/${flisa}`)).body.state).toBe('checked');
    expect((await all()).every(({ missing }) => missing === null)).toBe(true);
  });

  it('submits all or none: the same invoice lines in two of them block all', async () => {
    const [flisa, kongsvinger] = [
      await checked('Flisa'),
      (
        await receivedReport(
          stand,
          parties.suppliers[0]!.actor,
          branches['Kongsvinger']!,
          reportCsv(june.map((line) => ({ ...line, invoiceNumber: `Flisa${line.invoiceNumber}` }))),
        )
      ).id,
    ];
    const { body } = await submit([{ versionId: flisa }, { versionId: kongsvinger }], [later('Skarnes')]).expect(409);
    expect(body).toMatchObject({ code: 'branches-overlap', params: { count: 2, names: ['Flisa', 'Kongsvinger'] } });
    expect((await clerk.get(`/report-versions/${flisa}`)).body.state).toBe('checked');
  });

  it('submits branches together, with a reason for each missing one', async () => {
    const [flisa, kongsvinger] = [await checked('Flisa'), await checked('Kongsvinger')];
    const { body } = await submit([{ versionId: flisa }, { versionId: kongsvinger }], [later('Skarnes')]).expect(201);
    expect((body as { number: string }[]).map(({ number }) => number).sort()).toEqual([
      'R-2026-00001/1',
      'R-2026-00002/1',
    ]);
    const seen = await all(await signIn(stand, parties.manager.email));
    expect(seen.map(({ part, state, missing }) => [part.name, state, missing?.reason ?? null])).toEqual([
      ['Flisa', 'accepted', null],
      ['Kongsvinger', 'accepted', null],
      ['Skarnes', 'due-soon', 'Ny kasse, kommer fredag.'],
    ]);
    const { body: obligation } = await clerk.get(`/obligations/${branches['Skarnes']}`).expect(200);
    expect(obligation.missing).toMatchObject({ reason: 'Ny kasse, kommer fredag.', saidBy: expect.any(String) });
  });

  it('rejects outdated input: a delivered branch declared missing, two reports of one branch, a report of another obligation', async () => {
    const skarnes = await checked('Skarnes');
    expect((await submit([{ versionId: skarnes }], [later('Flisa')]).expect(409)).body.code).toBe('branch-not-missing');
    expect(
      (await submit([{ versionId: skarnes }, { versionId: await checked('Skarnes') }]).expect(422)).body.code,
    ).toBe('branch-duplicate');
    const elsewhere = (
      await receivedReport(stand, parties.suppliers[0]!.actor, made.obligations['2026-03']!, reportCsv(marchLines))
    ).id;
    await submit([{ versionId: elsewhere }], [later('Skarnes')]).expect(404);
  });

  it('quarantines lines that another branch has delivered, and names that branch', async () => {
    const { verdict } = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      branches['Skarnes']!,
      reportCsv([
        ...june.map((line) => ({ ...line, invoiceNumber: `Flisa${line.invoiceNumber}` })),
        { ...june[0]!, invoiceNumber: 'Skarnes9' },
      ]),
    );
    expect(verdict).toMatchObject({ rows: 3, accepted: 1, counts: { 'already-reported': 2 } });
    expect(verdict?.groups.find(({ code }) => code === 'already-reported')?.example.params).toEqual({
      period: '2026-05',
      branch: 'Flisa',
    });
  });

  it('is overdue for a missing branch after the due date, and retains the declared reason', async () => {
    stand.clock.runFrom(new Date('2026-06-20T10:00:00Z'));
    const manager = await signIn(stand, parties.manager.email);
    expect((await all(manager)).map(({ part, state, missing }) => [part.name, state, missing?.reason ?? null])).toEqual(
      [
        ['Flisa', 'accepted', null],
        ['Kongsvinger', 'accepted', null],
        ['Skarnes', 'overdue', 'Ny kasse, kommer fredag.'],
      ],
    );
  });

  it('replaces one branch with a reason, and leaves the others unchanged', async () => {
    clerk = await signIn(stand, parties.suppliers[0]!.email);
    const { id, correction } = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      branches['Flisa']!,
      reportCsv(
        june.map((line) => ({
          ...line,
          invoiceNumber: `Flisa${line.invoiceNumber}`,
          ...(line.quantity === '4' && { quantity: '5', amount: '740,00' }),
        })),
      ),
    );
    expect(correction).toMatchObject({ baseNumber: 'R-2026-00001/1', way: 'replaces', changed: 1, effect: '148.00' });
    expect((await submit([{ versionId: id }], [later('Skarnes')]).expect(422)).body.issues).toEqual([
      { code: 'correction-reason-missing', params: {} },
    ]);
    const [sent] = (
      await submit([{ versionId: id, correction: { code: 'wrong-quantity' } }], [later('Skarnes')]).expect(201)
    ).body;
    expect(sent.number).toBe('R-2026-00001/2');
    expect((await all()).find(({ part }) => part.name === 'Kongsvinger')?.state).toBe('accepted');
  });

  it('is complete after the last branch has delivered, and lists none as missing', async () => {
    await submit([{ versionId: await checked('Skarnes') }]).expect(201);
    expect((await all()).map(({ part, missing }) => [part.name, missing])).toEqual([
      ['Flisa', null],
      ['Kongsvinger', null],
      ['Skarnes', null],
    ]);
  });
});
