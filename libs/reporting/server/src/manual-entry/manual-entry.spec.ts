import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { signIn, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { CleanUpDrafts } from '../checking/clean-up-drafts.ts';
import { marchLines, type TestLine } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let clerk: Agent;
let colleague: Agent;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  await stand.work();
  const { organisationId } = parties.suppliers[0]!;
  await stand.get(UnitOfWork).run(parties.system, () =>
    stand.get(SetUpParties).addMember({
      organisationId,
      role: 'supplier-clerk',
      name: 'Kari Kollega',
      email: 'kari@example.no',
      password: TEST_PASSWORD,
    }),
  );
  clerk = await signIn(stand, parties.suppliers[0]!.email);
  colleague = await signIn(stand, 'kari@example.no');
});
afterAll(() => stand.close());

const typed = (period: string) => `/obligations/${made.obligations[period]}/manual-entry`;
const cellsOf = (line: Partial<TestLine>) => Object.entries(line).map(([field, is]) => ({ field, was: '', is }));
const added = (line: Partial<TestLine>, place: number, id: string = randomUUID()) => ({
  id,
  place,
  cells: cellsOf(line),
});
const changed = (id: string, field: string, was: string, is: string) => ({ id, place: 0, cells: [{ field, was, is }] });

async function save(who: Agent, period: string, since: number, ...changes: object[]) {
  return (await who.patch(typed(period), { since, changes }).expect(200)).body;
}

async function checked(who: Agent, versionId: string) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await who.get(`/report-versions/${versionId}`).expect(200);
    if (body.state !== 'received') return body;
    await sleep(100);
  }
  throw new Error('The version was never checked.');
}

describe('manual entries', () => {
  const [first, second] = [randomUUID(), randomUUID()];

  it('saves lines while typing, and shows them to colleagues', async () => {
    expect((await clerk.get(typed('2026-03')).expect(200)).body).toMatchObject({
      revision: 0,
      savedAt: null,
      rows: [],
      rowsMax: 250,
    });
    const said = await save(
      clerk,
      '2026-03',
      0,
      added(marchLines[0]!, 1, first),
      added({ itemNumber: '30118' }, 2, second),
    );
    expect(said).toMatchObject({ revision: 1, conflicts: [], savedBy: expect.any(String) });
    const { body } = await colleague.get(typed('2026-03')).expect(200);
    expect(body.rows).toMatchObject([
      { id: first, cells: { itemNumber: '00512', quantity: '10' } },
      { id: second, cells: { itemNumber: '30118' } },
    ]);
  });

  it('returns a conflict for the same cell without overwriting, and stores changes in other cells', async () => {
    await save(clerk, '2026-03', 1, changed(second, 'quantity', '', '4'));
    const said = await save(
      colleague,
      '2026-03',
      1,
      changed(second, 'quantity', '', '40'),
      changed(second, 'unit', '', 'stk'),
    );
    expect(said.conflicts).toEqual([
      { id: second, field: 'quantity', mine: '40', theirs: '4', by: expect.any(String) },
    ]);
    expect(said.rows).toMatchObject([{ id: second, cells: { quantity: '4', unit: 'stk' }, changedBy: 'Kari Kollega' }]);
    expect((await clerk.get(`${typed('2026-03')}?since=2`).expect(200)).body.rows).toMatchObject([
      { id: second, cells: { unit: 'stk' } },
    ]);
  });

  it('returns one conflict for two concurrent saves', async () => {
    const both = await Promise.all([
      save(clerk, '2026-03', 3, changed(second, 'unitPrice', '', '148,00')),
      save(colleague, '2026-03', 3, changed(second, 'unitPrice', '', '150,00')),
    ]);
    expect(both.flatMap(({ conflicts }) => conflicts)).toHaveLength(1);
  });

  it('submits a generated file at the revision the user viewed, and returns a receipt', async () => {
    const { body: now } = await clerk.get(typed('2026-03')).expect(200);
    const price = now.rows[1].cells.unitPrice as string;
    const rest = Object.entries(marchLines[1]!).filter(
      ([field]) => !['itemNumber', 'quantity', 'unit', 'unitPrice'].includes(field),
    );
    const said = await save(clerk, '2026-03', now.revision, {
      id: second,
      place: 0,
      cells: [{ field: 'unitPrice', was: price, is: '148,00' }, ...rest.map(([field, is]) => ({ field, was: '', is }))],
    });
    expect(
      (await clerk.post(`${typed('2026-03')}/submit`, { revision: said.revision - 1 }).expect(409)).body.code,
    ).toBe('manual-entry-changed');
    const { id } = (await clerk.post(`${typed('2026-03')}/submit`, { revision: said.revision }).expect(202)).body;
    const version = await checked(clerk, id);
    expect(version.verdict.groups.filter((group: { severity: string }) => group.severity !== 'info')).toEqual([]);
    expect(version).toMatchObject({ lines: 2, amount: '3717.00', file: { name: 'A-1 2026-03.csv' } });
    expect((await clerk.post(`/report-versions/${id}/submit`).expect(201)).body).toMatchObject({
      number: 'R-2026-00001/1',
      state: 'accepted',
    });
    const file = await clerk
      .get(`/report-versions/${id}/file`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(String(file.body)).toContain(
      'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer\r\n00512;Kjøttdeig storfe 2,5 kg;Kongsvinger kommune;10;pk;312,50;3125,00;03.03.2026;7001\r\n',
    );
  });

  it('retains the lines after submission, and corrects the report with a next version', async () => {
    const { body: now } = await clerk.get(typed('2026-03')).expect(200);
    expect(now).toMatchObject({ sentRevision: now.revision, sentVersionId: expect.any(String) });
    const said = await save(clerk, '2026-03', now.revision, {
      id: first,
      place: 0,
      cells: [
        { field: 'quantity', was: '10', is: '9' },
        { field: 'amount', was: '3125,00', is: '2812,50' },
      ],
    });
    const { id } = (
      await clerk.post(`${typed('2026-03')}/submit`, { revision: said.revision, way: 'replaces' }).expect(202)
    ).body;
    const version = await checked(clerk, id);
    expect(version.correction).toMatchObject({ changed: 1, added: 0, removed: 0, effect: '-312.50' });
    expect(
      (await clerk.post(`/report-versions/${id}/submit`, { correction: { code: 'wrong-quantity' } }).expect(201)).body
        .number,
    ).toBe('R-2026-00001/2');
  });

  it('deletes and restores a line', async () => {
    const { body: now } = await clerk.get(typed('2026-03')).expect(200);
    const said = await save(clerk, '2026-03', now.revision, { id: first, place: 0, removed: true, cells: [] });
    expect(said.rows).toMatchObject([{ id: first, removed: true, cells: { itemNumber: '00512' } }]);
    expect(
      (await save(colleague, '2026-03', said.revision, { id: first, place: 0, removed: false, cells: [] })).rows,
    ).toMatchObject([{ id: first, removed: false }]);
  });

  it('allows at most 250 lines, and rejects a draft without lines', async () => {
    const many = Array.from({ length: 251 }, (_, at) => added({ itemNumber: '00512' }, at));
    expect((await clerk.patch(typed('2026-02'), { since: 0, changes: many }).expect(409)).body).toMatchObject({
      code: 'manual-entry-full',
      params: { rows: 251, rowsMax: 250 },
    });
    expect((await clerk.post(`${typed('2026-02')}/submit`, { revision: 0 }).expect(409)).body.code).toBe(
      'manual-entry-empty',
    );
    expect(await save(clerk, '2026-02', 0, ...many.slice(1))).toMatchObject({ revision: 1 });
  });

  it('rejects fields that the terms do not define, whatever their names', async () => {
    for (const field of ['nope', '__proto__', 'constructor']) {
      expect(
        (
          await clerk
            .patch(typed('2026-02'), { since: 1, changes: [changed(randomUUID(), field, '', 'x')] })
            .expect(422)
        ).body,
      ).toMatchObject({ code: 'manual-entry-field-unknown', params: { field } });
    }
    expect((await clerk.get(typed('2026-02')).expect(200)).body.revision).toBe(1);
  });

  it('returns nothing to another supplier or to the cooperative', async () => {
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(typed('2026-03')).expect(404);
    const manager = await signIn(stand, parties.manager.email);
    await manager.get(typed('2026-03')).expect(403);
    const rows = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(Database).query('select 1 from reporting.manual_entry_row'));
    expect(rows).toEqual([]);
  });

  it('deletes lines after ninety days without a change', async () => {
    await stand.asOwner(
      `update reporting.manual_entry_draft set saved_at = saved_at - interval '91 days' where obligation_id = $1`,
      [made.obligations['2026-02']],
    );
    expect(await stand.get(CleanUpDrafts).run(parties.system)).toBe(1);
    expect((await clerk.get(typed('2026-02')).expect(200)).body).toMatchObject({ revision: 0, rows: [] });
    expect((await clerk.get(typed('2026-03')).expect(200)).body.rows).toHaveLength(2);
  });
});
