import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
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
import { postBatch, reverseBatch } from '@tallgrunn/spend-server/testing';
import { DecidePair } from './decide-pair.ts';
import { MatchLines, type MatchOptions } from './match-lines.ts';
import { bookedColumns, bookedOnLink, reportedColumns, reportedOnLink } from './loading/load-line-tables.ts';
import { matching } from './room.ts';

const [REPORT, SPEND] = [reportedColumns, bookedColumns].map((columns) =>
  [...columns, 'state', 'cause', 'also', 'linked'].join(', '),
);

const ITEMS = [
  {
    itemNumber: '00512',
    itemName: 'Kjøttdeig storfe 2,5 kg',
    quantity: '10',
    unit: 'pk',
    unitPrice: '312,50',
    amount: '3125,00',
  },
  { itemNumber: '30118', itemName: 'Lettmelk 10 l', quantity: '4', unit: 'stk', unitPrice: '148,00', amount: '592,00' },
  { itemNumber: '77120', itemName: 'Laks 1 kg', quantity: '2', unit: 'kg', unitPrice: '189,90', amount: '379,80' },
] as const;

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let batchId: string;

const reported = (changes: readonly Partial<TestLine>[]): TestLine[] =>
  changes.map((change, at): TestLine => ({
    ...ITEMS[at % ITEMS.length]!,
    buyer: 'Kongsvinger kommune',
    deliveredOn: '03.03.2026',
    invoiceNumber: '7001',
    ...change,
  }));
const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
const run = (options?: MatchOptions) => asSystem(() => stand.get(MatchLines).run(undefined, options));
const query = <T>(sql: string) => asSystem(() => stand.get(Database).query<T & Record<string, unknown>>(sql));
const point = (written: string) => written.replace(',', '.');

/** Builds an e-invoice of the first buyer with all items. */
async function invoice(id: string): Promise<string> {
  const lines = ITEMS.map(({ itemNumber, itemName, quantity, unitPrice, amount }) => ({
    sellerNumber: itemNumber,
    name: itemName,
    quantity,
    unit: 'EA',
    price: point(unitPrice),
    net: point(amount),
  }));
  const xml = sampleUbl({
    id,
    issuedOn: '2026-03-05',
    seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
    buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
    lines,
  });
  return (
    await postBatch(stand, parties.manager.actor, 'faktura.xml', xml, {
      kind: 'invoices',
      buyerId: parties.buyers[0]?.organisationId ?? null,
    })
  ).id;
}

/** Returns the results of a run for every line, in whatever table, and the sums. */
const said = async () => ({
  reported: await query('select * from matching.report_line order by version_id, line_no'),
  booked: await query('select * from matching.spend_line order by batch_id, line_no'),
  doors: [
    await query(
      'select version_id, line_no, state, cause, also, linked, why, said_lot_id from matching.door_report_state order by 1, 2',
    ),
    await query(
      'select batch_id, line_no, state, cause, also, linked, why, agreement_id, lot_id from matching.door_spend_state order by 1, 2',
    ),
  ],
  sums: await query(
    'select side, supplier_id, buyer_id, month, agreement_id, state, cause, lines, amount, linked from matching.matching_total order by 1, 2, 3, 4, 5, 6, 7',
  ),
});
const kinds = async () =>
  (
    await query<{
      plain: number;
      links: number;
      reported: number;
      booked: number;
    }>(`select (select count(*)::int from matching.link where plain and closed_by_run is null) as plain,
  (select count(*)::int from matching.link where closed_by_run is null) as links, (select count(*)::int from matching.standalone_report_line) as reported, (select count(*)::int from matching.standalone_spend_line) as booked`)
  )[0];

/** Requires that a full run changes nothing after partial runs. */
async function wholeAgrees(): Promise<void> {
  const before = await said();
  expect(await run({ whole: true })).toMatchObject({ whole: true, opened: 0, closed: 0 });
  expect(await said()).toEqual(before);
}

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, { lines: reported([{}, {}, {}, { invoiceNumber: '7002' }]) });
  batchId = await invoice('7001');
});
afterAll(() => stand.close());

describe('one-to-one links', () => {
  it('store both lines on the link, and every other line in its own row', async () => {
    await run();
    expect(await kinds()).toEqual({ plain: 3, links: 3, reported: 1, booked: 0 });
    const { reported: lines, booked, doors, sums } = await said();
    expect(lines).toMatchObject([
      { state: 'matched', linked: '3125.00', invoice_number: '7001' },
      { state: 'matched', linked: '592.00' },
      { state: 'matched', linked: '379.80' },
      { state: expect.not.stringMatching('matched'), linked: '0.00' },
    ]);
    expect(booked.map(({ state, linked, agreement_id }) => [state, linked, agreement_id])).toEqual([
      ['matched', '3125.00', agreement.agreementId],
      ['matched', '592.00', agreement.agreementId],
      ['matched', '379.80', agreement.agreementId],
    ]);
    expect(doors[1]).toMatchObject(booked.map(({ line_no, also, why }) => ({ line_no, state: 'matched', also, why })));
    expect(
      sums.filter(({ state }) => state === 'matched').map(({ side, lines: count, amount }) => [side, count, amount]),
    ).toEqual([
      ['booked', 3, '4096.80'],
      ['reported', 3, '4096.80'],
    ]);
    await wholeAgrees();
  });

  it('are closed when a new report differs, while equal lines stay linked', async () => {
    await acceptedReport(stand, parties, agreement, {
      lines: reported([{}, { quantity: '5', amount: '700,00' }, {}, { invoiceNumber: '7002' }]),
    });
    expect(await run()).toMatchObject({ whole: false, closed: 3 });
    const counts = await kinds();
    expect(counts).toMatchObject({ plain: 2 });
    expect((await said()).booked.map(({ state, cause }) => [state, cause])).toContainEqual([
      'matched',
      'amount-differs',
    ]);
    await wholeAgrees();
  });

  it('are opened when the invoice arrives', async () => {
    const before = await kinds();
    await invoice('7002');
    expect(await run()).toMatchObject({ whole: false, closed: 0 });
    expect(await kinds()).toMatchObject({ plain: before!.plain + 1, booked: before!.booked + 2 });
    await wholeAgrees();
  });

  it('are closed when a user decides that the lines differ', async () => {
    const before = await kinds();
    const [link] = await query<{ version_id: string; report_line_no: number; batch_id: string; spend_line_no: number }>(
      `select version_id, report_line_no, batch_id, spend_line_no from matching.link where plain and closed_by_run is null and report_invoice_number = '7001' order by amount limit 1`,
    );
    const pair = {
      versionId: link!.version_id,
      reportLineNo: link!.report_line_no,
      batchId: link!.batch_id,
      spendLineNo: link!.spend_line_no,
    };
    await stand
      .get(UnitOfWork)
      .run(parties.buyers[0]!.actor, () =>
        stand.get(DecidePair).run({ ...pair, verdict: 'not-same', reason: 'Another delivery.' }),
      );
    expect(await run()).toMatchObject({ whole: false, opened: 0, closed: 1 });
    expect(await kinds()).toEqual({
      plain: before!.plain - 1,
      links: before!.links - 1,
      reported: before!.reported + 1,
      booked: before!.booked + 1,
    });
    await wholeAgrees();
  });

  it('are migrated link by link from line-by-line storage', async () => {
    const [before, counts] = [await said(), await kinds()];
    await stand.asOwner(
      `insert into matching.standalone_report_line (cooperative_id, ${REPORT}) select cooperative_id, ${REPORT} from matching.inline_report_line`,
    );
    await stand.asOwner(
      `insert into matching.standalone_spend_line (cooperative_id, ${SPEND}) select cooperative_id, ${SPEND} from matching.inline_spend_line`,
    );
    const kept = [...reportedOnLink.map((name) => `report_${name}`), ...bookedOnLink.map((name) => `spend_${name}`)];
    await stand.asOwner(`update matching.link set plain = false, ${kept.map((name) => `${name} = null`).join(', ')}`);
    expect(await run({ whole: true })).toMatchObject({ opened: 0, closed: 0 });
    expect([await said(), await kinds()]).toEqual([before, counts]);
  });

  it('are closed when the ledger batch is reversed', async () => {
    await reverseBatch(stand, parties.manager.actor, batchId);
    await run();
    expect((await said()).booked.map(({ batch_id }) => batch_id)).not.toContain(batchId);
    await wholeAgrees();
  });
});
