import { agreements } from '@tallgrunn/agreements-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { SaveImportProfile } from './profiles/save-import-profile.ts';
import { ShowBatch } from './show-batch.ts';
import { postBatch, reverseBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let ledgerId: string;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const actor = () => parties.manager.actor;
const buyerId = () => parties.buyers[0]!.organisationId;
const profile = {
  id: 'egen',
  name: 'Egen',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    account: 'Konto',
    amount: 'Sum',
    vatStatus: 'Mva',
    vatCode: 'Kode',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
  },
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  currency: 'NOK',
  vat: { amounts: 'unknown', rateByCode: { 15: '0.15' } },
};
const totals = async (id: string) => {
  const {
    totals: file,
    netTotals,
    unknownTotals,
  } = await stand.get(UnitOfWork).run(actor(), () => stand.get(ShowBatch).run(id));
  return [file, netTotals, unknownTotals].map(({ NOK }) => Number(NOK ?? 0));
};
const doors = async () =>
  (
    await stand.asOwner<{ net: string; outside: string; ledger: string }>(
      'select coalesce(sum(net_amount), 0) as net, coalesce(sum(ledger_amount) filter (where net_amount is null), 0) as outside, sum(ledger_amount) as ledger from spend.door_spend_line',
    )
  ).map(({ net, outside, ledger }) => [Number(ledger), Number(net), Number(outside)])[0];

describe('batch totals excl. VAT', () => {
  it('include known amounts, and list unknown ones separately', async () => {
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(actor(), () => stand.get(SaveImportProfile).run(profile, null));
    const rows = [
      '1;2026-03-02;200;1000.00;Netto;;;311047116',
      '2;2026-03-02;115;1150.00;Brutto;15;;311047116',
      '3;2026-03-02;200;-125.00;Brutto;;;311047116',
      '4;2026-03-02;370;800.00;Brutto;;;311047116',
      '5;2026-03-02;200;2500.00;;;7005;311047116',
    ];
    ({ id: ledgerId } = await postBatch(
      stand,
      actor(),
      'bok.csv',
      ['Nr;Dag;Konto;Sum;Mva;Kode;Faktura;Orgnr', ...rows, ''].join('\n'),
      { kind: 'ledger', buyerId: buyerId(), profileId },
    ));
    // 1000 + 1150 / 1.15 - 125 / 1.25; 800 on an account with several rates; 2500 without VAT information.
    expect(await totals(ledgerId)).toEqual([5325, 1900, 3300]);
    expect(await doors()).toEqual([5325, 1900, 3300]);
  });

  it('change with an invoice that determines a posting’s amount excl. VAT, and back when it is reversed', async () => {
    const invoice = sampleUbl({
      id: '7005',
      issuedOn: '2026-03-02',
      buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
      lines: [{ net: '2000.00', name: 'Stoler' }],
      lineExtensionAmount: '2000.00',
      payableAmount: '2500.00',
    });
    const { id } = await postBatch(stand, actor(), 'faktura.xml', invoice, { kind: 'invoices', buyerId: buyerId() });
    expect(await totals(ledgerId)).toEqual([5325, 3900, 800]);
    expect(await doors()).toEqual([5325, 3900, 800]);
    const counter = await reverseBatch(stand, actor(), id);
    expect(await totals(ledgerId)).toEqual([5325, 1900, 3300]);
    expect(await totals(counter.id)).toEqual([-2000, -2000, 0]);
    expect(await doors()).toEqual([5325, 1900, 3300]);
  });

  it('are negated by the reversal batch', async () => {
    const counter = await reverseBatch(stand, actor(), ledgerId);
    expect(await totals(counter.id)).toEqual([-5325, -1900, -3300]);
    expect(await totals(ledgerId)).toEqual([5325, 1900, 3300]);
  });
});
