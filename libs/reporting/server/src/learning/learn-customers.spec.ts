import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { BuildCheckContext } from '@tallgrunn/agreements-server';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { Patch } from '@tallgrunn/checks';
import { SubmitVersion } from '../versions/submit-version.ts';
import { LearnCustomers } from './learn-customers.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
});
afterAll(() => stand.close());

const [mince, milk] = [marchLines[0]!, marchLines[1]!];
const context = async () =>
  (
    await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(BuildCheckContext).run(made.obligations['2026-04']!))
  ).context;
const april = async () =>
  (
    await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-04']!,
      reportCsv([{ ...mince, buyer: '240397', deliveredOn: '07.04.2026' }]),
    )
  ).verdict;
const learn = (id: string) =>
  stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand.get(LearnCustomers).run({ name: 'reporting.version-accepted', subjectId: id, payload: {} }),
    );

/**
 * March with the supplier's own customer number, resolved by an answer, and an answer about a name that is not in the
 * file.
 */
async function answered(): Promise<string> {
  const { key = [], name = [] } = (await context()).buyers ?? {};
  const [kongsvinger, nordOdal] = ['Kongsvinger', 'Nord-Odal'].map(
    (buyer) => key[name.findIndex((each) => each.startsWith(buyer))]!,
  );
  const patches: Patch[] = [
    { set: 'buyer', text: '240397', buyer: kongsvinger! },
    { set: 'buyer', text: 'Never Skule', buyer: nordOdal! },
    { set: 'buyer', text: '240397x', buyer: 'nobody' },
  ];
  const supplier = parties.suppliers[0]!.actor;
  const version = await receivedReport(
    stand,
    supplier,
    made.obligations['2026-03']!,
    reportCsv([{ ...mince, buyer: '240397' }, milk]),
    'mars.csv',
    { patches },
  );
  await stand.get(UnitOfWork).run({ ...supplier }, () => stand.get(SubmitVersion).run(version.id, {}));
  return version.id;
}

it('stores a customer number of the supplier for the next month, until it is revoked manually', async () => {
  expect((await april())?.groups.map(({ code }) => code)).toContain('org-number-length');
  const id = await answered();
  await learn(id);
  await learn(id); // an event may be delivered twice
  expect((await context()).aliases?.text).toEqual(['240397']);
  expect(await april()).toMatchObject({ ok: true, accepted: 1 });
  const manager = await signIn(stand, parties.manager.email);
  const supplierId = parties.suppliers[0]!.organisationId;
  const [lesson] = await stand.asOwner<{ id: string; origin: string }>(
    `select id, origin from agreements.buyer_alias where supplier_id = '${supplierId}'`,
  );
  expect(lesson).toMatchObject({ origin: 'decided' });
  await manager.put(`/parties/${supplierId}/learned-rules/${lesson!.id}`).send({ acts: false }).expect(204);
  await learn(id);
  expect((await context()).aliases?.text ?? []).toEqual([]);
});
