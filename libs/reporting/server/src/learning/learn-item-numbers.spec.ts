import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { BuildCheckContext } from '@tallgrunn/agreements-server';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { SubmitVersion } from '../versions/submit-version.ts';
import { LearnReportedItemNumbers } from './learn-item-numbers.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

/**
 * March with an item number that is not agreed, resolved by the supplier as the mince, and an answer about a number
 * that is not in the file.
 */
async function answered(): Promise<string> {
  const [mince = marchLines[0], milk = marchLines[1]] = marchLines;
  const patches = [
    { set: 'item', text: 'K-77', item: '00512' },
    { set: 'item', text: 'NEVER', item: '30118' },
  ] as const;
  const supplier = parties.suppliers[0]!.actor;
  const version = await receivedReport(
    stand,
    supplier,
    made.obligations['2026-03']!,
    reportCsv([{ ...mince!, itemNumber: 'K-77', itemName: 'Deig 2,5' }, milk!]),
    'mars.csv',
    { patches },
  );
  await stand.get(UnitOfWork).run({ ...supplier }, () => stand.get(SubmitVersion).run(version.id, {}));
  return version.id;
}
const teach = (versionId: string) =>
  stand.get(UnitOfWork).run(parties.system, () =>
    stand.get(LearnReportedItemNumbers).run({
      name: 'reporting.version-accepted',
      subjectId: versionId,
      payload: { versionId, agreementId: made.agreementId, supplierId: parties.suppliers[0]!.organisationId },
    } as Parameters<LearnReportedItemNumbers['run']>[0]),
  );
const changesIn = async () =>
  (
    await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(BuildCheckContext).run(made.obligations['2026-03']!))
  ).context.itemChanges;

it('learns an item number from an accepted report, and lists it so that it can be unlinked permanently', async () => {
  const versionId = await answered();
  await teach(versionId);
  await teach(versionId); // an event may be delivered twice
  const manager = await signIn(stand, parties.manager.email);
  const { body } = await manager.get(`/agreements/${made.agreementId}/item-number-changes`);
  expect(body).toEqual([
    expect.objectContaining({
      oldNumber: 'K-77',
      newNumber: '00512',
      onDate: '2026-03-03',
      origin: 'reported',
      reportedIn: 'R-2026-00001/1',
      undoneAt: null,
    }),
  ]);
  expect(await changesIn()).toMatchObject({ number: ['K-77'], on: ['2026-03-03'] });
  await manager.post(`/agreements/${made.agreementId}/item-number-changes/${body[0].id}/revoke`).expect(204);
  await teach(versionId);
  expect(await changesIn()).toBeUndefined();
});
