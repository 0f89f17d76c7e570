import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '../room.ts';
import { setUpAgreement, type TestAgreement } from '../testing.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let by: SignedIn;
const at = (path = '') => `/agreements/${agreement.agreementId}${path}`;
const change = async (path: string, body: object) => by.patch(path, body);
const head = (body: object) => change(at(), body);

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  by = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

describe('agreement change', () => {
  it('stores the new values, and the old ones in the audit log', async () => {
    await head({
      title: 'Mat',
      endsOn: '2029-12-31',
      caseNumber: '24/01830',
      technique: 'ranked',
      maximumValue: '120000000',
      maximumCurrency: 'NOK',
    });
    const { body } = await by.get(at()).expect(200);
    expect(body).toMatchObject({
      title: 'Mat',
      startsOn: '2026-01-01',
      endsOn: '2029-12-31',
      caseNumber: '24/01830',
      technique: 'ranked',
      maximumValue: '120000000',
    });
    const acts = await stand.asOwner<{ details: { before: unknown; after: unknown } }>(
      `select details from platform.door_audit_entry where act = 'agreement.head-changed'`,
    );
    expect(acts).toHaveLength(1);
    expect(acts[0]?.details.before).toMatchObject({ title: 'Mat- og drikkevarer', endsOn: null });
    const unchanged = await head({ title: 'Mat' });
    expect(unchanged.status).toBe(204);
    expect(await stand.asOwner(`select 1 from platform.audit_entry where act = 'agreement.head-changed'`)).toHaveLength(
      1,
    );
  });

  it('does not change the dates of the parties', async () => {
    await head({ startsOn: '2025-12-01' });
    const { body } = await by.get(at());
    expect(body.suppliers.map(({ fromOn }: { fromOn: string }) => fromOn)).toEqual(['2026-01-01', '2026-01-01']);
    expect((await head({ endsOn: '2025-01-01' })).body).toMatchObject({
      code: 'agreement-invalid',
      issues: [{ code: 'ends-before-it-starts' }],
    });
    await head({ startsOn: '2026-01-01' });
  });

  it('adds lots and suppliers, ends a participation, and re-admits a supplier with its own dates', async () => {
    await by.post(at('/lots'), { key: '2', title: 'Drikke', cpv: '15900000' }).expect(201);
    await by.post(at('/lots'), { key: '2', title: 'Igjen' }).expect(422);
    const supplierId = parties.suppliers[0]?.organisationId ?? '';
    const { body: made } = await by
      .post(at('/suppliers'), {
        supplierId,
        lots: ['2'],
        fromOn: '2026-02-01',
        untilOn: null,
        rank: 1,
        share: '0.6',
        clauseStatus: 'missing',
      })
      .expect(201);
    expect(
      (await by.post(at('/suppliers'), { supplierId, lots: ['2'], fromOn: '2026-05-01' })).body.issues,
    ).toMatchObject([{ code: 'supplier-holds-already' }]);
    expect(
      (await change(at(`/suppliers/${made.ids[0]}`), { untilOn: '2026-06-30', clauseStatus: 'sent' })).status,
    ).toBe(204);
    await by.post(at('/suppliers'), { supplierId, lots: ['2'], fromOn: '2026-09-01' }).expect(201);
    const { body } = await by.get(at());
    expect(body.suppliers.filter(({ lot }: { lot: string }) => lot === '2')).toMatchObject([
      { fromOn: '2026-02-01', untilOn: '2026-06-30', rank: 1, share: '0.6', clauseStatus: 'sent' },
      { fromOn: '2026-09-01', untilOn: '2029-12-31', rank: null, share: null, clauseStatus: 'not-stated' },
    ]);
    expect((await change(at(`/suppliers/${made.ids[0]}`), { untilOn: '2026-01-01' })).status).toBe(422);
  });

  it('changes the call-off method of a lot, and leaves values that are not named unchanged', async () => {
    const lot = async () => (await by.get(at())).body.lots.find(({ key }: { key: string }) => key === '2');
    const { id } = await lot();
    await by.patch(at(`/lots/${id}`), { technique: 'ranked', maximumValue: '9500000.50' }).expect(204);
    await by.patch(at(`/lots/${id}`), { maximumValue: '9000000' }).expect(204);
    expect(await lot()).toMatchObject({ title: 'Drikke', technique: 'ranked', maximumValue: '9000000' });
    await by.patch(at(`/lots/${id}`), { technique: 'auction' }).expect(400);
    await by.patch(at(`/lots/${id}`), { maximumValue: 'mye' }).expect(400);
    await by.patch(at(`/lots/${parties.buyers[0]?.organisationId}`), { technique: 'ranked' }).expect(404);
    const acts = await stand.asOwner<{ details: { before: unknown } }>(
      `select details from platform.door_audit_entry where act = 'agreement.lots-changed' order by at desc limit 1`,
    );
    expect(acts[0]?.details.before).toMatchObject({ key: '2', technique: 'ranked' });
  });

  it('ends a participation and re-admits the buyer', async () => {
    const buyerId = parties.buyers[0]?.organisationId ?? '';
    await by.post(at(`/participations/${buyerId}/end`), { untilOn: '2026-03-31' }).expect(204);
    await by.post(at('/participations'), { buyerId, fromOn: '2026-03-01' }).expect(422);
    await by.post(at('/participations'), { buyerId, fromOn: '2026-08-01' }).expect(204);
    const { body } = await by.get(at());
    expect(body.buyers.filter((each: { buyerId: string }) => each.buyerId === buyerId)).toMatchObject([
      { fromOn: '2026-01-01', untilOn: '2026-03-31' },
      { fromOn: '2026-08-01', untilOn: '2029-12-31' },
    ]);
  });

  it('stores options and contacts, and hides contacts from suppliers', async () => {
    await by
      .put(at('/options'), {
        options: [
          { number: 1, noticeBy: '2029-06-30', extendsTo: '2030-12-31' },
          { number: 2, extendsTo: '2031-12-31' },
        ],
      })
      .expect(204);
    await by
      .put(at('/options'), {
        options: [{ number: 1, noticeBy: '2029-06-30', extendsTo: '2030-12-31', decided: 'taken' }],
      })
      .expect(204);
    await by
      .put(at('/options'), { options: [{ number: 1, noticeBy: '2031-06-30', extendsTo: '2030-12-31' }] })
      .expect(422);
    await by
      .put(at('/contacts'), { contacts: [{ name: 'Kari Nordmann', email: 'kari@example.no', role: 'reporting' }] })
      .expect(204);
    const { body } = await by.get(at());
    expect(body.options).toEqual([{ number: 1, noticeBy: '2029-06-30', extendsTo: '2030-12-31', decided: 'taken' }]);
    expect(body.contacts).toMatchObject([{ name: 'Kari Nordmann', role: 'reporting', supplierId: null }]);
    const supplier = await signIn(stand, parties.suppliers[0]?.email ?? '');
    expect((await supplier.get(at())).body.contacts).toEqual([]);
    expect((await supplier.put(at('/contacts'), { contacts: [] })).status).toBe(403);
  });
});

describe('new organisation', () => {
  it.each([
    ['999999999', 'org-number-placeholder'],
    ['311047116', 'org-number-test-number'],
    ['9.12346E+08', 'org-number-lost-precision'],
    ['923456788', 'org-number-check-digit'],
    ['SE556012579001', 'org-number-length'],
  ])('is rejected with %s: %s', async (orgNumber, code) => {
    expect((await by.post('/parties', { kind: 'supplier', name: 'Ny AS', orgNumber })).body).toMatchObject({
      code: 'party-invalid',
      issues: [{ code }],
    });
  });

  it('is created once', async () => {
    await by
      .post('/parties', { kind: 'supplier', name: 'Prøve AS', orgNumber: '311 120 301', testNumber: true })
      .expect(201);
    const { body } = await by.post('/parties', { kind: 'supplier', name: 'Uten nummer AB' }).expect(201);
    const known = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () =>
        stand.get(Database).query('select name from identity.door_organisation where id = $1', [body.id]),
      );
    expect(known).toEqual([{ name: 'Uten nummer AB' }]);
    const again = await by.post('/parties', {
      kind: 'buyer',
      name: 'Kongsvinger',
      orgNumber: '944 117 784',
    });
    expect(again.body).toMatchObject({
      issues: [{ code: 'party-known', params: { expected: 'Kongsvinger kommune' } }],
    });
  });
});
