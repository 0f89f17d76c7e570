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

interface Purchase {
  readonly day: number;
  readonly place: string;
  readonly account: string;
  readonly ore: number;
}

const purchases = fc.sample(
  fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      place: fc.constantFrom('4010', '4020', '4030'),
      account: fc.constantFrom('115', '110', '120'),
      ore: fc.integer({ min: 2_000, max: 900_000 }),
    }),
    { minLength: 30, maxLength: 60 },
  ),
  { numRuns: 1 },
)[0] as Purchase[];

/** Returns the week of a day in March 2026; its first Monday is the second. */
const week = ({ day }: Purchase) => Math.floor((day - 2) / 7);
const ways: Readonly<Record<string, (purchase: Purchase) => string>> = {
  'the whole month': () => 'all',
  'a place': ({ place }) => place,
  'an account': ({ account }) => account,
  'a week': (purchase) => String(week(purchase)),
  'a week at a place': (purchase) => `${week(purchase)} ${purchase.place}`,
};

describe('rows that sum booked lines', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const kroner = (ore: number) => (ore / 100).toFixed(2);
  const sumOf = (list: readonly Purchase[]) => list.reduce((total, { ore }) => total + ore, 0);
  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);

  async function matched(
    groups: readonly (readonly Purchase[])[],
    books: readonly Purchase[] = purchases,
  ): Promise<{ row: number; lines: number[] }[]> {
    const agreement = await setUpAgreement(stand, parties);
    const columns = {
      voucherNumber: 'Nr',
      voucherDate: 'Dag',
      account: 'Konto',
      amount: 'Sum',
      costCentre: 'Sted',
      supplierOrgNumber: 'Orgnr',
    };
    const profile = {
      id: 'books',
      name: 'Books',
      columns,
      required: ['voucherNumber'],
      account: { system: 'kostra' },
      numbers: { decimal: '.' },
      sign: 'cost-positive',
      vat: { amounts: 'net' },
      currency: 'NOK',
    };
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
    const rows = books.map(
      ({ day, account, ore, place }, at) =>
        `${at + 1};2026-03-${String(day).padStart(2, '0')};${account};${kroner(ore)};${place};311047116`,
    );
    await postBatch(stand, parties.manager.actor, 'bok.csv', ['Nr;Dag;Konto;Sum;Sted;Orgnr', ...rows, ''].join('\n'), {
      kind: 'ledger',
      buyerId: parties.buyers[0]!.organisationId,
      profileId,
    });
    const line = (own: readonly Purchase[], at: number): TestLine => ({
      itemNumber: `SUM${at}`,
      itemName: 'Varekjøp',
      buyer: 'Kongsvinger kommune',
      quantity: '1',
      unit: 'stk',
      unitPrice: kroner(sumOf(own)).replace('.', ','),
      amount: kroner(sumOf(own)).replace('.', ','),
      deliveredOn: `${String(Math.max(...own.map(({ day }) => day))).padStart(2, '0')}.03.2026`,
      invoiceNumber: '',
    });
    await acceptedReport(stand, parties, agreement, { lines: groups.map(line) });
    await asSystem(() => stand.get(MatchLines).run());
    const links = await asSystem(() =>
      stand
        .get(Database)
        .query<{ row: number; voucher: string }>(
          'select l.report_line_no as row, d.voucher_number as voucher from matching.link l join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null',
        ),
    );
    return [...Map.groupBy(links, ({ row }) => row)]
      .map(([row, own]) => ({ row, lines: own.map(({ voucher }) => Number(voucher)).toSorted((a, b) => a - b) }))
      .toSorted((a, b) => a.row - b.row);
  }

  it.each(Object.keys(ways))('links rows of %s to all their lines, and to no other', async (name) => {
    const groups = [...Map.groupBy(purchases, ways[name]!).values()].filter(({ length }) => length > 1);
    const sums = groups.map(sumOf);
    const telling = groups.filter(
      (own) => sumOf(own) >= 10_000 && sums.filter((sum) => sum === sumOf(own)).length === 1,
    );
    const wanted = telling.map((own) =>
      own.map((purchase) => purchases.indexOf(purchase) + 1).toSorted((a, b) => a - b),
    );
    const found = await matched(telling);
    expect({ purchases, lines: found.map(({ lines }) => lines) }).toEqual({ purchases, lines: wanted });
  });

  it('links rows to a monthly posting that sums them', async () => {
    const own = purchases.slice(0, 20);
    const whole = [
      { day: 31, place: '4010', account: '115', ore: sumOf(own) },
      { day: 30, place: '4010', account: '115', ore: 12_345_67 },
    ];
    const found = await matched(
      own.map((one) => [one]),
      whole,
    );
    expect(found.map(({ row, lines }) => [row, lines])).toEqual(own.map((_, at) => [at + 1, [1]]));
  });

  it('reports rows as missing where the sums of the quarter differ', async () => {
    await matched([purchases.slice(0, 3).map((purchase) => ({ ...purchase, ore: purchase.ore + 7 }))]);
    const causes = await asSystem(() =>
      stand
        .get(Database)
        .query<{ cause: string | null }>(
          `select distinct cause from matching.spend_line where state = 'booked-not-reported'`,
        ),
    );
    expect(causes.map(({ cause }) => cause)).not.toContain('not-tied');
  });

  it('links nothing where one øre is missing', async () => {
    const off = purchases.map((purchase, at) => (at === 0 ? { ...purchase, ore: purchase.ore + 1 } : purchase));
    expect(await matched([off])).toEqual([]);
    // The sums of the quarter agree, so no line is reported missing on either side.
    const causes = await asSystem(() =>
      stand
        .get(Database)
        .query(
          'select distinct state, cause from matching.report_line union select distinct state, cause from matching.spend_line order by 1',
        ),
    );
    expect(causes).toEqual([
      { state: 'booked-not-reported', cause: 'not-tied' },
      { state: 'reported-not-booked', cause: 'not-tied' },
    ]);
  });
});
