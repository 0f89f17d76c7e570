import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { submitFootprints } from '@tallgrunn/declarations-server/testing';
import { CalculateEmissions } from '@tallgrunn/emissions-server';
import { calculate, postLedger, roomsOfEmissions, putPolicyInForce } from '@tallgrunn/emissions-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { DecidePair, MatchLines } from '@tallgrunn/matching-server';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { reverseBatch } from '@tallgrunn/spend-server/testing';
import { ReadChartData } from './chart-data.ts';
import { ListCombined } from './list-combined.ts';
import { RefreshCombined, type RefreshResult } from './refresh-combined.ts';
import { insight } from './room.ts';
import {
  comparable,
  randomFilter,
  figuresOfLines,
  pageOfLines,
  reportedOfLines,
  utilisationOfLines,
} from './testing/figures-of-lines.ts';
import { ReadConsumption } from './utilisation/read-consumption.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
const batches: string[] = [];

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const inUnit = <T>(work: () => Promise<T>): Promise<T> => stand.get(UnitOfWork).run({ ...parties.system }, work);
const runMatching = () => inUnit(() => stand.get(MatchLines).run());
const runCalculation = () => inUnit(() => stand.get(CalculateEmissions).run('test', undefined, 'matched'));
const runRefresh = (isWhole = false): Promise<RefreshResult> =>
  inUnit(() => stand.get(RefreshCombined).run({ isWhole }));

/** Returns every figure calculated from stored sums, and the same calculated from every line. */
const figures = (draw: RandomGenerator) =>
  inUnit(async () => {
    const ask = (sql: string, params: readonly unknown[]) => stand.get(Database).query(sql, params);
    const filter = await randomFilter(ask, draw);
    const kept = {
      totals: await stand.get(ListCombined).totals(filter),
      ...(await stand.get(ReadChartData).run(filter)),
    };
    const { consumed: use, beside } = await stand.get(ReadConsumption).run(agreement.agreementId, 'NOK');
    const reported = await reportedOfLines(ask, agreement.agreementId);
    return {
      kept: comparable([filter, kept, use, beside]),
      lines: comparable([
        filter,
        await figuresOfLines(ask, filter),
        [...(await utilisationOfLines(ask, agreement.agreementId)), ...reported.addedUp],
        reported.beside,
      ]),
    };
  });

/**
 * Returns the reported utilisation of an agreement as each buyer sees it, and the same calculated from the lines
 * visible to that buyer.
 */
const reportedToBuyers = () =>
  Promise.all(
    parties.buyers.map(({ actor }) =>
      stand.get(UnitOfWork).run({ ...actor }, async () => {
        const { consumed, beside } = await stand.get(ReadConsumption).run(agreement.agreementId, 'NOK');
        const lines = await reportedOfLines(
          (sql, params) => stand.get(Database).query(sql, params),
          agreement.agreementId,
        );
        return {
          kept: comparable([consumed.filter(({ how }) => how === 'reported'), beside]),
          lines: comparable([lines.addedUp, lines.beside]),
        };
      }),
    ),
  );

/** Returns a page by date with random filters, from the start or after a random row, and the rows in their order. */
const pages = (draw: RandomGenerator) =>
  inUnit(async () => {
    const ask = (sql: string, params: readonly unknown[]) => stand.get(Database).query(sql, params);
    const drawn = await randomFilter(ask, draw);
    const filter =
      draw(2) === 0
        ? drawn
        : {
            from: months[draw(3)]!,
            ...(draw(2) === 0 ? { to: months[draw(3)]! } : {}),
            ...(draw(2) === 0 ? { scope: 'purchases' as const } : {}),
            ...(draw(3) === 0 ? { accountClass: 'operating' as const } : {}),
          };
    const order = (['date', '-date'] as const)[draw(2)]!;
    const way = order === 'date' ? 'asc' : 'desc';
    const first = (await stand.get(ListCombined).run(filter, order, null)).rows;
    const at = draw(Math.max(1, first.length));
    const row = first[at];
    const later = row
      ? (
          await stand
            .get(ListCombined)
            .run(filter, order, { value: String(row['spentOn'] ?? '0001-01-01'), key: row.key })
        ).rows
      : [];
    return {
      read: [first, later].map((rows) => rows.map(({ key }) => key)),
      ordered: [await pageOfLines(ask, filter, way, 0), row ? await pageOfLines(ask, filter, way, at + 1) : []],
      count: first.length,
    };
  });
const sums = () => stand.asOwner<Record<string, unknown>>('select * from insight.combined_sum order by id');

/** Returns a pseudo-random generator with a seed. */
function randomGenerator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
type RandomGenerator = (below: number) => number;

const months = ['2026-01', '2026-02', '2026-03'] as const;
const invoiceOf = (month: string, at: number) => `${month.slice(5)}${700 + at}`;
const kinds = [
  marchLines[0]!,
  { ...marchLines[1]!, buyer: marchLines[0]!.buyer },
  { ...marchLines[0]!, itemNumber: 'U-99', itemName: 'Servietter' },
];

async function report(draw: RandomGenerator): Promise<void> {
  const month = months[draw(3)]!;
  const lines = Array.from({ length: 4 + draw(5) }, () => {
    const kind = kinds[draw(3)]!;
    const quantity = 1 + draw(9);
    const amount = (quantity * Number(kind.unitPrice.replace(',', '.'))).toFixed(2).replace('.', ',');
    return {
      ...kind,
      quantity: String(quantity),
      amount,
      invoiceNumber: invoiceOf(month, draw(4)),
      deliveredOn: `${String(1 + draw(27)).padStart(2, '0')}.${month.slice(5)}.2026`,
    };
  });
  await acceptedReport(stand, parties, agreement, { periodKey: month, lines });
}

/**
 * Imports postings of lines reported by then, as one month's ledger may have them: one per invoice, with the whole
 * amount or nearly, and others.
 */
async function ledger(draw: RandomGenerator): Promise<void> {
  const month = months[draw(3)]!;
  const sums = await stand.asOwner<{ invoice: string; amount: string }>(
    `select l.invoice_number as invoice, sum(l.amount)::text as amount from reporting.report_line l join reporting.report_version v on v.id = l.version_id and v.state = 'accepted' where v.period_key = $1 group by 1 order by 1`,
    [month],
  );
  const postings = sums
    .filter(() => draw(3) > 0)
    .map(({ invoice, amount }) => ({
      account: '115',
      amount: draw(4) > 0 ? amount : (Number(amount) + 1 + draw(50)).toFixed(2),
      invoice,
      orgNumber: '311047116',
      on: `${month}-20`,
    }));
  const others = Array.from({ length: 1 + draw(3) }, () => ({
    account: ['200', '429', '120'][draw(3)]!,
    amount: `${draw(3) === 0 ? '-' : ''}${10 + draw(5000)}.50`,
    orgNumber: '999888777',
    on: `${month}-11`,
    currency: draw(5) === 0 ? 'USD' : 'NOK',
  }));
  batches.push(await postLedger(stand, parties, [...postings, ...others]));
}

async function reversal(draw: RandomGenerator): Promise<void> {
  const [batch] = batches.splice(draw(batches.length), 1);
  if (batch) await reverseBatch(stand, parties.manager.actor, batch);
}

async function decision(draw: RandomGenerator): Promise<void> {
  const pairs = await stand.asOwner<{ version: string; report: number; batch: string; booked: number }>(
    `select r.version_id as version, r.line_no as report, s.batch_id as batch, s.line_no as booked from reporting.door_report_line r join spend.door_spend_line s on s.supplier_id = r.supplier_id and s.buyer_id = r.buyer_id where r.amount <> 0 and s.net_amount > 0 order by 1, 2, 3, 4`,
  );
  const pair = pairs[draw(Math.max(1, pairs.length))];
  if (!pair) return;
  const verdict = draw(2) === 0 ? ('same' as const) : ('not-same' as const);
  await stand.get(UnitOfWork).run({ ...parties.manager.actor }, () =>
    stand.get(DecidePair).run({
      versionId: pair.version,
      reportLineNo: pair.report,
      batchId: pair.batch,
      spendLineNo: pair.booked,
      verdict,
      reason: 'Sett på.',
    }),
  );
}

let policyCount = 0;
const policyCounts = { food: 0, furniture: 0 };
async function changePolicy(draw: RandomGenerator): Promise<void> {
  const category = (['food', 'furniture'] as const)[draw(2)]!;
  policyCount += 1;
  policyCounts[category] += 1;
  await putPolicyInForce(stand, parties, {
    category,
    fromOn: `20${10 + policyCount}-01-01`,
    methods:
      policyCounts[category] % 2 === 1 ? ['spend-account'] : ['physical-average', 'spend-category', 'spend-account'],
    reason: 'Prøves.',
  });
  await calculate(stand, parties, 'emissions.ruled', { categories: [category] });
}

const changes = { report, ledger, reversal, decision, ruling: changePolicy };

describe('incremental refresh of the combined table', () => {
  it('starts with a full refresh', async () => {
    await report(randomGenerator(1));
    await ledger(randomGenerator(2));
    await submitFootprints(stand, parties.suppliers[0]!.actor, parties.suppliers[0]!.organisationId, [{}]);
    await runMatching();
    await calculate(stand, parties);
    expect(await runRefresh()).toMatchObject({ isFollowed: false, deleted: 0 });
    expect(await runRefresh()).toEqual({ isFollowed: true, deleted: 0, inserted: 0 });
  });

  it.each([3, 17, 101, 977])('equals a full refresh after random changes in random order (%i)', async (seed) => {
    const draw = randomGenerator(seed);
    const followed: boolean[] = [];
    let paged = 0;
    for (let at = 0; at < 9; at += 1) {
      const names = Object.keys(changes) as (keyof typeof changes)[];
      const name = names[draw(names.length)]!;
      await changes[name](draw);
      if (draw(4) === 0) continue; // more changes before the next run
      await runMatching();
      if (draw(3) === 0) await runRefresh();
      await runCalculation();
      if (draw(4) === 0) continue; // one refresh serves two runs
      followed.push((await runRefresh()).isFollowed);
      for (let times = 0; times < 6; times += 1) {
        const { kept, lines } = await figures(draw);
        expect(kept).toEqual(lines);
        const { read, ordered, count } = await pages(randomGenerator(seed * 1000 + at * 10 + times)); // a generator of its own, so that the changes are not affected
        expect(read).toEqual(ordered);
        paged += count;
      }
      for (const { kept, lines } of await reportedToBuyers()) expect(kept).toEqual(lines);
      const followedSums = await sums();
      expect([seed, at, name, await runRefresh(true)]).toEqual([
        seed,
        at,
        name,
        { isFollowed: false, deleted: 0, inserted: 0 },
      ]);
      expect(followedSums).toEqual(await sums());
      expect([seed, at, name, await calculate(stand, parties)]).toMatchObject([
        seed,
        at,
        name,
        { opened: 0, closed: 0 },
      ]);
      await runRefresh();
    }
    expect(followed).toContain(true);
    expect(paged).toBeGreaterThan(0);
  });

  it('writes only the rows of a corrected report', async () => {
    await runMatching();
    await runCalculation();
    await runRefresh();
    const rows = () =>
      stand.asOwner<{ id: string; xmin: string }>(
        'select id, xmin::text as xmin from insight.combined_line order by id',
      );
    const before = await rows();
    await report(randomGenerator(7));
    await runMatching();
    await runCalculation();
    const { isFollowed } = await runRefresh();
    const after = new Map((await rows()).map(({ id, xmin }) => [id, xmin]));
    expect(isFollowed).toBe(true);
    expect(before.filter(({ id, xmin }) => after.get(id) === xmin).length).toBeGreaterThan(before.length / 4);
    expect(after.size).toBeGreaterThan(0);
  });

  it('runs with three workers at once without a conflict', async () => {
    for (const seed of [5, 6, 8]) {
      await report(randomGenerator(seed));
      await Promise.all([runMatching(), runRefresh(), runCalculation(), runRefresh(), runMatching(), runRefresh()]);
      await Promise.all([runRefresh(), runCalculation(), runRefresh(), runRefresh()]);
    }
    await runMatching();
    await runCalculation();
    await runRefresh();
    expect(await runRefresh(true)).toEqual({ isFollowed: false, deleted: 0, inserted: 0 });
  });

  it('falls back to a full refresh when an agreement or its name has changed', async () => {
    await stand.asOwner(`update agreements.agreement set ends_on = '2026-02-15' where id = $1`, [
      agreement.agreementId,
    ]);
    expect((await runRefresh()).isFollowed).toBe(false);
    expect(
      await inUnit(() =>
        stand
          .get(Database)
          .one(
            `select count(*)::int as late from insight.combined_line where agreement_basis = 'by-supplier' and purchased_on > '2026-02-15'`,
          ),
      ),
    ).toEqual({ late: 0 });
    expect((await runRefresh()).isFollowed).toBe(true);
  });
});
