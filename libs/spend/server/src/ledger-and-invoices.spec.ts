import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';
import { doors, total, invoice, zipped, type Posting, ledger, meat, milk, freight } from './testing-ledgers.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
});
afterAll(() => stand.close());

describe('ledger amounts with invoice details', () => {
  const postings: Posting[] = [
    ['70001', '03', '115', '1001', '950,00'],
    ['70001', '03', '120', '1001', '50,00'],
    ['70002', '03', '115', '1002', '408,00'],
    ['70003', '03', '230', '9', '10 000,00', '311305182'],
    ['70001', '03', '429', '1001', '250,00'],
  ];
  const documents = {
    '1.xml': invoice('1001', [meat, milk, freight]),
    '2.xml': invoice('1002', [{ ...milk, net: '400.00', quantity: '20', price: '20.00' }]),
    '3.xml': invoice('1003', [meat]),
  };

  it.each([
    ['ledger first', true],
    ['invoices first', false],
  ])('equal the ledger’s total when both are imported (%s)', async (_order, ledgerFirst) => {
    const parties = await setUpParties(stand);
    const buyer = parties.buyers[0]!.actor;
    const archive = await zipped(documents);
    const load = [
      () => postBatch(stand, buyer, 'hovedbok.csv', ledger(postings)),
      () => postBatch(stand, buyer, 'mars.zip', archive),
    ];
    const [first, second] = ledgerFirst ? [load[0]!, load[1]!] : [load[1]!, load[0]!];
    await first();
    await second();
    expect(await doors(stand, parties)).toEqual([
      {
        source: 'invoice-line',
        amount: '800.00',
        account: '115',
        invoice: '1001',
        item: '00512',
        day: '2026-03-02',
        known: true,
      },
      {
        source: 'invoice-line',
        amount: '400.00',
        account: '115',
        invoice: '1002',
        item: '30118',
        day: '2026-03-02',
        known: true,
      },
      {
        source: 'invoice-line',
        amount: '150.00',
        account: '115',
        invoice: '1001',
        item: '30118',
        day: '2026-03-02',
        known: true,
      },
      {
        source: 'invoice-line',
        amount: '50.00',
        account: '120',
        invoice: '1001',
        item: null,
        day: '2026-03-02',
        known: true,
      },
      {
        source: 'posting',
        amount: '10000.00',
        account: '230',
        invoice: '9',
        item: null,
        day: '2026-03-05',
        known: false,
      },
      {
        source: 'remainder',
        amount: '8.00',
        account: '115',
        invoice: '1002',
        item: null,
        day: '2026-03-05',
        known: true,
      },
    ]);
    expect(await total(stand, parties)).toBe('11408.00');
    const keys = await stand
      .get(UnitOfWork)
      .run(parties.system, () =>
        stand
          .get(Database)
          .one<{ rows: number; keys: number }>(
            'select count(*)::int as rows, count(distinct (batch_id, line_no))::int as keys from spend.door_spend_line',
          ),
      );
    expect(keys?.keys).toBe(keys?.rows);
  });

  it('are counted by invoices in a month without a ledger; a later export of the same postings adds nothing', async () => {
    const parties = await setUpParties(stand);
    const buyer = parties.buyers[0]!.actor;
    await postBatch(stand, buyer, 'april.xml', invoice('2001', [meat], { issuedOn: '2026-04-10' }));
    const march = await postBatch(stand, buyer, 'mars.csv', ledger(postings));
    expect(march).toMatchObject({
      state: 'posted',
      lines: 4,
      repeated: 0,
      totals: { NOK: '11408.00' },
      leftOut: [{ reason: 'account kostra 429', rows: 1, amounts: { NOK: '250.00' } }],
      profile: { id: 'visma-like' },
    });
    expect(await total(stand, parties)).toBe('12208.00');
    const quarter = await postBatch(
      stand,
      buyer,
      'q1.csv',
      ledger([...postings, ['70009', '02', '115', '1', '92,00']]),
    );
    expect(quarter).toMatchObject({ lines: 5, repeated: 4, totals: { NOK: '92.00' } });
    expect(await total(stand, parties)).toBe('12300.00');
  });

  it('treat a wrong number as unknown, learn ledger numbers, and quarantine unreadable rows', async () => {
    const parties = await setUpParties(stand);
    const buyer = parties.buyers[0]!.actor;
    const batch = await postBatch(
      stand,
      buyer,
      'feil.csv',
      ledger([
        ['1', '03', '115', '5', '10,00', ''],
        ['2', '03', '115', '6', '20,00', '123456780'],
        ['3', '03', '115', '7', '30,00'],
        ['4', '03', '115', '8', 'tretti'],
      ]),
    );
    expect(batch).toMatchObject({
      lines: 3,
      quarantined: 1,
      findingCounts: { 'ledger-amount-not-read': 1, 'ledger-org-number-wrong': 1 },
    });
    const rows = await stand.asOwner(
      'select voucher_number, seller_org_number, raw ->> $2 as raw from spend.posting where batch_id = $1 order by line_no',
      [batch.id, 'supplierOrgNumber'],
    );
    expect(rows.map((row) => [row['seller_org_number'], row['raw']])).toEqual([
      ['311047116', null],
      ['311047116', '123456780'],
      ['311047116', '311047116'],
    ]);
  });

  it('are refused when no profile matches, in one transaction that leaves no data', async () => {
    const parties = await setUpParties(stand);
    const refused = await postBatch(stand, parties.buyers[0]!.actor, 'liste.csv', 'a;b\n1;2\n');
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'ledger-no-profile' } });
    expect(await stand.asOwner('select 1 from spend.posting where batch_id = $1', [refused.id])).toEqual([]);
  });
});
