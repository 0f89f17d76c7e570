import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '../../room.ts';
import { setUpAgreement, testTerms, type TestAgreement } from '../../testing.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let by: SignedIn;
const at = (path = '') => `/agreements/${agreement.agreementId}${path}`;
const shown = async () => (await by.get(at()).expect(200)).body;
const lastDays = async () => {
  const { endsOn, suppliers, buyers } = await shown();
  const of = (list: { untilOn: string | null }[]) => list.map(({ untilOn }) => untilOn);
  return { endsOn, suppliers: of(suppliers), buyers: of(buyers) };
};

beforeEach(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  by = await signIn(stand, parties.manager.email);
  const own = `where agreement_id = '${agreement.agreementId}'`;
  await stand.asOwner(`update agreements.agreement set ends_on = '2026-12-31' where id = '${agreement.agreementId}'`);
  await stand.asOwner(`update agreements.agreement_supplier set valid_to = '2026-12-31' ${own}`);
  await stand.asOwner(`update agreements.participation set valid_to = '2026-12-31' ${own}`);
  await stand.asOwner(
    `update agreements.agreement_supplier set valid_to = '2026-06-30' ${own} and lot_id = '${agreement.lots['1B'] ?? ''}'`,
  );
  await by.put(at('/options'), {
    options: [
      { number: 1, extendsTo: '2027-12-31', noticeBy: '2026-03-31' },
      { number: 2, extendsTo: '2028-12-31' },
    ],
  });
});
afterEach(() => stand.close());

describe('agreement option', () => {
  it('shows a preview, moves the end date when exercised, and moves it back when revoked', async () => {
    const before = await lastDays();
    const { body: effect } = await by.get(at('/options/1/exercise-preview')).expect(200);
    expect(effect).toMatchObject({
      lastDayBefore: '2026-12-31',
      lastDayAfter: '2027-12-31',
      isNoticePassed: true,
      suppliers: [{ lot: '1A', lastDay: '2026-12-31' }],
      unchanged: [{ lot: '1B', lastDay: '2026-06-30' }],
    });
    expect(effect.participants).toHaveLength(parties.buyers.length);
    expect(await lastDays()).toEqual(before);

    expect((await by.post(at('/options/1/exercise'), { lastDayAfter: effect.lastDayAfter })).status).toBe(200);
    const after = await lastDays();
    expect(after.endsOn).toBe('2027-12-31');
    expect(after.suppliers.toSorted()).toEqual(['2026-06-30', '2027-12-31']);
    expect(new Set(after.buyers)).toEqual(new Set(['2027-12-31']));
    expect((await shown()).options[0].decided).toBe('taken');

    const { body: back } = await by.get(at('/options/1/revoke-preview')).expect(200);
    expect(back).toMatchObject({ lastDayBefore: '2027-12-31', lastDayAfter: '2026-12-31' });
    await by.post(at('/options/1/revoke-exercise'), { lastDayAfter: back.lastDayAfter });
    expect(await lastDays()).toEqual(before);
    expect((await shown()).options[0].decided).toBeNull();
  });

  it('is exercised in order, once, and only when unchanged since it was viewed', async () => {
    const refused = async (path: string, lastDayAfter: string) => (await by.post(at(path), { lastDayAfter })).body;
    expect(await refused('/options/2/exercise', '2028-12-31')).toMatchObject({
      issues: [{ code: 'earlier-option-open' }],
    });
    expect(await refused('/options/1/revoke-exercise', '2026-12-31')).toMatchObject({
      issues: [{ code: 'option-not-exercised' }],
    });
    expect(await refused('/options/1/exercise', '2028-12-31')).toMatchObject({ code: 'option-effect-changed' });
    await by.post(at('/options/1/exercise'), { lastDayAfter: '2027-12-31' });
    expect(await refused('/options/1/exercise', '2027-12-31')).toMatchObject({
      issues: [{ code: 'option-already-exercised' }],
    });
    await by.post(at('/options/2/exercise'), { lastDayAfter: '2028-12-31' });
    expect(await refused('/options/1/revoke-exercise', '2026-12-31')).toMatchObject({
      issues: [{ code: 'later-option-exercised' }],
    });
    expect((await lastDays()).endsOn).toBe('2028-12-31');
  });
});

describe('buyer membership', () => {
  it('ends all participations of a buyer on a day, and adds the selected agreements', async () => {
    const buyer = parties.buyers[0]!.organisationId;
    const { body: leaving } = await by.get(`/buyers/${buyer}/leave-preview?day=2026-05-31`).expect(200);
    expect(leaving).toMatchObject({ agreements: [{ id: agreement.agreementId }], later: [] });
    expect(leaving.users).toHaveLength(1);
    expect((await by.post(`/buyers/${buyer}/leave`, { day: '2026-05-31' })).status).toBe(200);
    expect((await lastDays()).buyers.toSorted()[0]).toBe('2026-05-31');
    expect((await by.post(`/buyers/${buyer}/leave`, { day: '2026-05-31' })).body).toMatchObject({
      issues: [{ code: 'nothing-to-leave' }],
    });
    const left = () => by.get(`/buyers/${buyer}/left-agreements`).expect(200);
    expect((await left()).body).toMatchObject([{ id: agreement.agreementId, lastDay: '2026-05-31' }]);
    expect((await by.post(`/buyers/${buyer}/undo-leave`, { day: '2026-05-30' })).status).toBe(422);
    expect((await by.post(`/buyers/${buyer}/undo-leave`, { day: '2026-05-31' })).status).toBe(204);
    expect((await left()).body).toEqual([]);
    await by.post(`/buyers/${buyer}/leave`, { day: '2026-05-31' });
    const { body: joining } = await by.get(`/buyers/${buyer}/join-preview?day=2026-07-01`).expect(200);
    expect(joining.agreements).toMatchObject([{ id: agreement.agreementId }]);
    await by.post(`/buyers/${buyer}/join`, { day: '2026-07-01', agreementIds: [agreement.agreementId] });
    expect((await shown()).buyers.filter(({ buyerId }: { buyerId: string }) => buyerId === buyer)).toHaveLength(2);
  });
});

describe('preview of unpublished terms', () => {
  it('counts the obligations that the terms would open, and those overdue on opening', async () => {
    const forecast = async (holdsFrom: string, document: object = { ...testTerms, report: 'other' }) =>
      (await by.post(at('/terms/preview-obligations'), { document, holdsFrom })).body;
    const obligations = () =>
      stand.asOwner(`select 1 from agreements.reporting_obligation where agreement_id = '${agreement.agreementId}'`);
    const before = (await obligations()).length;
    const expected = await forecast('2026-01-01');
    expect(expected.suppliers).toBe(2);
    expect(expected.overdueCount).toBeGreaterThan(0);
    expect(expected.firstDueOn < '2026-04-14').toBe(true);
    expect(await forecast('2027-01-01')).toMatchObject({ count: 0, overdueCount: 0, firstDueOn: null });
    expect(await obligations()).toHaveLength(before);
  });
});

describe('set-up status of a cooperative', () => {
  it('counts completed and missing steps', async () => {
    expect((await by.get('/set-up/progress').expect(200)).body).toMatchObject({
      contractManagers: 1,
      buyers: parties.buyers.length,
      agreements: 1,
      withoutTerms: 0,
      withoutPrices: 0,
      suppliers: 2,
      suppliersNotInvited: 0,
      suppliersWithUsers: 2,
    });
  });
});
