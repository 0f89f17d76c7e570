import fc from 'fast-check';
import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { addDays } from '@tallgrunn/values';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

interface Purchase {
  readonly item: string;
  readonly day: string;
  /** Day of the ledger line. */
  readonly bookedOn: string;
  readonly kroner: number;
}

const at = (day: number): string => addDays('2026-03-01', day);

/** Purchases, each with its own lag: the ledger is early or late by any number of days of a wide range. */
const drawn = fc
  .record({ from: fc.integer({ min: -60, max: 35 }), width: fc.integer({ min: 30, max: 40 }) })
  .chain(({ from, width }) => {
    const purchase = fc.record({
      item: fc.constantFrom('A-1', 'B-2', 'C-3', 'D-4'),
      day: fc.integer({ min: 0, max: 30 }),
      lag: fc.integer({ min: from, max: from + width }),
    });
    const days = ({ item, day, lag }: { item: string; day: number; lag: number }) => ({
      item,
      day: at(day),
      bookedOn: at(day + lag),
    });
    return fc.record({
      // Amounts that occur once.
      single: fc
        .tuple(
          fc.uniqueArray(fc.integer({ min: 100, max: 9_000 }), { minLength: 30, maxLength: 30 }),
          fc.array(purchase, { minLength: 30, maxLength: 30 }),
        )
        .map(([amounts, own]) => own.map((one, index): Purchase => ({ ...days(one), kroner: amounts[index]! }))),
      // The same purchase again and again, on days of its own.
      recurring: fc
        .uniqueArray(purchase, { minLength: 3, maxLength: 8, selector: ({ day }) => day })
        .map((own) => own.map((one): Purchase => ({ ...days(one), item: 'M-9', kroner: 9_500 }))),
      // Two equal purchases of one day, which no row can tell apart.
      alike: fc
        .tuple(purchase, fc.integer({ min: from, max: from + width }))
        .map(([one, lag]) =>
          [one, { ...one, lag }].map((each): Purchase => ({ ...days(each), item: 'T-2', kroner: 9_700 })),
        ),
    });
  });

describe('rows whose days to the ledger differ from line to line', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
  const query = <T>(sql: string) => asSystem(() => stand.get(Database).query<T & Record<string, unknown>>(sql));
  const norwegian = (day: string) => day.split('-').toReversed().join('.');

  const bookInvoice = ({ item, bookedOn, kroner }: Purchase, number: string) =>
    postBatch(
      stand,
      parties.manager.actor,
      `${number}.xml`,
      sampleUbl({
        id: number,
        issuedOn: bookedOn,
        seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
        buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
        lines: [
          {
            quantity: '1',
            unit: 'EA',
            net: kroner.toFixed(2),
            price: kroner.toFixed(2),
            name: `Vare ${item}`,
            sellerNumber: item,
          },
        ],
        lineExtensionAmount: kroner.toFixed(2),
        payableAmount: (kroner * 1.15).toFixed(2),
      }),
      { kind: 'invoices', buyerId: parties.buyers[0]!.organisationId },
    );
  const rowOf = ({ item, day, kroner }: Purchase): TestLine => ({
    itemNumber: item,
    itemName: `Vare ${item}`,
    buyer: 'Kongsvinger kommune',
    quantity: '1',
    unit: 'stk',
    unitPrice: `${kroner},00`,
    amount: `${kroner},00`,
    deliveredOn: norwegian(day),
    invoiceNumber: '',
  });

  it('are linked where one line can be theirs, and never to another purchase', async () => {
    const { single, recurring, alike } = fc.sample(drawn, 1)[0]!;
    const bought = [...single, ...recurring, ...alike];
    const agreement = await setUpAgreement(stand, parties);
    for (const [index, purchase] of bought.entries()) await bookInvoice(purchase, String(8000 + index));
    await acceptedReport(stand, parties, agreement, { lines: bought.map(rowOf) });
    await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }));

    const links = await query<{ row: number; invoice: string }>(
      'select l.report_line_no as row, d.invoice_number as invoice from matching.link l join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null order by l.report_line_no',
    );
    const linked = new Map(links.map(({ row, invoice }) => [bought[row - 1]!, bought[Number(invoice) - 8000]!]));
    // No purchase of another day or amount: of two alike on one day, either.
    expect([...linked].filter(([row, line]) => row.day !== line.day || row.kroner !== line.kroner)).toEqual([]);
    expect([...single, ...alike].filter((purchase) => !linked.has(purchase))).toEqual([]);
    const states = await query<{ row: number; cause: string | null }>(
      `select line_no as row, cause from matching.door_report_state where state <> 'matched'`,
    );
    expect(new Set(states.map(({ cause }) => cause))).toEqual(new Set(states.length > 0 ? ['not-tied'] : []));
    expect(states.length).toBe(bought.length - links.length);
    const [shift] = await query<{ reach: number | null }>('select reach from matching.day_shift');
    expect(shift?.reach).toBeGreaterThan(0);
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }))).toMatchObject({
      opened: 0,
      closed: 0,
    });
  });

  it('are linked in their month where rows say no more, and nothing is bought once', async () => {
    const months = { '2026-02': 28, '2026-03': 31 } as const;
    const order = fc.record({
      item: fc.constantFrom('A-1', 'B-2', 'C-3'),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 }),
    });
    const orders = fc.uniqueArray(order, { minLength: 3, maxLength: 3, selector: ({ item }) => item });
    const bought = fc.sample(fc.tuple(orders, orders), 1)[0]!.flatMap((own, index) =>
      own.flatMap(({ item, days }) => {
        const month = Object.keys(months)[index] as keyof typeof months;
        return days.map((day): Purchase => ({
          item,
          day: `${month}-${months[month]}`,
          bookedOn: `${month}-${String(day).padStart(2, '0')}`,
          kroner: 500,
        }));
      }),
    );
    const agreement = await setUpAgreement(stand, parties);
    for (const [index, purchase] of bought.entries()) await bookInvoice(purchase, String(8000 + index));
    for (const [periodKey, own] of Map.groupBy(bought, ({ day }) => day.slice(0, 7)))
      await acceptedReport(stand, parties, agreement, { periodKey, lines: own.map(rowOf) });
    await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }));
    const links = await query<{ reported: string; booked: string }>(
      `select to_char(r.day, 'YYYY-MM') as reported, to_char(d.purchased_on, 'YYYY-MM') as booked from matching.link l join matching.report_line r on r.version_id = l.version_id and r.line_no = l.report_line_no join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null`,
    );
    expect(links.filter(({ reported, booked }) => reported !== booked)).toEqual([]);
    expect(links.length).toBe(bought.length);
  });
});
