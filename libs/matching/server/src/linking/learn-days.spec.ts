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

/** Days from the delivery to its invoice. */
const LAG = 17;

describe('rows without numbers', () => {
  let stand: TestApp;
  let parties: Parties;
  beforeAll(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
  });
  afterAll(() => stand.close());

  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
  const norwegian = (day: string) => day.split('-').toReversed().join('.');

  it("assigns the item of the same name, and the booking at the supplier's usual lag", async () => {
    const agreement = await setUpAgreement(stand, parties);
    // The same milk twice a week for the same amount, and some items that are bought once.
    const milk = Array.from({ length: 8 }, (_, at) => ({
      day: addDays('2026-03-02', at * 4 - Math.floor(at / 2)),
      name: 'Lettmelk 1 l, 10-pakning',
      number: 'M-1',
      net: 1480,
    }));
    const others = Array.from({ length: 14 }, (_, at) => ({
      day: addDays('2026-03-02', 2 * at),
      name: `Vare nummer ${String.fromCharCode(65 + at)}${at} til kjøkken og kantine`,
      number: `V-${at}`,
      net: 300 + 17 * at,
    }));
    const bought = [...milk, ...others].map((one, at) => ({ ...one, invoice: String(8000 + at) }));
    for (const { invoice, day, name, number, net } of bought) {
      const document = sampleUbl({
        id: invoice,
        issuedOn: addDays(day, LAG),
        seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
        buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
        lines: [{ quantity: '1', unit: 'EA', net: net.toFixed(2), price: net.toFixed(2), name, sellerNumber: number }],
        lineExtensionAmount: net.toFixed(2),
        payableAmount: (net * 1.15).toFixed(2),
      });
      await postBatch(stand, parties.manager.actor, `${invoice}.xml`, document, {
        kind: 'invoices',
        buyerId: parties.buyers[0]!.organisationId,
      });
    }
    const line = ({ day, name, net }: (typeof bought)[number], at: number): TestLine => ({
      itemNumber: `X${at}`,
      itemName: at % 3 === 0 ? name.slice(0, 22) : name.toUpperCase().replace(', ', ' '),
      buyer: 'Kongsvinger kommune',
      quantity: '1',
      unit: 'stk',
      unitPrice: `${net},00`,
      amount: `${net},00`,
      deliveredOn: norwegian(day),
      invoiceNumber: '',
    });
    await acceptedReport(stand, parties, agreement, { lines: bought.map(line) });
    await asSystem(() => stand.get(MatchLines).run());
    const links = await asSystem(() =>
      stand
        .get(Database)
        .query<{ row: number; invoice: string }>(
          'select l.report_line_no as row, d.invoice_number as invoice from matching.link l join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null order by l.report_line_no',
        ),
    );
    expect(links.map(({ row, invoice }) => [row, invoice])).toEqual(bought.map(({ invoice }, at) => [at + 1, invoice]));
    expect(await asSystem(() => stand.get(Database).query('select days from matching.day_shift'))).toEqual([
      { days: LAG },
    ]);
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }))).toMatchObject({
      opened: 0,
      closed: 0,
    });
  });
});
