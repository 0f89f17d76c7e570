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
import { spend } from '@tallgrunn/spend-server';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

interface Row {
  readonly item: string;
  readonly day: number;
  readonly month: number;
  readonly kroner: number;
}

const row = fc.record({
  item: fc.constantFrom('A-1', 'B-2', 'C-3'),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.constantFrom(2, 3),
  kroner: fc.integer({ min: 100, max: 110 }),
});
const lastDays: Readonly<Record<number, number>> = { 2: 28, 3: 31 };

describe('rows without invoice numbers', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
  const two = (count: number) => String(count).padStart(2, '0');

  /** Returns the numbers, in the report of their month, of the rows that matching takes for repeats. */
  async function repeatsOf(rows: readonly Row[]): Promise<number[]> {
    const agreement = await setUpAgreement(stand, parties);
    for (const [month, own] of Map.groupBy(rows, (one) => one.month))
      await acceptedReport(stand, parties, agreement, {
        periodKey: `2026-${two(month)}`,
        lines: own.map(({ item, day, kroner }): TestLine => ({
          itemNumber: item,
          itemName: `Vare ${item}`,
          buyer: 'Kongsvinger kommune',
          quantity: '1',
          unit: 'stk',
          unitPrice: `${kroner},00`,
          amount: `${kroner},00`,
          deliveredOn: `${two(day)}.${two(month)}.2026`,
          invoiceNumber: '',
        })),
      });
    await asSystem(() => stand.get(MatchLines).run());
    const found = await asSystem(() =>
      stand
        .get(Database)
        .query<{ row: number }>(
          'select line_no as row from matching.standalone_report_line where again order by line_no',
        ),
    );
    return found.map(({ row: number }) => number);
  }

  it('are repeats only where all of them is equal to an earlier row', async () => {
    const rows = fc
      .sample(fc.array(row, { minLength: 60, maxLength: 60 }), 1)[0]!
      .map((one): Row => ({ ...one, month: 3 }));
    const of = ({ item, day, month, kroner }: Row) => [item, day, month, kroner].join(' ');
    const expected = rows.flatMap((one, at) =>
      rows.slice(0, at).some((other) => of(other) === of(one)) ? [at + 1] : [],
    );
    // Some rows are repeated in any case.
    const repeated = [...rows, ...rows.slice(0, 4)];
    expect(await repeatsOf(repeated)).toEqual([...expected, 61, 62, 63, 64]);
  });

  it('are no repeats where all rows of a month have one day', async () => {
    const rows = fc
      .sample(fc.array(row, { minLength: 40, maxLength: 40 }), 1)[0]!
      .map((one): Row => ({ ...one, day: lastDays[one.month]! }));
    expect(await repeatsOf([...rows, ...rows.slice(0, 4)])).toEqual([]);
  });
});
