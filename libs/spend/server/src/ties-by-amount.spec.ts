import { agreements } from '@tallgrunn/agreements-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch, reverseBatch } from './testing.ts';

const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros AS' };
const buyerBody = { orgNumber: '944117784', name: 'Kongsvinger kommune' };

/** Builds an invoice with one line per net amount. */
const document = (id: string, day: string, nets: readonly number[]): string => {
  const net = nets.reduce((sum, each) => sum + each, 0).toFixed(2);
  return sampleUbl({
    id,
    issuedOn: day,
    seller,
    buyer: buyerBody,
    lines: nets.map((each, at) => ({ net: each.toFixed(2), name: `Vare ${at}`, sellerNumber: `${id}-${at}` })),
    lineExtensionAmount: net,
    payableAmount: (Number(net) * 1.15).toFixed(2),
  });
};

type Row = readonly [voucher: string, day: string, amount: string, number?: string, orgNumber?: string];
const ledger = (rows: readonly Row[]): string =>
  [
    'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst',
    ...rows.map(
      ([voucher, day, amount, number = '', orgNumber = seller.orgNumber]) =>
        `${voucher};${day.split('-').toReversed().join('.')};${day.slice(0, 7).replace('-', '')};115;4010;253;50012;Finnskog Storkjøkken Engros;${orgNumber};${number};${amount.replace('.', ',')};Varer`,
    ),
    '',
  ].join('\n');

describe('matching by amount', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, spend]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const post = (kind: 'invoices' | 'ledger', name: string, content: string) =>
    postBatch(stand, parties.manager.actor, name, content, { kind, buyerId: parties.buyers[0]!.organisationId });
  const doors = () =>
    stand
      .get(UnitOfWork)
      .run(parties.system, () =>
        stand
          .get(Database)
          .query<Record<string, string | null>>(
            `select source, invoice_number as invoice, item_number as item, voucher_number as voucher, net_amount::text as amount from spend.door_spend_line order by voucher_number, item_number, net_amount`,
          ),
      );
  const sumOf = (rows: readonly Record<string, string | null>[]) =>
    rows.reduce((total, { amount }) => total + Math.round(100 * Number(amount)), 0);

  const batches = {
    first: () => post('invoices', 'f1.xml', document('7001', '2026-03-02', [800, 150])),
    second: () => post('invoices', 'f2.xml', document('7002', '2026-03-09', [420.5])),
    third: () => post('invoices', 'f3.xml', document('7003', '2026-03-16', [420.5])),
    march: () =>
      post(
        'ledger',
        'mars.csv',
        ledger([
          ['B1', '2026-03-12', '950.00'],
          ['B2', '2026-03-19', '420.50'],
          ['B3', '2026-03-26', '420.50'],
          ['B4', '2026-03-20', '77.00'],
        ]),
      ),
    april: () => post('ledger', 'april.csv', ledger([['B5', '2026-04-02', '111.00']])),
  };
  const expected = [
    ['B1', '7001-0'],
    ['B1', '7001-1'],
    ['B2', '7002-0'],
    ['B3', '7003-0'],
    ['B4', null],
    ['B5', null],
  ];

  it.each([
    ['the invoices first', ['first', 'second', 'third', 'march', 'april']],
    ['the ledger first', ['march', 'april', 'third', 'second', 'first']],
    ['by turns', ['second', 'march', 'first', 'april', 'third']],
  ] as const)('matches by amount and days, with the same result for %s', async (_, order) => {
    for (const name of order) await batches[name]();
    const rows = await doors();
    expect(rows.map(({ voucher, item }) => [voucher, item])).toEqual(expected);
    expect(sumOf(rows)).toBe(95_000 + 2 * 42_050 + 7_700 + 11_100);
  });

  it('gives way to a match by number when that is imported later', async () => {
    await batches.second();
    await post('ledger', 'mars.csv', ledger([['B2', '2026-03-19', '420.50']]));
    expect((await doors()).map(({ invoice, voucher }) => [invoice, voucher])).toEqual([['7002', 'B2']]);
    await post('ledger', 'mer.csv', ledger([['B9', '2026-03-20', '420.50', '7002']]));
    // The number matches 7002 to its own posting; the other posting remains unmatched.
    expect((await doors()).map(({ item, voucher }) => [item, voucher])).toEqual([
      [null, 'B2'],
      ['7002-0', 'B9'],
    ]);
  });

  it('matches when the ledger writes the number differently, has no supplier number, or rounds to kroner', async () => {
    await batches.first();
    await batches.second();
    await post(
      'ledger',
      'mars.csv',
      ledger([
        ['B1', '2026-03-12', '950', 'K-7001/1'],
        ['B2', '2026-03-19', '421', '', ''],
      ]),
    );
    const rows = await doors();
    expect(rows.map(({ item, voucher }) => [item, voucher])).toEqual([
      ['7001-0', 'B1'],
      ['7001-1', 'B1'],
      ['7002-0', 'B2'],
      [null, 'B2'],
    ]);
    expect(sumOf(rows)).toBe(95_000 + 42_100);
  });

  it('matches when the ledger has no supplier number, and remains when more data arrives', async () => {
    await post('ledger', 'mars.csv', ledger([['B2', '2026-03-19', '420.50']]));
    await stand.asOwner(`update spend.posting set seller_org_number = null, seller_number = null`); // as rows imported before such rows were excluded
    await batches.second();
    expect((await doors()).map(({ item, voucher }) => [item, voucher])).toEqual([['7002-0', 'B2']]);
    const { id } = await batches.first();
    await reverseBatch(stand, parties.manager.actor, id);
    expect((await doors()).map(({ item, voucher }) => [item, voucher])).toEqual([['7002-0', 'B2']]);
  });

  it('never matches a posting that names another imported invoice', async () => {
    await batches.second();
    await batches.third();
    await post('ledger', 'mars.csv', ledger([['B2', '2026-03-19', '420.50', '7002']]));
    expect((await doors()).map(({ item, voucher }) => [item, voucher])).toEqual([['7002-0', 'B2']]);
  });

  it('is deleted when the ledger is reversed', async () => {
    await batches.first();
    const { id } = await batches.march();
    expect((await doors()).filter(({ item }) => item !== null)).toHaveLength(2);
    await reverseBatch(stand, parties.manager.actor, id);
    expect((await doors()).map(({ item, voucher }) => [item, voucher])).toEqual([
      ['7001-0', null],
      ['7001-1', null],
    ]);
  });
});
