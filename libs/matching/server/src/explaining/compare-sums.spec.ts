import { randomInt } from 'node:crypto';
import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

let stand: TestApp;
let parties: Parties;
let profileId: string;

const profile = {
  id: 'books',
  name: 'Books',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    period: 'Periode',
    account: 'Konto',
    costCentre: 'Ansvar',
    amount: 'Sum',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
    text: 'Tekst',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const finnskog = '311047116';
const kroner = (ore: number) => (ore / 100).toFixed(2);
const booksOf = (
  buyerAt: number,
  postings: readonly { readonly invoice: string; readonly ore: number; readonly day: string }[],
) =>
  postBatch(
    stand,
    parties.manager.actor,
    `bok-${buyerAt}.csv`,
    [
      'Nr;Dag;Periode;Konto;Ansvar;Sum;Faktura;Orgnr;Tekst',
      ...postings.map(({ invoice, ore, day }, at) =>
        [at + 1, day, day.slice(0, 7), '115', '1100', kroner(ore), invoice, finnskog, 'Kjøp'].join(';'),
      ),
      '',
    ].join('\n'),
    { kind: 'ledger', buyerId: parties.buyers[buyerAt]!.organisationId, profileId },
  );
const sold = (buyer: string, ore: number, deliveredOn: string, change: Partial<TestLine> = {}): TestLine => ({
  itemNumber: `SUM${ore}`,
  itemName: 'Varer',
  buyer,
  quantity: '1',
  unit: 'stk',
  unitPrice: kroner(ore).replace('.', ','),
  amount: kroner(ore).replace('.', ','),
  deliveredOn,
  invoiceNumber: '',
  ...change,
});
const causes = async (table: 'door_spend_state' | 'door_report_state') =>
  stand
    .get(UnitOfWork)
    .run({ ...parties.system }, () =>
      stand
        .get(Database)
        .query<{ ore: number; cause: string | null; state: string }>(
          `select (${table === 'door_report_state' ? 'amount' : 'compared_amount'} * 100)::int as ore, cause, state from matching.${table}`,
        ),
    );

// No two of these sums are equal, except those made equal on purpose.
const [first, second, third] = [randomInt(100_000, 200_000), randomInt(300_000, 400_000), randomInt(500_000, 600_000)];
const part = first + randomInt(10_000, 50_000);
const hosted = randomInt(700_000, 800_000);
const [small, large] = [randomInt(20_000, 90_000), randomInt(3_000_000, 4_000_000)];
const openRow = randomInt(100_000, 200_000);

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  ({ id: profileId } = await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null)));
  await acceptedReport(stand, parties, agreement, {
    lines: [
      sold('Kongsvinger kommune', part, '04.03.2026'),
      sold('Kongsvinger kommune', first + second + third - part, '20.03.2026'),
      sold('Nord-Odal kommune', openRow, '20.03.2026'),
      sold('Nord-Odal kommune', hosted, '20.03.2026', { invoiceNumber: '6001' }),
    ],
  });
  await booksOf(0, [
    { invoice: '5001', ore: first, day: '2026-03-05' },
    { invoice: '5002', ore: second, day: '2026-03-11' },
    { invoice: '5003', ore: third, day: '2026-03-21' },
    { invoice: '6001', ore: hosted, day: '2026-05-05' },
  ]);
  await booksOf(1, [
    { invoice: '5011', ore: small, day: '2026-03-25' },
    { invoice: '5012', ore: large, day: '2026-03-28' },
  ]);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
});
afterAll(() => stand.close());

describe('comparing sums of unlinked lines', () => {
  it('finds that sums agree, however rows and lines are split', async () => {
    const said = new Map((await causes('door_spend_state')).map(({ ore, cause }) => [ore, cause]));
    expect([first, second, third].map((ore) => said.get(ore))).toEqual(['not-tied', 'not-tied', 'not-tied']);
    const told = new Map((await causes('door_report_state')).map(({ ore, cause }) => [ore, cause]));
    expect([part, first + second + third - part].map((ore) => told.get(ore))).toEqual(['not-tied', 'not-tied']);
  });

  it('gives an unknown cause where the other side has enough open, and none otherwise', async () => {
    const said = new Map((await causes('door_spend_state')).map(({ ore, cause }) => [ore, cause]));
    expect([said.get(small), said.get(large)]).toEqual(['not-known', null]);
  });

  it('links an invoice of another unit by number and sum', async () => {
    const [booked, reported] = [await causes('door_spend_state'), await causes('door_report_state')];
    expect([
      booked.find(({ ore }) => ore === hosted)?.state,
      reported.find(({ ore }) => ore === hosted)?.state,
    ]).toEqual(['matched', 'matched']);
  });

  it('gives the same result after a partial run', async () => {
    const before = await causes('door_spend_state');
    await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run(undefined, { whole: true }));
    const sorted = (lines: typeof before) => lines.toSorted((a, b) => a.ore - b.ore);
    expect(sorted(await causes('door_spend_state'))).toEqual(sorted(before));
  });
});
