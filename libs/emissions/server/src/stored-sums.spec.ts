import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, stepsOf, type TestApp } from '@tallgrunn/platform/testing';
import { reverseBatch } from '@tallgrunn/spend-server/testing';
import { filterParams, type EmissionFilter } from './emission-filter.ts';
import { betweenPeriods, movedBetweenPeriods } from './bridge/period-product-groups.ts';
import { VerifyRun } from './verification/verify-run.ts';
import { filteredLinesSql, SummariseEmissions } from './summarise-emissions.ts';
import { EstimateUncertainty } from './uncertainty/estimate-uncertainty.ts';
import {
  calculate,
  matchAndCalculate,
  postLedger,
  roomsOfEmissions,
  putPolicyInForce,
  type TestPosting,
} from './testing.ts';
import { METHODS_WITH_FIGURE } from './calculation/methods.ts';

let stand: TestApp;
let parties: Parties;
const batches: string[] = [];

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

type Row = Record<string, unknown>;
const inUnit = <T>(work: () => Promise<T>): Promise<T> => stand.get(UnitOfWork).run({ ...parties.system }, work);
const ask = (sql: string, params: readonly unknown[] = []) => inUnit(() => stand.get(Database).query<Row>(sql, params));

/** Returns a pseudo-random generator with a seed. */
function randomGenerator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
type RandomGenerator = (below: number) => number;

async function ledger(draw: RandomGenerator): Promise<void> {
  const postings = Array.from({ length: 5 + draw(20) }, (): TestPosting => ({
    account: ['100', '115', '120', '200', '209', '230', '429', null][draw(8)]!,
    amount: `${draw(5) === 0 ? '-' : ''}${1 + draw(90_000)}.${10 + draw(89)}`,
    currency: draw(8) === 0 ? 'USD' : 'NOK',
    vat: draw(6) === 0 ? 'unknown' : 'net',
    on: `${['2023', '2025', '2026', '2031'][draw(4)]}-0${1 + draw(6)}-1${draw(9)}`,
    orgNumber: ['999888777', '311047116', ''][draw(3)]!,
  }));
  batches.push(await postLedger(stand, parties, postings, { buyer: draw(parties.buyers.length) }));
}
async function reversal(draw: RandomGenerator): Promise<void> {
  const [batch] = batches.splice(draw(batches.length), 1);
  if (batch) await reverseBatch(stand, parties.manager.actor, batch);
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

/** Totals within a filter, summed from the lines themselves. */
const LINE_TOTALS = `
  select count(*)::int as lines, coalesce(sum(base_amount) filter (where method <> 'not-spend'), 0)::float8 as spend, coalesce(sum(base_amount) filter (where method = any (${METHODS_WITH_FIGURE})), 0)::float8 as "withFactor",
    coalesce(sum(outside_amount) filter (where method <> 'not-spend' and currency = 'NOK'), 0)::float8 as "vatUnknown", count(outside_amount) filter (where method <> 'not-spend')::int as "vatUnknownLines",
    coalesce(sum(base_amount) filter (where price_standing = 'not-deflated'), 0)::float8 as "notDeflated", coalesce(sum(base_amount) filter (where price_basis_conversion = 'not-converted'), 0)::float8 as "notAtPurchaserPrice",
    coalesce(sum(kg), 0)::float8 as kg, round(sum(abs(base_amount) * data_quality_score) / nullif(sum(abs(base_amount)) filter (where data_quality_score is not null), 0), 2)::text as "qualityBySpend", round(sum(abs(kg) * data_quality_score) / nullif(sum(abs(kg)), 0), 2)::text as "qualityByKg"
  from line`;
const numbers = (row: Row | null | undefined, names: readonly string[]) =>
  names.map((name) => [name, name.startsWith('quality') ? (row?.[name] ?? null) : Number(row?.[name])]);

async function randomFilter(draw: RandomGenerator): Promise<EmissionFilter> {
  const one = async (column: string): Promise<string | undefined> => {
    const rows = await ask(
      `select distinct ${column}::text as value from emissions.result where ${column} is not null order by 1`,
    );
    return draw(4) === 0 ? (rows[draw(rows.length)]?.['value'] as string | undefined) : undefined;
  };
  const [from, to] = [
    await one(`to_char(booked_on, 'YYYY-MM')`),
    await one(`to_char(purchased_on, 'YYYY-MM')`),
  ].toSorted();
  return {
    buyerId: await one('buyer_id'),
    supplierId: await one('supplier_id'),
    category: await one('category_code'),
    method: await one('method'),
    from,
    to,
    by: draw(2) === 0 ? 'delivery' : 'books',
  };
}

describe('stored sums of runs', () => {
  it.each([2, 29, 311])('equal the sums of the lines of every run after random changes (%i)', async (seed) => {
    const draw = randomGenerator(seed);
    for (let at = 0; at < 5; at += 1) {
      await [ledger, ledger, reversal, changePolicy][draw(4)]!(draw);
      await matchAndCalculate(stand, parties);
    }
    const runs = (await ask('select number from emissions.run order by number')).map(({ number }) => number as number);
    for (const run of runs)
      expect(await inUnit(() => stand.get(VerifyRun).run(run))).toMatchObject({
        run,
        holds: true,
        totalsDiffering: 0,
      });
    for (let times = 0; times < 25; times += 1) {
      const filter = { ...(await randomFilter(draw)), run: runs[draw(runs.length)]! };
      const [lines] = await ask(
        `with line as (${filteredLinesSql(filter)}) ${LINE_TOTALS}`,
        filterParams(filter.run, filter),
      );
      const { totals, rows } = await inUnit(() => stand.get(SummariseEmissions).run(filter));
      const names = Object.keys(lines!);
      expect([filter, numbers(totals as unknown as Row, names)]).toEqual([filter, numbers(lines, names)]);
      const grouped = await ask(
        `with line as (${filteredLinesSql(filter)}) select nullif(category_code, 'unsorted') as category, method, currency, count(*)::int as lines, coalesce(sum(amount), 0)::float8 as amount, sum(base_amount)::float8 as own, sum(kg)::float8 as kg from line group by category_code, method, currency`,
        filterParams(filter.run, filter),
      );
      const told = rows.map(({ category, method, currency, lines: count, amount, ownAmount, kg }) => ({
        category,
        method,
        currency,
        lines: count,
        amount: Number(amount),
        own: ownAmount === null ? null : Number(ownAmount),
        kg: kg === null ? null : Number(kg),
      }));
      const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).toSorted();
      expect([filter, sorted(told)]).toEqual([filter, sorted(grouped)]);
      const [weighed] = await ask(
        `with line as (${filteredLinesSql(filter)}) select coalesce(sum(kg), 0)::float8 as kg, count(distinct (factor_set_id, factor_id))::int as groups from line where kg is not null`,
        filterParams(filter.run, filter),
      );
      const { kg, groups } = await inUnit(() => stand.get(EstimateUncertainty).run(filter));
      expect(Number(kg)).toBeCloseTo(weighed!['kg'] as number, 1); // summed as floating-point numbers
      expect(groups).toBeLessThanOrEqual(weighed!['groups'] as number); // groups with a sum of zero are left out
    }
    const last = runs.at(-1)!;
    const periods = [runs[draw(runs.length)]!, '2023-01', '2025-12', last, '2026-01', '2031-12', null, null];
    const weighedOf = (sql: string) =>
      ask(
        `${sql} select category_code, product_group_code, trim_scale(e0)::text as e0, trim_scale(s0)::text as s0, trim_scale(e1)::text as e1, trim_scale(s1)::text as s1, methods0, factors0, prices0 from weighed order by 1, 2`,
        periods,
      );
    expect(await weighedOf(betweenPeriods())).toEqual(await weighedOf(movedBetweenPeriods()));
    const causedOf = (sql: string) =>
      ask(
        `${sql} select category_code, product_group_code, cause, round(kg, 9)::text as kg from caused order by 1, 2, 3`,
        periods,
      );
    expect(await causedOf(betweenPeriods())).toEqual(await causedOf(movedBetweenPeriods()));
  });

  it('are fewer than the lines, and none is empty', async () => {
    const [{ empty, buyers, suppliers, lines } = {}] = await ask(
      `select count(*) filter (where line_count <= 0)::int as empty, count(*) filter (where level = 'buyer')::int as buyers, count(*) filter (where level = 'supplier')::int as suppliers, (select count(*)::int from emissions.result) as lines from emissions.result_sum`,
    );
    expect(empty).toBe(0);
    expect(buyers).toBeLessThanOrEqual(suppliers as number);
    expect(suppliers).toBeLessThanOrEqual(lines as number);
  });

  it('are the same after the step that adds the month of the purchase', async () => {
    await stand.asOwner('alter table emissions.result_sum drop column purchase_month');
    await stand.asOwner(stepsOf(roomsOfEmissions).find(([name]) => name === 'emissions/0003-purchase-month')![1]);
    for (const { number } of await ask('select number from emissions.run'))
      expect(await inUnit(() => stand.get(VerifyRun).run(number as number))).toMatchObject({ holds: true });
    await ledger(randomGenerator(7));
    await matchAndCalculate(stand, parties);
    expect(await ask(`select from emissions.result_sum where line_count <= 0`)).toEqual([]);
  });

  it('are recalculated by a full run after a release that stored none', async () => {
    await stand.asOwner(`delete from emissions.result_sum where level = 'buyer'`);
    await ledger(randomGenerator(5));
    await matchAndCalculate(stand, parties);
    const [{ number } = {}] = await ask('select max(number) as number from emissions.run');
    expect(await inUnit(() => stand.get(VerifyRun).run(number as number))).toMatchObject({ holds: true });
  });
});
