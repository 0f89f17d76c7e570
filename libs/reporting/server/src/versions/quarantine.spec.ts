import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Patch } from '@tallgrunn/checks';
import { AcceptVersion } from './accept-version.ts';
import { SubmitVersion } from './submit-version.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

const [line] = marchLines;
const file = reportCsv([...marchLines, { ...line!, quantity: 'ca 20', invoiceNumber: '9' }]);
const supplier = () => parties.suppliers[0]!.actor;
const units = () => stand.get(UnitOfWork);
const say = (part: string, value: string) =>
  stand.asOwner(`update agreements.terms_version set document = document || jsonb_build_object($1::text, $2::text)`, [
    part,
    value,
  ]);

async function submitted(patches: readonly Patch[] = []): Promise<string> {
  const version = await receivedReport(stand, supplier(), made.obligations['2026-03']!, file, 'mars.csv', { patches });
  const asked = version.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
  const confirmations = asked.map(({ code, example }) => ({
    code,
    cause: (example as { cause?: string }).cause ?? '',
    reason: 'Avtalt.',
  }));
  await units().run({ ...supplier() }, () =>
    stand.get(SubmitVersion).run(version.id, {
      confirmations,
      leaveOutRows: (version.verdict?.quarantined ?? 0) > 0,
      ...(version.correction && { correction: { code: 'lines-missing' as const } }),
    }),
  );
  return version.id;
}

async function obligation() {
  const { body } = await (await signIn(stand, parties.suppliers[0]!.email)).get('/obligations').expect(200);
  return (
    body as { id: string; state: string; daysLate: number; version: { lines: number; rowsWaiting: number } }[]
  ).find(({ id }) => id === made.obligations['2026-03'])!;
}

describe('quarantine', () => {
  it('lets valid rows through, is counted for both sides, and waits for the manager', async () => {
    const id = await submitted();
    expect(await obligation()).toMatchObject({ state: 'submitted', version: { lines: 2, rowsWaiting: 1 } });
    await units().run(parties.manager.actor, () => stand.get(AcceptVersion).run(id));
    expect(await obligation()).toMatchObject({ state: 'accepted' });
    const { body } = await (await signIn(stand, parties.manager.email)).get('/compliance?from=2026-01-01').expect(200);
    const cells = (body.rows as { cells: { version: { id: string; rowsWaiting: number } | null }[] }[]).flatMap(
      ({ cells: all }) => all,
    );
    expect(cells.find(({ version }) => version?.id === id)?.version?.rowsWaiting).toBe(1);
  });

  it('leaves the obligation open and late while any row is quarantined, when the terms require it', async () => {
    await say('partlyAccepted', 'not-delivered');
    expect(await obligation()).toMatchObject({ state: 'partly' });
    const before = (await obligation()).daysLate;
    const clerk = await signIn(stand, parties.suppliers[0]!.email);
    const { body: standing } = await clerk.get('/obligations').expect(200);
    const { id } = (standing as { id: string; version: { id: string } }[]).find(
      (each) => each.id === made.obligations['2026-03'],
    )!.version;
    const { body: answers } = await clerk.get(`/report-versions/${id}/reading-options`).expect(200);
    expect(answers).toMatchObject({ mapping: [], patches: [], changed: [], changedCount: 0 });
    const next = await submitted([...answers.patches, { set: 'cell', sheet: '', row: 4, column: 3, value: '20' }]);
    await units().run(parties.manager.actor, () => stand.get(AcceptVersion).run(next));
    expect(await obligation()).toMatchObject({ state: 'accepted', version: { lines: 3, rowsWaiting: 0 } });
    expect((await obligation()).daysLate).toBe(before);
    const { body: after } = await clerk.get(`/report-versions/${next}/reading-options`);
    expect(after.patches).toEqual([{ set: 'cell', sheet: '', row: 4, column: 3, value: '20' }]);
    expect(after.changed).toEqual([{ sheet: '', row: 4, column: 'Antall', written: 'ca 20', value: '20' }]);
    expect(after.changedBy).toEqual(expect.any(String));
  });

  it('is not allowed when the terms require every row to be valid', async () => {
    await say('quarantine', 'must-be-right');
    await expect(submitted()).rejects.toMatchObject({ issues: [{ code: 'rows-must-be-right', params: { count: 1 } }] });
    await submitted([{ set: 'cell', sheet: '', row: 4, column: 3, value: '20' }]);
  });

  it('is hidden from other suppliers', async () => {
    const id = (await stand.asOwner<{ id: string }>('select id::text from reporting.report_version limit 1'))[0]!.id;
    await (await signIn(stand, parties.suppliers[1]!.email)).get(`/report-versions/${id}/reading-options`).expect(404);
  });
});
