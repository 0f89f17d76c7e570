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
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

const items = [
  { name: 'Refleksvest standard 250 g', number: 'A-11', price: 239.13 },
  { name: 'Refleksvest ekstra 10 cm', number: 'A-12', price: 311.07 },
  { name: 'Vernesko lett 38-42', number: 'A-13', price: 1287.31 },
  { name: 'Kittel hvit 2-lags', number: 'A-14', price: 418.03 },
];
const [bought] = fc.sample(
  fc.array(
    fc.record({ item: fc.integer({ min: 0, max: 3 }), day: fc.integer({ min: 2, max: 28 }), quantity: fc.nat(19) }),
    { minLength: 14, maxLength: 18 },
  ),
  1,
) as [{ item: number; day: number; quantity: number }[]];

describe('rows that sum an item whose name one side writes shorter', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
  });
  afterEach(() => stand.close());

  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
  const netOf = ({ item, quantity }: (typeof bought)[number]) => items[item]!.price * (quantity + 1);

  /** Items of the booked lines that each row is linked to. */
  async function matched(
    reported: (at: number) => Partial<TestLine>,
    booked: (at: number) => { name: string; sellerNumber?: string },
  ) {
    const agreement = await setUpAgreement(stand, parties);
    for (const [at, one] of bought.entries()) {
      const net = netOf(one).toFixed(2);
      const document = sampleUbl({
        id: String(8000 + at),
        issuedOn: `2026-03-${String(one.day).padStart(2, '0')}`,
        seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
        buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
        lines: [{ quantity: '1', unit: 'EA', net, price: net, ...booked(one.item) }],
        lineExtensionAmount: net,
        payableAmount: (Number(net) * 1.25).toFixed(2),
      });
      await postBatch(stand, parties.manager.actor, `${at}.xml`, document, {
        kind: 'invoices',
        buyerId: parties.buyers[0]!.organisationId,
      });
    }
    const sums = [...Map.groupBy(bought, ({ item }) => item)].sort(([a], [b]) => a - b);
    const lines = sums.map(([item, own]): TestLine => {
      const sum = own
        .reduce((total, one) => total + netOf(one), 0)
        .toFixed(2)
        .replace('.', ',');
      return {
        itemNumber: items[item]!.number,
        itemName: items[item]!.name,
        buyer: 'Kongsvinger kommune',
        quantity: '1',
        unit: 'stk',
        unitPrice: sum,
        amount: sum,
        deliveredOn: '31.03.2026',
        invoiceNumber: '',
        ...reported(item),
      };
    });
    await acceptedReport(stand, parties, agreement, { lines });
    await asSystem(() => stand.get(MatchLines).run());
    const links = await asSystem(() =>
      stand.get(Database).query<{ row: number; invoice: string }>(
        `select l.report_line_no as row, d.invoice_number as invoice from matching.link l
         join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null order by 1, 2`,
      ),
    );
    return sums.map(([item], at) => ({
      item,
      invoices: links.filter(({ row }) => row === at + 1).map(({ invoice }) => invoice),
    }));
  }

  const truth = () =>
    [...Map.groupBy(bought.keys(), (at) => bought[at]!.item)]
      .sort(([a], [b]) => a - b)
      .map(([item, own]) => ({ item, invoices: own.map((at) => String(8000 + at)) }));

  it('links them when the invoices cut the names, and two items begin alike', async () => {
    const found = await matched(
      () => ({}),
      (item) => ({ name: items[item]!.name.slice(0, 12).toUpperCase() }),
    );
    // The sums of two items that begin alike are divided only where there is one way.
    expect({ bought, found: found.filter(({ item }) => item > 1) }).toEqual({
      bought,
      found: truth().filter(({ item }) => item > 1),
    });
    for (const { item, invoices } of found)
      if (item < 2 && invoices.length > 0) expect(truth()).toContainEqual({ item, invoices });
  });

  it('links them when the report writes its own abbreviations and numbers', async () => {
    const found = await matched(
      (item) => ({
        itemNumber: `SUM${item}`,
        itemName: items[item]!.name.split(' ')
          .toReversed()
          .join(' ')
          .replaceAll(/(?<=\w)[aeiouyøå](?=\w)/g, ''),
      }),
      (item) => ({ name: items[item]!.name }),
    );
    expect({ bought, found }).toEqual({ bought, found: truth() });
  });
});
