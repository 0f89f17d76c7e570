import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { BuildCheckContext } from '@tallgrunn/agreements-server';
import { spoolFile, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import type { Patch } from '@tallgrunn/checks';
import { LearnUnits } from './learn-units.ts';
import { ReceiveVersion } from '../versions/receive-version.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let supplier: Actor;

beforeAll(async () => {
  ({ stand, parties, made: agreement } = await setUpReporting());
  supplier = parties.suppliers[0]!.actor;
});
afterAll(() => stand.close());

const units = () => stand.get(UnitOfWork);
const taught = async (periodKey = '2026-04') =>
  (await units().run({ ...supplier }, () => stand.get(BuildCheckContext).run(agreement.obligations[periodKey]!)))
    .context.taughtUnits;

/** Runs the subscribers for an accepted version with these answers. */
async function acceptedWith(patches: readonly Patch[]): Promise<void> {
  const file = await spoolFile(stand, 'mars.csv', reportCsv(marchLines));
  const { id } = await units().run({ ...supplier }, () =>
    stand.get(ReceiveVersion).run(agreement.obligations['2026-03']!, file, { patches }),
  );
  await units().run({ ...parties.system }, () =>
    stand.get(LearnUnits).run({ name: 'reporting.version-accepted', subjectId: id, payload: {} }),
  );
}

describe('unit answer of a supplier', () => {
  it('applies to its later reports of the agreement, whatever month they are for', async () => {
    await acceptedWith([
      { set: 'unit', text: 'KRT', unit: 'stk' },
      { set: 'unit', text: 'pk à 12', unit: 'pk à 12', factor: '12', to: 'stk' },
    ]);
    expect(await taught()).toEqual({
      text: ['krt', 'pk à 12'],
      unit: ['stk', 'pk à 12'],
      factor: [null, '12'],
      to: [null, 'stk'],
    });
    const checked = await receivedReport(
      stand,
      supplier,
      agreement.obligations['2026-04']!,
      reportCsv([
        { ...marchLines[1]!, unit: 'krt', deliveredOn: '07.04.2026' },
        { ...marchLines[1]!, unit: 'zzz', deliveredOn: '07.04.2026', invoiceNumber: '9' },
      ]),
    );
    expect(checked.verdict?.groups.filter(({ code }) => code === 'unit-unknown')).toMatchObject([
      { count: 1, example: { found: 'zzz' } },
    ]);
  });

  it('is replaced by a new answer, and never overrides a standard unit', async () => {
    await acceptedWith([
      { set: 'unit', text: 'krt', unit: 'kg' },
      { set: 'unit', text: 'stk', unit: 'kg' },
      { set: 'unit', text: 'dpk', unit: 'kartong', factor: 'mange', to: 'stk' },
    ]);
    expect(await taught()).toMatchObject({
      text: ['dpk', 'krt', 'pk à 12'],
      unit: ['kartong', 'kg', 'pk à 12'],
      factor: [null, null, '12'],
    });
  });

  it('applies to this supplier only', async () => {
    const other = await stand.asOwner(
      `select count(*)::int as n from agreements.unit_mapping where supplier_id <> '${parties.suppliers[0]!.organisationId}'`,
    );
    expect(other).toEqual([{ n: 0 }]);
  });
});
