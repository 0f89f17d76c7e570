import { agreements } from '@tallgrunn/agreements-server';
import { sampleDespatch, sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
});
afterAll(() => stand.close());

const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const order = '<cac:OrderReference><cbc:ID>4321</cbc:ID></cac:OrderReference>';
const invoice = sampleUbl({
  id: '1001',
  issuedOn: '2026-03-31',
  buyer,
  headXml: order,
  lines: [
    { net: '800.00', sellerNumber: '00512' },
    { net: '150.00', sellerNumber: '30118' },
  ],
  lineExtensionAmount: '950.00',
});
const advice = sampleDespatch({ buyer, deliveredOn: '2026-03-02', lines: [{ quantity: '40', number: '00512' }] });
const days = (parties: Parties) =>
  stand
    .get(UnitOfWork)
    .run(parties.system, () =>
      stand
        .get(Database)
        .query(
          `select item_number, delivered_on, purchased_on, net_amount::text as amount from spend.door_spend_line where source = 'invoice-line' order by item_number`,
        ),
    );

describe('despatch advices', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('imported %s the invoice give its lines their delivery day, and no amounts', async (_, first) => {
    const parties = await setUpParties(stand);
    const own = parties.buyers[0]!.actor;
    const load = {
      invoice: () => postBatch(stand, own, '1001.xml', invoice),
      advice: () => postBatch(stand, own, 'pakkseddel.xml', advice),
    };
    const delivered = first
      ? await load.advice().then(async (batch) => (await load.invoice(), batch))
      : await load.invoice().then(load.advice);
    expect(delivered).toMatchObject({
      kind: 'deliveries',
      state: 'posted',
      documents: 1,
      lines: 1,
      totals: {},
      tied: first ? 0 : 1,
    });
    expect(await days(parties)).toEqual([
      { item_number: '00512', delivered_on: '2026-03-02', purchased_on: '2026-03-02', amount: '800.00' },
      { item_number: '30118', delivered_on: null, purchased_on: '2026-03-31', amount: '150.00' },
    ]);
    const again = await postBatch(
      stand,
      own,
      'igjen.xml',
      advice.replace('<cbc:ID>NA</cbc:ID>', '<cbc:ID>NB</cbc:ID>'),
    );
    expect(again).toMatchObject({ state: 'posted', repeated: 1, tied: 0 });
    const doors = await stand
      .get(UnitOfWork)
      .run(parties.system, () =>
        stand
          .get(Database)
          .query(
            'select item_number, quantity::text, unit, order_number, delivery_date_basis, supplier_id is not null as known from spend.door_despatch_advice',
          ),
      );
    expect(doors).toEqual([
      {
        item_number: '00512',
        quantity: '40',
        unit: 'EA',
        order_number: '4321',
        delivery_date_basis: 'delivered',
        known: true,
      },
    ]);
  });

  it('to another buyer are not posted by a buyer, and other documents are refused', async () => {
    const parties = await setUpParties(stand);
    expect(await postBatch(stand, parties.buyers[1]!.actor, 'p.xml', advice)).toMatchObject({
      state: 'refused',
      findings: [{ code: 'invoice-of-another-buyer' }],
    });
    expect(await postBatch(stand, parties.manager.actor, 'x.xml', '<Order/>', { kind: 'deliveries' })).toMatchObject({
      state: 'refused',
      refusal: { code: 'not-a-despatch' },
    });
  });
});
