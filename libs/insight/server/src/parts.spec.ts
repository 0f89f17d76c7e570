import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { calculate, matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { ReadChartData } from './chart-data.ts';
import { ListCombined } from './list-combined.ts';
import { RefreshCombined } from './refresh-combined.ts';
import { insight } from './room.ts';
import { rowIdOf, rowKeySql, rowPlaceOf } from './row-id.ts';
import { comparable, randomFilter, figuresOfLines } from './testing/figures-of-lines.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let buyer: SignedIn;
let manager: SignedIn;

const beef = marchLines[0]!;
const milk = { ...marchLines[1]!, buyer: beef.buyer };
const line = (of: typeof beef, quantity: number, invoiceNumber: string) => {
  const amount = (quantity * Number(of.unitPrice.replace(',', '.'))).toFixed(2).replace('.', ',');
  return { ...of, quantity: String(quantity), amount, invoiceNumber, deliveredOn: '03.03.2026' };
};

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [
      line(beef, 10, '7001'),
      line(milk, 4, '7001'),
      line(beef, 2, '7002'),
      line(milk, 3, '7003'),
      line(beef, 7, '7004'),
      line(milk, 1, '7005'),
      line(beef, 5, '7006'),
      { ...line(beef, 3, '7012'), itemNumber: 'U-99', itemName: 'Kopipapir A4' },
    ],
  });
  await postLedger(stand, parties, [
    { account: '115', amount: '3717.00', invoice: '7001', orgNumber: '311047116' }, // 10 beef and 4 milk
    { account: '115', amount: '625.00', invoice: '7002', orgNumber: '311047116' },
    { account: '120', amount: '900.00', invoice: '9000', orgNumber: '311047116' }, // nothing reported
    { account: '200', amount: '1000.00', orgNumber: '999888777' },
    { account: '429', amount: '250.00', orgNumber: '999888777' },
    { account: '115', amount: '-312.50', invoice: '7007', orgNumber: '311047116' },
    { account: '200', amount: '40.00', currency: 'USD', orgNumber: '999888777' },
    { account: '115', amount: '0.07', invoice: '7010', orgNumber: '311047116' },
    { account: '115', amount: '1234.56', invoice: '7011', orgNumber: '311047116' },
  ]);
  await matchAndCalculate(stand, parties);
  await refresh();
  buyer = await signIn(stand, parties.buyers[0]!.email);
  manager = await signIn(stand, parties.manager.email);
}, 60_000);
afterAll(() => stand.close());

/** Links are inserted directly here, and no run lists them, so everything is read. */
const refresh = () =>
  stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run({ isWhole: true }));
const get = async (who: SignedIn, path: string) => (await who.get(path).expect(200)).body;
type Row = Record<string, string | number | null>;
const rowsOf = async (query = ''): Promise<Row[]> => (await get(buyer, `/combined${query}`)).rows;
const one = async <T extends Record<string, unknown>>(sql: string): Promise<T> => (await stand.asOwner<T>(sql))[0]!;

describe('posting linked to several reported lines', () => {
  const parts = async () =>
    (await rowsOf('?side=both'))
      .filter(({ invoiceNumber }) => invoiceNumber === '7001')
      .sort((a, b) => Number(a['part']) - Number(b['part']));

  it('has one row per reported line, with its item, agreement and emissions', async () => {
    const rows = await parts();
    expect(
      rows.map(({ itemNumber, quantity, bookedAmount, reportedAmount, basis, agreementBasis, part }) => [
        itemNumber,
        Number(quantity),
        bookedAmount,
        reportedAmount,
        basis,
        agreementBasis,
        part,
      ]),
    ).toEqual([
      ['00512', 10, '3125.00', '3125.00', 'item', 'reported', 1],
      ['30118', 4, '592.00', '592.00', 'item', 'reported', 2],
    ]);
    expect(new Set(rows.map(({ agreement: number }) => number)).size).toBe(1);
    const results = await stand.asOwner<{ kg: string | null }>(
      `select kg::text as kg from emissions.result where closed_by_run is null and amount in (3125, 592) order by part`,
    );
    expect(rows.map(({ kg }) => kg)).toEqual(results.map(({ kg }) => kg));
  });

  it('opens by the key of each part, and by its earlier keys as a whole', async () => {
    const [first, second] = await parts();
    for (const { key } of [first!, second!]) expect((await get(buyer, `/combined/lines/${key}`)).row.key).toBe(key);
    expect((await get(buyer, `/combined/lines/s${first!['batchId']}:${first!['spendLineNo']}`)).row.key).toBe(
      first!['key'],
    );
    expect((await get(buyer, `/combined/lines/r${second!['versionId']}:${second!['reportLineNo']}`)).row.key).toBe(
      second!['key'],
    );
    expect((await get(buyer, `/combined/lines/s${first!['batchId']}:${first!['spendLineNo']}:7`)).row.key).toBe(
      first!['key'],
    );
    await buyer.get('/combined/lines/s:1').expect(404);
    const rows = await stand.asOwner<{ key: string; id: string; place: string; written: string }>(
      `select ${rowKeySql('l')} as key, d.key as written, l.id, l.sort_place::text as place from insight.combined_line l join insight.door_combined_line d on d.id = l.id`,
    );
    expect(rows.map(({ key }) => rowIdOf(key))).toEqual(rows.map(({ id }) => id));
    expect(rows.map(({ key }) => String(rowPlaceOf(key)))).toEqual(rows.map(({ place }) => place));
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ written }) => written));
    expect(rows.some(({ key }) => key.startsWith('r'))).toBe(true);
    const why = await get(
      buyer,
      `/emissions/explanations/spend-lines/${second!['batchId']}/${second!['spendLineNo']}?language=en`,
    );
    expect(Number(why.figure.amount)).toBe(3717);
  });

  it('sorts lines that are only reported by their own category, not by the category of the agreement', async () => {
    const { category } = await one<{ category: string }>(
      `select category_code as category from catalogue.product_group where 'kopipapir a4' ~ pattern and (except_pattern is null or 'kopipapir a4' !~ except_pattern) order by position limit 1`,
    );
    expect(category).not.toBe('food');
    expect((await rowsOf('?side=reported')).filter(({ itemNumber }) => itemNumber === 'U-99')).toMatchObject([
      { category, agreementBasis: 'reported' },
    ]);
  });

  it('counts as one line', async () => {
    expect(await get(buyer, '/combined/totals?side=both')).toMatchObject({
      lines: 2,
      rows: 3,
      booked: '4342.00',
      reported: '4342.00',
    });
    expect(await get(manager, '/matching/coverage')).toMatchObject({ linked: '4342.00' });
    const { basis, lines } = await get(buyer, '/combined/charts');
    // Parts of one line differ in basis: the lines of the bases are more than the lines.
    const [{ booked } = { booked: 0 }] = await stand.asOwner<{ booked: number }>(
      `select count(distinct (batch_id, spend_line_no))::int as booked from insight.combined_line where side <> 'reported' and booked_amount is not null and currency = 'NOK' and method <> 'not-spend'`,
    );
    expect(lines).toBe(booked);
    expect((await get(buyer, '/combined/totals')).bookedLines).toBe(booked);
    expect(basis.find(({ basis: each }: { basis: string }) => each === 'item')).toMatchObject({
      lines: 2,
      amount: '4342.00',
    });
  });

  it('includes its agreement and the basis of it', async () => {
    const mine = (await rowsOf(`?agreementId=${agreement.agreementId}`)).filter(({ side }) => side !== 'reported');
    const said = mine.map(({ bookedAmount, agreementBasis }) => [bookedAmount, agreementBasis]).sort();
    expect(said).toContainEqual(['900.00', 'by-supplier']);
    expect(said).toContainEqual(['592.00', 'reported']);
    const { use } = await get(manager, `/agreements/${agreement.agreementId}/utilisation`);
    const sum = mine.reduce((total, { bookedAmount }) => total + Number(bookedAmount), 0);
    expect(Number(use.booked)).toBeCloseTo(sum, 2);
  });
});

/** Returns a pseudo-random generator with a seed. */
function randomGenerator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/**
 * Links lines at random: several to one, one to several, more than booked, with opposite sign, and across currencies.
 */
async function linkAtRandom(draw: (below: number) => number): Promise<void> {
  await stand.asOwner('delete from matching.link');
  const reported = await stand.asOwner<{ version_id: string; line_no: number; amount: string }>(
    'select l.version_id, l.line_no, l.amount::text as amount from reporting.report_line l join reporting.report_version v on v.id = l.version_id order by l.line_no',
  );
  const booked = await stand.asOwner<{ batch_id: string; line_no: number; amount: string }>(
    'select batch_id, line_no, amount::text as amount from spend.posting order by line_no',
  );
  for (const from of reported) {
    for (const to of booked) {
      if (draw(4) > 0) continue;
      const amounts = [from.amount, to.amount, String(draw(400_000) / 100), `-${draw(90_000) / 100}`, '0'];
      await stand.asOwner(
        `insert into matching.link (cooperative_id, opened_by_run, supplier_id, buyer_id, version_id, report_line_no, batch_id, spend_line_no, step, amount) values ($1, 1, $2, $3, $4, $5, $6, $7, 'decision', $8)`,
        [
          parties.cooperativeId,
          parties.suppliers[0]!.organisationId,
          parties.buyers[0]!.organisationId,
          from.version_id,
          from.line_no,
          to.batch_id,
          to.line_no,
          amounts[draw(amounts.length)],
        ],
      );
    }
  }
}

const SUMS = {
  'booked kroner of each line': [
    `select batch_id::text || line_no as of, trim_scale(net_amount)::text as sum from spend.door_spend_line order by 1`,
    `select batch_id::text || spend_line_no as of, trim_scale(sum(booked_amount))::text as sum from insight.combined_line where side <> 'reported' group by 1 order by 1`,
  ],
  'kilograms, kroner and method of each part': [
    `select coalesce(version_id::text || report_line_no, '') || batch_id || line_no || method as of, trim_scale(amount)::text as sum, kg::text as kg, nullif(category_code, 'unsorted') as category from emissions.result where closed_by_run is null order by 1`,
    `select coalesce(version_id::text || report_line_no, '') || batch_id || spend_line_no || method as of, trim_scale(booked_amount)::text as sum, kg::text as kg, category from insight.combined_line where side <> 'reported' order by 1`,
  ],
  'reported kroner of each line': [
    `select l.version_id::text || l.line_no as of, trim_scale(l.amount)::text as sum from reporting.door_report_line l where l.buyer_id is not null order by 1`,
    `select version_id::text || report_line_no as of, trim_scale(sum(reported_amount))::text as sum from insight.combined_line where version_id is not null group by 1 having sum(reported_amount) is not null order by 1`,
  ],
  'kroner and quantity of each item': [
    `select item_number as of, trim_scale(sum(amount))::text as sum, round(sum(quantity), 9)::text as quantity from emissions.result where closed_by_run is null and version_id is not null group by 1 order by 1`,
    `select item_number as of, trim_scale(sum(booked_amount))::text as sum, round(sum(quantity), 9)::text as quantity from insight.combined_line where side = 'both' group by 1 order by 1`,
  ],
  'kroner and kilograms of each agreement that reports name': [
    `select v.agreement_id::text as of, trim_scale(sum(r.amount))::text as sum, sum(r.kg)::text as kg from emissions.result r join reporting.report_version v on v.id = r.version_id where r.closed_by_run is null group by 1`,
    `select agreement_id::text as of, trim_scale(sum(booked_amount))::text as sum, sum(kg)::text as kg from insight.combined_line where side <> 'reported' and agreement_basis = 'reported' group by 1`,
  ],
} as const;

describe('for any combination of links', () => {
  it.each([11, 23, 37, 41, 59])(
    'has equal sums in the combined table, the ledger, the reports and the run (%i)',
    async (seed) => {
      await linkAtRandom(randomGenerator(seed));
      await calculate(stand, parties);
      await refresh();
      for (const [what, [there, here]] of Object.entries(SUMS))
        expect([seed, what, await stand.asOwner(here)]).toEqual([seed, what, await stand.asOwner(there)]);
      const weighed = await get(buyer, '/emissions/summary');
      const totals = await get(buyer, '/combined/totals?scope=purchases');
      expect([totals.kg, totals.kgFromKroner].map(Number)).toEqual(
        [weighed.totals.kg, weighed.totals.kgFromKroner].map(Number),
      );
      for (const method of new Set<string>(weighed.rows.map(({ method: each }: Row) => each))) {
        const told = await get(buyer, `/combined/totals?scope=purchases&method=${method}`);
        const there = weighed.rows.filter((row: Row) => row['method'] === method && method !== 'not-spend');
        expect([method, Number(told.kg)]).toEqual([
          method,
          Number(there.reduce((sum: number, { kg }: Row) => sum + Number(kg ?? 0), 0).toFixed(6)),
        ]);
      }
      const { use } = await get(manager, `/agreements/${agreement.agreementId}/utilisation`);
      const { sum } = await one<{ sum: string }>(
        `select coalesce(sum(booked_amount), 0)::text as sum from insight.combined_line where agreement_id = '${agreement.agreementId}' and side <> 'reported' and currency = 'NOK' and method <> 'not-spend'`,
      );
      expect(Number(use.booked)).toBe(Number(sum));
      const draw = randomGenerator(seed);
      for (let times = 0; times < 25; times += 1) {
        await stand.get(UnitOfWork).run({ ...parties.system }, async () => {
          const ask = (sql: string, params: readonly unknown[]) => stand.get(Database).query(sql, params);
          const filter = await randomFilter(ask, draw);
          const kept = {
            totals: await stand.get(ListCombined).totals(filter),
            ...(await stand.get(ReadChartData).run(filter)),
          };
          expect([filter, comparable(kept)]).toEqual([filter, comparable(await figuresOfLines(ask, filter))]);
        });
      }
    },
  );

  it('counts one line however many parts it has, and returns the amount in other categories', async () => {
    const { lines } = await one<{ lines: number }>(
      `select (count(distinct (batch_id, spend_line_no)) filter (where side <> 'reported') + count(*) filter (where side = 'reported'))::int as lines from insight.combined_line where buyer_id = '${parties.buyers[0]!.organisationId}'`,
    );
    expect(await get(buyer, '/combined/totals')).toMatchObject({ lines, partly: { lines: 0, amount: '0' } });
    const { category, others } = await one<{ category: string; others: string }>(
      `select c.category, (select coalesce(sum(o.booked_amount), 0)::text from insight.combined_line o where o.part is not null and o.category is distinct from c.category and o.currency = 'NOK' and o.method <> 'not-spend'
         and exists (select from insight.combined_line s where s.batch_id = o.batch_id and s.spend_line_no = o.spend_line_no and s.category = c.category)) as others
       from insight.combined_line c where c.part is not null and c.category is not null order by c.category limit 1`,
    );
    expect((await get(buyer, `/combined/totals?category=${category}`)).partly.amount).toBe(others);
  });

  it('writes nothing when nothing has changed', async () => {
    expect(await refresh()).toEqual({ deleted: 0, inserted: 0, isFollowed: false });
  });

  it('uses the reported item while the run is outdated, with the figure of the run', async () => {
    await linkAtRandom(randomGenerator(97));
    await refresh();
    const { kg } = await one<{ kg: string }>(
      `select sum(kg)::text as kg from emissions.result where closed_by_run is null and buyer_id is not null`,
    );
    expect(await one(`select sum(kg)::text as kg from insight.combined_line`)).toEqual({ kg });
    for (const what of ['booked kroner of each line', 'reported kroner of each line'] as const)
      expect(await stand.asOwner(SUMS[what][1])).toEqual(await stand.asOwner(SUMS[what][0]));
  });
});
