import fc from 'fast-check';
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

jest.setTimeout(120_000);

const profile = {
  id: 'books',
  name: 'Books',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    account: 'Konto',
    amount: 'Sum',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const kroner = (ore: number, mark = '.') => (ore / 100).toFixed(2).replace('.', mark);
const dayOf = (march: number) => new Date(Date.UTC(2026, 2, march)).toISOString().slice(0, 10);
const sumOf = (list: readonly { readonly ore: number }[]) => list.reduce((total, { ore }) => total + ore, 0);

interface Purchase {
  readonly day: number;
  readonly late: number;
  readonly ore: number;
}

const [purchases] = fc.sample(
  fc.array(
    fc.record({
      day: fc.integer({ min: 2, max: 29 }),
      late: fc.integer({ min: 0, max: 4 }),
      ore: fc.integer({ min: 20_000, max: 3_000_000 }),
    }),
    { minLength: 10, maxLength: 14 },
  ),
  1,
) as [Purchase[]];

describe('linking sums whose parts lie near the edge of a period', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);

  interface Row {
    readonly ore: number;
    readonly day: number;
    readonly number?: string;
  }

  /** Vouchers that each row is tied to, by the step that did. */
  async function matched(rows: readonly Row[], books: readonly Row[]) {
    const agreement = await setUpAgreement(stand, parties);
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
    const postings = books.map(({ ore, day, number }, at) =>
      [at + 1, dayOf(day), '115', kroner(ore), number ?? '', '311047116'].join(';'),
    );
    await postBatch(
      stand,
      parties.manager.actor,
      'bok.csv',
      ['Nr;Dag;Konto;Sum;Faktura;Orgnr', ...postings, ''].join('\n'),
      {
        kind: 'ledger',
        buyerId: parties.buyers[0]!.organisationId,
        profileId,
      },
    );
    const lines = rows.map(({ ore, day, number }, at): TestLine => ({
      itemNumber: `SUM${at}`,
      itemName: 'Varekjøp',
      buyer: 'Kongsvinger kommune',
      quantity: '1',
      unit: 'stk',
      unitPrice: kroner(ore, ','),
      amount: kroner(ore, ','),
      deliveredOn: dayOf(day).split('-').toReversed().join('.'),
      invoiceNumber: number ?? '',
    }));
    await acceptedReport(stand, parties, agreement, { lines });
    await asSystem(() => stand.get(MatchLines).run());
    const links = await asSystem(() =>
      stand.get(Database).query<{ row: number; voucher: string; step: string }>(
        `select l.report_line_no as row, d.voucher_number as voucher, l.step from matching.link l
         join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null order by 1, d.line_no`,
      ),
    );
    return [...Map.groupBy(links, ({ row }) => row)].map(([row, own]) => ({
      row,
      vouchers: own.map(({ voucher }) => Number(voucher)),
      steps: [...new Set(own.map(({ step }) => step))],
    }));
  }

  it('links a sum row to its invoices and to no other', async () => {
    // One is booked in the next month, so that the sum is not that of a whole month.
    const all = [...purchases, { day: 29, late: 4, ore: 1_234_567 }];
    const booked = all.map(({ day, late, ore }) => ({ ore, day: day + late }));
    const row = { ore: sumOf(all), day: Math.max(...all.map(({ day }) => day)) };
    const found = await matched([row], [...booked, { ore: 7_654_321, day: 65 }]);
    expect({ purchases, found }).toEqual({
      purchases,
      found: [{ row: 1, vouchers: all.map((_, at) => at + 1), steps: ['sum-of-parts'] }],
    });
  });

  it('completes an invoice with rows that do not name it', async () => {
    const [first, second, third, another] = purchases as [Purchase, Purchase, Purchase, Purchase];
    const [whole, day] = [sumOf([first, second, third]), 20];
    const rows = [
      { ore: first.ore, day: 18, number: '8001' },
      { ore: second.ore, day: 18, number: '8001' },
      { ore: third.ore, day: 19 },
      { ore: another.ore + 5, day: 19 },
    ];
    expect(
      await matched(rows, [
        { ore: whole, day, number: '8001' },
        { ore: 7_654_321, day, number: '8002' },
      ]),
    ).toEqual(
      [1, 2, 3].map((row) => ({
        row,
        vouchers: [1],
        steps: [row === 3 ? 'sum-of-parts' : 'invoice-sum'],
      })),
    );
  });
});
