import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '../../room.ts';
import { CreateObligations } from '../../obligations/create-obligations.ts';
import { setUpAgreement, type TestAgreement } from '../../testing.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let by: SignedIn;

beforeEach(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  by = await signIn(stand, parties.manager.email);
});
afterEach(() => stand.close());

describe('supplier transfer', () => {
  it('shows a preview, transfers agreements and learned rules, and leaves obligations before the transfer day', async () => {
    const [from, into] = parties.suppliers.map(({ organisationId }) => organisationId);
    const buyer = parties.buyers[0]!.organisationId;
    await stand.asOwner(
      `insert into agreements.customer_number (cooperative_id, id, supplier_id, number, buyer_id, origin, created_at)
       values ('${parties.cooperativeId}', gen_random_uuid(), '${from}', '10023', '${buyer}', 'taught', now())`,
    );
    const { body: effect } = await by
      .get(`/suppliers/${from}/transfer-preview?into=${into}&day=2026-05-01`)
      .expect(200);
    expect(effect).toMatchObject({
      moving: [{ agreementId: agreement.agreementId, lot: '1A' }],
      sharedAlready: [],
      later: [],
      learnedRules: 1,
      items: 4,
      withoutPrices: [],
    });
    expect(effect.users).toHaveLength(1);
    const done = await by.post(`/suppliers/${from}/transfer`, { into, day: '2026-05-01' });
    expect(done.status).toBe(200);
    const { body } = await by.get(`/agreements/${agreement.agreementId}`).expect(200);
    const holdings = body.suppliers.map(({ supplierId, lot, fromOn, untilOn }: Record<string, string | null>) => [
      supplierId,
      lot,
      fromOn,
      untilOn,
    ]);
    expect(holdings).toEqual(
      expect.arrayContaining([
        [from, '1A', '2026-01-01', '2026-04-30'],
        [into, '1A', '2026-05-01', null],
      ]),
    );
    expect(
      await stand.asOwner(
        `select number, valid_from::text from agreements.customer_number where supplier_id = '${into}'`,
      ),
    ).toEqual([{ number: '10023', valid_from: '2026-05-01' }]);
    expect(
      await stand.asOwner(`select kind, valid_from::text from agreements.related_entity where supplier_id = '${into}'`),
    ).toEqual([{ kind: 'predecessor', valid_from: '2026-05-01' }]);
    const price = (supplier: string | undefined) =>
      stand.asOwner(
        `select i.number, l.price::text, l.valid_from::text from agreements.door_price_line p
         join agreements.price_line l on l.price_version_id = p.price_version_id and l.line_no = p.line_no
         join agreements.item i on i.id = p.item_id
         where p.supplier_id = '${supplier}' and (p.valid_to is null or p.valid_to >= '2026-05-01') order by i.number`,
      );
    const taken = await price(into);
    expect(taken).toHaveLength(4);
    expect(taken).toEqual((await price(from)).map((line) => ({ ...line, valid_from: '2026-05-01' })));
    expect((await by.get(`/parties/${from}`).expect(200)).body.takenOverBy).toMatchObject({
      id: into,
      fromOn: '2026-05-01',
    });
    expect((await by.get(`/parties/${into}`).expect(200)).body.takenOverBy).toBeNull();
    stand.clock.runFrom(new Date('2026-06-02T10:00:00Z'));
    await stand.get(UnitOfWork).run(parties.system, () => stand.get(CreateObligations).run());
    const owed = (supplier: string | undefined) =>
      stand.asOwner<{ period_key: string }>(
        `select period_key from agreements.reporting_obligation where supplier_id = '${supplier}' and exempted_at is null and lots @> array['1A'] order by period_key`,
      );
    expect((await owed(from)).map(({ period_key }) => period_key).at(-1)).toBe('2026-04');
    expect((await owed(into)).map(({ period_key }) => period_key)).toContain('2026-05');
    expect((await by.post(`/suppliers/${from}/transfer`, { into, day: '2026-05-01' })).body).toMatchObject({
      issues: [{ code: 'nothing-to-take-over' }],
    });
  });
});
