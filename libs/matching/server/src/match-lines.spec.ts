import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { identity } from '@tallgrunn/identity-server';
import { declarations } from '@tallgrunn/declarations-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { sum } from '@tallgrunn/values';
import { DecidePair } from './decide-pair.ts';
import { ListCandidates } from './list-candidates.ts';
import { ListPairDecisions } from './list-pair-decisions.ts';
import { ListLinks } from './list-links.ts';
import { ListUnmatched } from './list-unmatched.ts';
import { MatchLines } from './match-lines.ts';
import { matching } from './room.ts';
import { ShowMatchingCoverage } from './show-matching-coverage.ts';
import { SummariseMatching } from './summarise-matching.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let profileId: string;
let vouchers = 0;

const line = (change: Partial<TestLine>): TestLine => ({
  itemNumber: '00512',
  itemName: 'Kjøttdeig storfe 2,5 kg',
  buyer: 'Kongsvinger kommune',
  quantity: '10',
  unit: 'pk',
  unitPrice: '312,50',
  amount: '3125,00',
  deliveredOn: '03.03.2026',
  invoiceNumber: '7001',
  ...change,
});

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
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
  profileId = (
    await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null))
  ).id;
});
afterAll(() => stand.close());

const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
const run = () => asSystem(() => stand.get(MatchLines).run());

/** Posts a ledger of the first buyer: each row is a posting of the first supplier's invoice. */
function postBooks(rows: readonly { invoice: string; amount: string }[]) {
  const text = [
    'Nr;Dag;Konto;Sum;Faktura;Orgnr',
    ...rows.map(({ invoice, amount }) => `${(vouchers += 1)};2026-03-20;115;${amount};${invoice};311047116`),
    '',
  ].join('\n');
  return postBatch(stand, parties.manager.actor, 'bok.csv', text, {
    kind: 'ledger',
    buyerId: parties.buyers[0]?.organisationId ?? null,
    profileId,
  });
}

const openLinks = () =>
  asSystem(() =>
    stand.get(Database).query<{
      step: string;
      amount: string;
      report_line_no: number;
      spend_line_no: number;
      version_id: string;
      batch_id: string;
    }>('select step, amount::text as amount, report_line_no, spend_line_no, version_id, batch_id from matching.link where closed_by_run is null order by step, report_line_no'),
  );

describe('a match run', () => {
  it('links lines on both sides, explains the others, and gives causes', async () => {
    await acceptedReport(stand, parties, agreement, {
      lines: [
        line({}),
        line({
          itemNumber: '30118',
          itemName: 'Lettmelk 10 l',
          quantity: '4',
          unit: 'stk',
          unitPrice: '148,00',
          amount: '592,00',
          invoiceNumber: '70-02',
          deliveredOn: '05.03.2026',
        }),
        line({
          itemNumber: '77120',
          itemName: 'Laks 1 kg',
          quantity: '2',
          unit: 'kg',
          unitPrice: '189,90',
          amount: '379,80',
          invoiceNumber: '007002',
          deliveredOn: '05.03.2026',
        }),
        line({ invoiceNumber: '7099', deliveredOn: '09.03.2026' }),
      ],
    });
    await postBooks([
      { invoice: '7001', amount: '3125.00' },
      { invoice: '7002', amount: '971.80' },
      { invoice: '7555', amount: '500.00' },
    ]);
    await run();
    expect((await openLinks()).map(({ step, amount }) => [step, amount])).toEqual([
      ['invoice-amount', '3125.00'],
      ['invoice-sum', '592.00'],
      ['invoice-sum', '379.80'],
    ]);
    const { cells } = await asSystem(() => stand.get(SummariseMatching).run());
    expect(cells.map(({ side, state, lines, amount }) => [side, state, lines, amount])).toEqual([
      ['booked', 'booked-not-reported', 1, '500.00'],
      ['booked', 'matched', 2, '4096.80'],
      ['reported', 'matched', 3, '4096.80'],
      ['reported', 'reported-not-booked', 1, '3125.00'],
    ]);
  });

  it('splits the purchases from agreement suppliers into parts that add up', async () => {
    const { agreementPurchases, parts } = await asSystem(() =>
      stand.get(ShowMatchingCoverage).run({ supplierId: null, buyerId: null }),
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(Number(sum(parts.map(({ amount }) => amount)))).toBe(Number(agreementPurchases));
  });

  it('changes nothing when nothing has changed', async () => {
    expect(await run()).toMatchObject({ opened: 0, closed: 0 });
  });

  it('preserves manual decisions through a new report version', async () => {
    const units = stand.get(UnitOfWork);
    const unmatched = (side: 'reported' | 'booked', state: string) =>
      units.run(parties.buyers[0]!.actor, () =>
        stand.get(ListUnmatched).run({ side, state, cause: null, supplierId: null, buyerId: null, after: null }),
      );
    const [reported] = await unmatched('reported', 'reported-not-booked');
    const [booked] = await unmatched('booked', 'booked-not-reported');
    const offered = () =>
      units.run(parties.buyers[0]!.actor, () =>
        stand.get(ListCandidates).run('reported', reported!.documentId, reported!.lineNo),
      );
    expect(await offered()).toMatchObject({
      line: { state: 'reported-not-booked' },
      candidates: [{ key: booked!.key, difference: '2625.00', sameInvoice: false, linked: false, verdict: null }],
    });
    await units.run(parties.buyers[0]!.actor, () =>
      stand.get(DecidePair).run({
        versionId: reported!.documentId,
        reportLineNo: reported!.lineNo,
        batchId: booked!.documentId,
        spendLineNo: booked!.lineNo,
        verdict: 'same',
        reason: 'Part delivery.',
      }),
    );
    await run();
    expect((await openLinks()).filter(({ step }) => step === 'decision')).toHaveLength(1);
    expect((await offered()).candidates).toMatchObject([{ key: booked!.key, linked: true, verdict: 'same' }]);
    const decided = await units.run(parties.buyers[0]!.actor, () =>
      stand.get(ListPairDecisions).run({ documentId: booked!.documentId, lineNo: booked!.lineNo }),
    );
    expect(decided).toMatchObject([
      {
        verdict: 'same',
        reason: 'Part delivery.',
        byYou: true,
        decidedBy: expect.any(String),
        decidedFor: expect.any(String),
        holds: true,
        reported: { lineNo: reported!.lineNo },
        booked: { lineNo: booked!.lineNo },
      },
    ]);
    await acceptedReport(stand, parties, agreement, {
      lines: [line({ deliveredOn: '09.03.2026', invoiceNumber: '7099' }), line({})],
    });
    await run();
    const links = await openLinks();
    expect(links.filter(({ step }) => step === 'decision')).toHaveLength(1);
    expect(links).toHaveLength(2);
  });

  it('shows the evidence of each link, and the invoice of a one-to-one link', async () => {
    const [link] = (await openLinks()).filter(({ step }) => step !== 'decision');
    const ofLine = (documentId: string, lineNo: number) =>
      stand.get(UnitOfWork).run(parties.buyers[0]!.actor, () => stand.get(ListLinks).run(documentId, lineNo));
    const links = await ofLine(link!.version_id, link!.report_line_no);
    expect(links).toMatchObject([
      {
        step: link!.step,
        amount: link!.amount,
        batchId: link!.batch_id,
        spendLineNo: link!.spend_line_no,
        evidence: { invoice: '7001' },
      },
    ]);
    expect(await ofLine(link!.batch_id, link!.spend_line_no)).toEqual(links);
  });

  it('gives the same result for a partial run as for a full run', async () => {
    const said = () =>
      asSystem(() =>
        stand
          .get(Database)
          .query(
            `select version_id, line_no, state, cause, also, linked from matching.report_line union all select batch_id, line_no, state, cause, also, linked from matching.spend_line order by 1, 2`,
          ),
      );
    const sums = () =>
      asSystem(() =>
        stand
          .get(Database)
          .query(
            'select side, supplier_id, buyer_id, month, agreement_id, state, cause, lines, amount, linked from matching.matching_total order by 1, 2, 3, 4, 5, 6, 7',
          ),
      );
    const [before, cells] = [await said(), await sums()];
    expect(before.length).toBeGreaterThan(4);
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }))).toMatchObject({
      opened: 0,
      closed: 0,
      whole: true,
    });
    expect(await said()).toEqual(before);
    expect(await sums()).toEqual(cells);
  });

  it('gives the same result in several sessions as in one, even after a failed session', async () => {
    const said = () =>
      asSystem(() =>
        stand
          .get(Database)
          .query(
            `select version_id, line_no, state, cause, also, linked from matching.report_line union all select batch_id, line_no, state, cause, also, linked from matching.spend_line order by 1, 2`,
          ),
      );
    const rest = () =>
      asSystem(() =>
        stand
          .get(Database)
          .query(
            'select side, supplier_id, buyer_id, month, agreement_id, state, cause, lines, amount, linked from matching.matching_total order by 1, 2, 3, 4, 5, 6, 7',
          ),
      );
    const [before, cells] = [await said(), await rest()];
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true, sessions: 3 }))).toMatchObject({
      opened: 0,
      closed: 0,
      whole: true,
    });
    expect([await said(), await rest()]).toEqual([before, cells]);
    await stand.asOwner(
      'truncate matching.link, matching.standalone_report_line, matching.standalone_spend_line, matching.matching_total, matching.run_input, matching.run',
    );
    await stand.asOwner(
      `create function matching.no_room() returns trigger language plpgsql as $$ begin raise exception 'No room for it.'; end $$`,
    );
    await stand.asOwner(
      `create trigger no_room before insert on matching.standalone_spend_line for each row when (new.buyer_id = '${parties.buyers[0]!.organisationId}') execute function matching.no_room()`,
    );
    await expect(asSystem(() => stand.get(MatchLines).run(undefined, { sessions: 3 }))).rejects.toThrow(
      'No room for it.',
    );
    await stand.asOwner('drop trigger no_room on matching.standalone_spend_line');
    await stand.asOwner('drop function matching.no_room()');
    expect(await asSystem(() => stand.get(Database).query('select 1 from matching.run'))).toEqual([]); // the data that the other sessions stored remains, and the next run corrects it
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { sessions: 3 }))).toMatchObject({
      number: 1,
      closed: 0,
      whole: true,
    });
    expect([await said(), await rest()]).toEqual([before, cells]);
  });

  it("does not show another buyer's lines", async () => {
    const other = await stand
      .get(UnitOfWork)
      .run(parties.buyers[1]!.actor, () => stand.get(Database).query('select 1 from matching.link'));
    expect(other).toEqual([]);
    const [link] = await openLinks();
    const pair = {
      versionId: link!.version_id,
      reportLineNo: link!.report_line_no,
      batchId: link!.batch_id,
      spendLineNo: link!.spend_line_no,
    };
    const deciding = stand
      .get(UnitOfWork)
      .run(parties.buyers[1]!.actor, () =>
        stand.get(DecidePair).run({ ...pair, verdict: 'not-same', reason: 'Not ours.' }),
      );
    await expect(deciding).rejects.toMatchObject({ code: 'not-found' });
    const looking = stand
      .get(UnitOfWork)
      .run(parties.buyers[1]!.actor, () =>
        stand.get(ListCandidates).run('reported', pair.versionId, pair.reportLineNo),
      );
    await expect(looking).rejects.toMatchObject({ code: 'not-found' });
    expect(
      await stand.get(UnitOfWork).run(parties.buyers[1]!.actor, () => stand.get(ListPairDecisions).run({})),
    ).toEqual([]);
  });

  it('shows the repeated row next to a line reported twice, and next to no other', async () => {
    await acceptedReport(stand, parties, agreement, {
      lines: [line({}), line({ amount: '3125,50' }), line({ invoiceNumber: '7098' })],
    });
    await run();
    const offered = (lineNo: number) =>
      asSystem(async () => {
        const [version] = await stand
          .get(Database)
          .query<{ id: string }>(`select id from reporting.door_report_version where state = 'accepted'`);
        return stand.get(ListCandidates).run('reported', version!.id, lineNo);
      });
    expect(await offered(2)).toMatchObject({
      line: { cause: 'reported-twice' },
      repeats: {
        lineNo: 1,
        rowNo: 2,
        version: expect.stringMatching(/^R-2026-00001\/\d+$/),
        amount: '3125.00',
        state: 'matched',
        date: '2026-03-03',
      },
    });
    expect([(await offered(1)).repeats, (await offered(3)).repeats]).toEqual([null, null]);
  });
});
