import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Patch } from '@tallgrunn/checks';
import { parseReadingOptions } from '../checking/reading-options.ts';
import { ShowVersion } from '../versions/show-version.ts';
import { SubmitVersion } from '../versions/submit-version.ts';
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
const lines = [...marchLines, { ...line!, deliveredOn: '05.02.2026', invoiceNumber: '9' }];
const supplier = () => parties.suppliers[0]!.actor;
const march = () => made.obligations['2026-03']!;
const override: Patch = { set: 'override', code: 'date-outside-period', cause: '2026-02' };

/** Makes a check overridable. Published terms are immutable; the test changes them directly. */
async function letOverride(): Promise<void> {
  await stand.asOwner(
    `update agreements.terms_version set document = jsonb_set(document, '{checks}', '[{"id":"date-outside-period","overridable":true}]')`,
  );
}

async function submitted(patches: readonly Patch[], settled: readonly { code: string; count: number }[] = []) {
  const version = await receivedReport(stand, supplier(), march(), reportCsv(lines), 'mars.csv', { patches, settled });
  const asked = version.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
  const confirmations = asked.map(({ code, example }) => ({
    code,
    cause: (example as { cause?: string }).cause ?? '',
    reason: 'Levert sent, avtalt med kommunen.',
  }));
  const units = stand.get(UnitOfWork);
  await units.run({ ...supplier() }, () =>
    stand.get(SubmitVersion).run(version.id, {
      confirmations,
      leaveOutRows: (version.verdict?.quarantined ?? 0) > 0,
      ...(version.correction && { correction: { code: 'lines-missing' as const } }),
    }),
  );
  return units.run({ ...supplier() }, () => stand.get(ShowVersion).run(version.id));
}

describe('finding that is declared not to be an error', () => {
  it('still quarantines its rows when the terms do not allow overriding', async () => {
    const version = await submitted([override]);
    expect(version).toMatchObject({ lines: 2, state: 'submitted', verdict: { quarantined: 1 } });
  });

  it('accepts its rows with the reason, and waits for the manager', async () => {
    await letOverride();
    const version = await submitted([override]);
    expect(version).toMatchObject({ lines: 3, state: 'submitted', needsDecision: true, verdict: { quarantined: 0 } });
    expect(version.confirmations).toContainEqual({
      code: 'date-outside-period',
      cause: '2026-02',
      reason: 'Levert sent, avtalt med kommunen.',
    });
    const manager = await signIn(stand, parties.manager.email);
    const seen = await manager.get(`/report-versions/${version.id}`).expect(200);
    expect(
      seen.body.verdict.groups.find(({ code }: { code: string }) => code === 'date-outside-period').example,
    ).toMatchObject({ severity: 'confirm', overridden: true });
  });

  it('counts against its check, along with corrections made before upload', async () => {
    await submitted(
      [override],
      [
        { code: 'date-outside-period', count: 3 },
        { code: 'not-a-number', count: 5 },
      ],
    );
    const manager = await signIn(stand, parties.manager.email);
    const { body } = await manager.get('/compliance/overridden-checks').expect(200);
    expect(body).toEqual([
      expect.objectContaining({
        code: 'date-outside-period',
        found: 4,
        overridden: 1,
        percent: '25.0',
        reports: 1,
        suppliers: 1,
        toReview: false,
        amount: '3125.00',
      }),
    ]);
    await submitted([override], [{ code: 'date-outside-period', count: 9 }]);
    expect((await manager.get('/compliance/overridden-checks')).body).toMatchObject([
      { found: 10, percent: '10.0', toReview: false },
    ]);
  });

  it('is flagged for review above 10 per cent, when there are enough cases', async () => {
    const version = await receivedReport(
      stand,
      supplier(),
      march(),
      reportCsv([...lines, { ...line!, deliveredOn: '06.02.2026', invoiceNumber: '10' }]),
      'mars.csv',
      { patches: [override], settled: [{ code: 'date-outside-period', count: 8 }] },
    );
    const asked = version.verdict?.groups.filter(({ severity }) => severity === 'confirm') ?? [];
    const confirmations = asked.map(({ code, example }) => ({
      code,
      cause: (example as { cause?: string }).cause ?? '',
      reason: 'Levert sent.',
    }));
    await stand
      .get(UnitOfWork)
      .run({ ...supplier() }, () =>
        stand.get(SubmitVersion).run(version.id, { confirmations, correction: { code: 'lines-missing' } }),
      );
    const manager = await signIn(stand, parties.manager.email);
    expect((await manager.get('/compliance/overridden-checks')).body).toMatchObject([
      { found: 10, overridden: 2, percent: '20.0', toReview: true },
    ]);
  });

  it('is visible to the manager, not to the supplier', async () => {
    await (await signIn(stand, parties.suppliers[0]!.email)).get('/compliance/overridden-checks').expect(403);
  });
});

describe('correction made before upload', () => {
  it.each([
    ['{"settled":[{"code":"x","count":0}]}'],
    ['{"settled":[{"code":"x y","count":1}]}'],
    ['{"settled":{"code":"x"}}'],
  ])('is rejected when malformed: %s', (text) => {
    expect(() => parseReadingOptions(text)).toThrow('reading-options-malformed');
  });
});
