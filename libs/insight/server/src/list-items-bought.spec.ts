import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { RefreshCombined } from './refresh-combined.ts';
import { insight } from './room.ts';

let stand: TestApp;
let parties: Parties;
let buyer: SignedIn;

const salmon = (quantity: number, invoiceNumber: string) => ({
  ...marchLines[0]!,
  itemNumber: '77120',
  itemName: 'Laks 1 kg',
  quantity: String(quantity),
  unit: 'kg',
  unitPrice: '189,90',
  amount: (quantity * 189.9).toFixed(2).replace('.', ','),
  invoiceNumber,
});
const posting = (quantity: number, invoice: string) => ({
  account: '115',
  amount: (quantity * 189.9).toFixed(2),
  invoice,
  orgNumber: '311047116',
});

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [salmon(3, '7001'), salmon(2, '7002'), salmon(4, '7003'), salmon(5, '7004')],
  });
  await postLedger(stand, parties, [posting(3, '7001'), posting(2, '7002'), posting(4, '7003')]);
  // The same products as suppliers also write them: in grams, in a pack with unknown content, under their own item
  // number.
  await stand.asOwner(
    `update reporting.report_line set unit = 'g', quantity = 2000, item_number = 'L-1' where invoice_number = '7002'`,
  );
  await stand.asOwner(`update reporting.report_line set unit = 'kasse', quantity = 1 where invoice_number = '7003'`);
  await matchAndCalculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run({ isWhole: true }));
  buyer = await signIn(stand, parties.buyers[0]!.email);
}, 60_000);
afterAll(() => stand.close());

describe('items among some lines', () => {
  it('are returned in their own unit, with inconvertible quantities separate', async () => {
    const { body } = await buyer.get('/combined/goods?text=laks&scope=purchases').expect(200);
    expect(body.items).toBe(1);
    expect(body.goods).toMatchObject([
      {
        number: '77120',
        name: 'Laks 1 kg',
        quantities: [
          { quantity: '5', unit: 'kg' },
          { quantity: '1', unit: 'kasse' },
        ],
        booked: '1709.10',
        reportedOnly: '949.50',
      },
    ]);
  });

  it('are matched by their number in the agreement, whatever number the report has', async () => {
    const rows = (await buyer.get('/combined?text=77120').expect(200)).body.rows as { invoiceNumber: string }[];
    expect(rows.map(({ invoiceNumber }) => invoiceNumber).sort()).toEqual(['7001', '7002', '7003', '7004']);
    expect((await buyer.get('/combined?text=L-1').expect(200)).body.rows).toHaveLength(1);
    // Totals and charts cover the same lines.
    expect((await buyer.get('/combined/totals?text=77120&scope=purchases').expect(200)).body).toMatchObject({
      rows: 4,
      lines: 4,
      booked: '1709.10',
      reported: '2658.60',
    });
    const { basis } = (await buyer.get('/combined/charts?text=77120').expect(200)).body as {
      basis: { amount: string }[];
    };
    expect(basis.reduce((sum, { amount }) => sum + Number(amount), 0)).toBeCloseTo(1709.1, 6);
  });
});
