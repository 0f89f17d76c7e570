import { agreements } from '@tallgrunn/agreements-server';
import { sampleSaft, sampleSaftPurchase } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const kongsvinger = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const march = [
  sampleSaftPurchase('70001', '800.00', '200.00', '1000.00', { reference: '1001' }),
  {
    id: '70002',
    lines: [
      { account: '1010', debit: '50000' },
      { account: '2400', credit: '50000' },
    ],
  },
];

describe('SAF-T file', () => {
  it('is posted as a ledger: purchases by art, suppliers from its master file, all other lines excluded with their sum', async () => {
    const buyer = parties.buyers[0]!;
    const batch = await postBatch(
      stand,
      buyer.actor,
      'SAF-T Financial_944117784.xml',
      sampleSaft({ company: kongsvinger, transactions: march }),
    );
    expect(batch).toMatchObject({
      kind: 'ledger',
      state: 'posted',
      lines: 1,
      totals: { NOK: '800.00' },
      profile: { name: 'SAF-T Financial 1.30' },
    });
    expect(batch.leftOut.map(({ reason, rows }) => [reason, rows])).toEqual([
      ['saft compensation', 1],
      ['saft balance', 2],
      ['saft payroll', 1],
    ]);
    expect(
      await stand.asOwner(
        'select seller_org_number, seller_number, account_system, account_code, function_code, amount::text, period, invoice_number from spend.posting where batch_id = $1',
        [batch.id],
      ),
    ).toEqual([
      {
        seller_org_number: '311047116',
        seller_number: '50012',
        account_system: 'kostra',
        account_code: '115',
        function_code: '253',
        amount: '800.00',
        period: '2026-03',
        invoice_number: '1001',
      },
    ]);
    expect(
      await stand.asOwner('select month, postings from spend.ledger_coverage where batch_id = $1', [batch.id]),
    ).toEqual([{ month: '2026-03', postings: 1 }]);
  });

  it('states its own buyer; that of another buyer cannot be posted by a buyer', async () => {
    const text = sampleSaft({ company: kongsvinger, transactions: [sampleSaftPurchase('8', '1', '0', '1')] });
    expect(await postBatch(stand, parties.buyers[1]!.actor, 'andre.xml', text)).toMatchObject({
      state: 'refused',
      refusal: { code: 'saft-of-another-buyer', params: { found: '944117784' } },
    });
    expect(await postBatch(stand, parties.manager.actor, 'felles.xml', text)).toMatchObject({
      state: 'posted',
      kind: 'ledger',
      buyerId: parties.buyers[0]!.actor.organisationId,
    });
    const unknown = sampleSaft({ company: { orgNumber: '311433628', name: 'Ukjent' }, transactions: march });
    expect(await postBatch(stand, parties.manager.actor, 'ukjent.xml', unknown)).toMatchObject({
      refusal: { code: 'saft-of-unknown-buyer' },
    });
  });

  it('that does not balance is refused and leaves no data', async () => {
    const refused = await postBatch(
      stand,
      parties.buyers[0]!.actor,
      'skjev.xml',
      sampleSaft({ company: kongsvinger, transactions: [sampleSaftPurchase('9', '800.00', '200.00', '999.00')] }),
    );
    expect(refused).toMatchObject({
      state: 'refused',
      refusal: { code: 'saft-transaction-unbalanced', params: { transaction: '9', difference: '1.00' } },
    });
    expect(await stand.asOwner('select 1 from spend.posting where batch_id = $1', [refused.id])).toEqual([]);
  });
});
