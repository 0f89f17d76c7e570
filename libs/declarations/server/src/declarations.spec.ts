import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { factorBook } from '@tallgrunn/factor-book-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, ReadInSubprocess, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { declarations } from './room.ts';
import { pactFootprint, submitFootprints } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let supplier: SignedIn;
let supplierId: string;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, factorBook, declarations]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
  supplierId = parties.suppliers[0]!.organisationId;
});
afterAll(() => stand.close());

const upload = (by: SignedIn, json: unknown, name = 'fotavtrykk.json') =>
  by.post('/declarations').attach('file', Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), name);
const linkedFootprints = () =>
  stand
    .get(UnitOfWork)
    .run(parties.system, () =>
      stand
        .get(Database)
        .query<Record<string, unknown>>(
          'select item_number, trim_scale(per_unit)::text as per_unit, declared_unit, how, verified from declarations.door_footprint order by item_number, per_unit',
        ),
    );

describe('submission of a declaration', () => {
  it('stores each footprint per declared unit without biogenic uptake and links it by item number', async () => {
    const json = [
      pactFootprint({
        id: '11111111-1111-4111-8111-111111111111',
        productIds: ['urn:pact:finnskog:00512'],
        value: '27.3',
        amount: '1',
      }),
      pactFootprint({
        id: '22222222-2222-4222-8222-222222222222',
        productIds: ['urn:pact:finnskog:8801'],
        unit: 'piece',
        amount: '1000',
        value: '31.7',
        verifiedBy: 'Kontroll AS',
      }),
    ];
    const { body } = await upload(supplier, json).expect(201);
    expect(body).toMatchObject({ footprints: 2, linked: 2 });
    expect(body.number).toMatch(/^D-2026-\d{5}$/);
    expect(body.findings.map((finding: { code: string }) => finding.code)).toContain('footprint-validity-assumed');
    expect(await linkedFootprints()).toEqual([
      { item_number: '00512', per_unit: '27.3', declared_unit: 'kilogram', how: 'item-number', verified: false },
      { item_number: '8801', per_unit: '0.0317', declared_unit: 'piece', how: 'item-number', verified: true },
    ]);
    const again = await upload(supplier, json);
    expect([again.status, again.body.code]).toEqual([409, 'declaration-duplicate']);
  });

  it('does not match item number 512 with 00512', async () => {
    const receipt = await submitFootprints(stand, parties.suppliers[0]!.actor, supplierId, [
      { id: '33333333-3333-4333-8333-333333333333', productIds: ['urn:pact:finnskog:512'] },
    ]);
    expect(receipt.linked).toBe(0);
  });

  it('returns findings for a file that is not a footprint', async () => {
    const refused = await upload(supplier, '{"a": 1}');
    expect([refused.status, refused.body.code, refused.body.params.code]).toEqual([
      422,
      'declaration-unreadable',
      'not-a-footprint',
    ]);
    expect((await upload(supplier, 'neither this')).body.params.code).toBe('not-json');
    expect((await upload(supplier, '')).body.params.code).toBe('file-empty');
    expect((await supplier.post('/declarations')).body.code).toBe('file-missing');
  });

  it('rejects a file that exceeds the parsing limits, and accepts another attempt', async () => {
    const reader = stand.get(ReadInSubprocess);
    const usual = reader.limitsOf;
    const json = [
      pactFootprint({ id: '77777777-7777-4777-8777-777777777777', productIds: ['urn:pact:finnskog:x'], value: '9' }),
    ];
    reader.limitsOf = () => ({ memoryBytesMax: 1e9, secondsMax: 0.02 });
    const refused = await upload(supplier, json);
    reader.limitsOf = usual;
    expect([refused.status, refused.body.code, refused.body.params.code]).toEqual([
      422,
      'declaration-unreadable',
      'time-limit-exceeded',
    ]);
    await upload(supplier, json).expect(201);
  });

  it('requires the cooperative to name the supplier', async () => {
    const manager = await signIn(stand, parties.manager.email);
    expect((await upload(manager, [pactFootprint({ value: '3' })])).status).toBe(400);
    expect(
      (await upload(manager, [pactFootprint({ value: '3' })]).field('supplierId', parties.buyers[0]!.organisationId))
        .status,
    ).toBe(404);
    const { body } = await upload(manager, [pactFootprint({ value: '3' })])
      .field('supplierId', supplierId)
      .expect(201);
    expect((await manager.get(`/declarations/${body.id}`).expect(200)).body.supplierId).toBe(supplierId);
  });
});

describe('item links of a footprint', () => {
  it('are confirmed and removed by a person; the latest decision is in force', async () => {
    const { id } = await submitFootprints(stand, parties.suppliers[0]!.actor, supplierId, [
      { id: '44444444-4444-4444-8444-444444444444', productIds: ['urn:pact:finnskog:laks'], value: '5.5' },
    ]);
    const shown = await supplier.get(`/declarations/${id}`).expect(200);
    expect(shown.body.footprints[0]).toMatchObject({
      perUnit: '5.5',
      standing: 'usable',
      items: [],
      validFrom: '2025-12-31',
      validTo: '2028-12-31',
      validityAssumed: true,
    });
    const footprint = shown.body.footprints[0].id;
    const say = (verdict: string, itemNumber = '77120') =>
      supplier.post(`/footprints/${footprint}/item-links`, { itemNumber, verdict, reason: 'Samme vare' });
    await say('linked').expect(204);
    expect((await linkedFootprints()).find((row) => row['item_number'] === '77120')).toMatchObject({
      per_unit: '5.5',
      how: 'decision',
    });
    await say('not-linked').expect(204);
    expect((await linkedFootprints()).some((row) => row['item_number'] === '77120')).toBe(false);
    expect((await say('linked', 'finnes-ikke')).body.code).toBe('item-unknown');
    const facts = await stand.asOwner(
      `select payload from platform.domain_event where name = 'declarations.footprint-linked'`,
    );
    expect(facts.length).toBeGreaterThanOrEqual(3);
  });

  it('exclude deprecated footprints and footprints without a usable figure', async () => {
    await submitFootprints(stand, parties.suppliers[0]!.actor, supplierId, [
      { id: '55555555-5555-4555-8555-555555555555', productIds: ['urn:pact:finnskog:30118'], status: 'Deprecated' },
      { id: '66666666-6666-4666-8666-666666666666', productIds: ['urn:pact:finnskog:30118'], amount: '0' },
    ]);
    expect((await linkedFootprints()).some((row) => row['item_number'] === '30118')).toBe(false);
  });
});

describe('list of declarations', () => {
  it('is limited to those linked to an item of an agreement', async () => {
    const unlinked = await upload(
      supplier,
      [pactFootprint({ id: '77777777-7777-4777-8777-777777777777', productIds: ['urn:pact:finnskog:finnes-ikke'] })],
      'uten-vare.json',
    ).expect(201);
    const [agreement] = await stand.asOwner<{ id: string }>('select id from agreements.agreement');
    const listed = async (query: string): Promise<{ id: string; linkedItems: number }[]> =>
      (await supplier.get(`/declarations${query}`).expect(200)).body;
    const limited = await listed(`?agreementId=${agreement!.id}`);
    expect(limited.map(({ id }) => id)).toEqual(
      (await listed('')).filter(({ linkedItems }) => linkedItems > 0).map(({ id }) => id),
    );
    expect(limited.length).toBeGreaterThan(1);
    expect(limited.some(({ id }) => id === unlinked.body.id)).toBe(false);
    expect(await listed(`?agreementId=${agreement!.id}&before=${limited[0]!.id}`)).toEqual(limited.slice(1));
    expect(await listed('?agreementId=00000000-0000-4000-8000-000000000001')).toEqual([]);
    await supplier.get('/declarations?agreementId=mat').expect(400);
  });
});

describe('access to a declaration', () => {
  it('is given to its supplier, the cooperative and the buyers, not to another supplier', async () => {
    const other = await signIn(stand, parties.suppliers[1]!.email);
    expect((await other.get('/declarations').expect(200)).body).toEqual([]);
    const own = (await supplier.get('/declarations').expect(200)).body;
    expect(own.length).toBeGreaterThan(3);
    await other.get(`/declarations/${own[0].id}`).expect(404);
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    await buyer.get(`/declarations/${own[0].id}`).expect(200);
    const detail = (await supplier.get(`/declarations/${own.at(-1).id}`)).body;
    expect(
      (
        await other.post(`/footprints/${detail.footprints[0].id}/item-links`, {
          itemNumber: '00512',
          verdict: 'linked',
          reason: 'min',
        })
      ).status,
    ).toBe(404);
  });

  it('is refused to another cooperative', async () => {
    const elsewhere = await setUpParties(stand, 'Et annet innkjøp');
    const manager = await signIn(stand, elsewhere.manager.email);
    expect((await manager.get('/declarations').expect(200)).body).toEqual([]);
  });
});
