import { roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { insight } from '@tallgrunn/insight-server';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import type { Expression } from './odata/expression.ts';
import type { TableQuery } from './odata/parse-query.ts';
import { ReadRows } from './odata/read-rows.ts';
import { exchange } from './room.ts';
import { combinedLines } from './tables/combined-lines.ts';

const ROWS = 20_000;
const PAGE = 50;
const DAYS = 400;
/** Lines of one day; all are of one document, and those of a block of 4,096 lines are read together. */
const ROWS_OF_DAY = ROWS / DAYS;
const document = '0193a4d0-8f00-7000-8000-0000000000a1';
let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight, exchange]);
  parties = await setUpParties(stand);
  await stand.asOwner(
    `insert into insight.combined_line (cooperative_id, buyer_id, side, state, basis, currency, batch_id, spend_line_no, booked_amount, purchased_on)
     select $1, ($2::uuid[])[1 + n % 2], 'booked', 'matched', 'none', 'NOK', $3::uuid, n, n % 500,
       case when n % ${DAYS} > 0 then date '2026-01-01' + n * 7 % ${DAYS} end from generate_series(1, $4::int) n`,
    [parties.cooperativeId, parties.buyers.slice(0, 2).map(({ organisationId }) => organisationId), document, ROWS],
  );
  await stand.asOwner('analyze insight.combined_line');
});
afterAll(() => stand.close());

const wholeTable = (skip: number, skipToken: string | null): TableQuery => ({
  select: ['LineKey'],
  filter: null,
  orderBy: [],
  top: null,
  skip,
  count: false,
  skipToken,
});
const asManager = <T>(work: () => Promise<T>): Promise<T> =>
  stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);
const read = (skip: number, skipToken: string | null, size: number) =>
  asManager(() => stand.get(ReadRows).run(combinedLines, wholeTable(skip, skipToken), size));

/** Returns the plan of a page, with the planner's usual settings. */
const explain = (skipToken: string | null, query: Partial<TableQuery> = {}) =>
  asManager(async () => {
    let plan = '';
    const explaining = {
      query: async (sql: string, params: unknown[]) => {
        const lines = await stand
          .get(Database)
          .query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off, summary off) ${sql}`, params);
        plan = lines.map((line) => line['QUERY PLAN']).join('\n');
        return [];
      },
    };
    const reader = new ReadRows(explaining as unknown as Database);
    await reader.run(combinedLines, { ...wholeTable(0, skipToken), ...query }, PAGE);
    return plan;
  });

// What is left near the end can cost less to sort than to read along the index.
it.each([0, ROWS / 10, ROWS / 2])('reads only the rows of a page after %i rows', async (depth) => {
  const token = depth === 0 ? null : (await read(depth - 1, null, 1)).next!.skipToken;
  const plan = await explain(token);
  expect(plan).toMatch(/Index Scan using combined_line_pkey/);
  if (token) expect(plan).toMatch(/Index Cond: .*cooperative_id = .*\bid > /);
  const counts = [...plan.matchAll(/actual rows=(\d+)/g)].map(([, count]) => Number(count));
  expect(Math.max(...counts)).toBe(PAGE + 1);
  expect(plan).not.toContain('Rows Removed by Filter');
});

const atMost = (amount: string): Expression => ({
  kind: 'binary',
  operator: 'le',
  at: 0,
  left: { kind: 'property', name: 'BookedAmountExclVat', at: 0 },
  right: { kind: 'literal', type: 'number', text: amount, at: 0 },
});
const joinedRows = (plan: string) =>
  [...plan.matchAll(/(?:Nested Loop|Hash|Merge)\b[^\n]* Join[^\n]*actual rows=(\d+)/g)].map(([, count]) =>
    Number(count),
  );

// Without a selected name, PostgreSQL removes the joins.
const select = ['LineKey', 'BuyerName', 'SupplierName', 'AgreementNumber'];

it('reads a filtered page along the row ids, and joins names to its rows alone', async () => {
  const plan = await explain(null, { select, filter: atMost('249') });
  expect(plan).toMatch(/Index Scan using combined_line_pkey/);
  expect(joinedRows(plan).length).toBeGreaterThan(0);
  expect(Math.max(...joinedRows(plan))).toBe(PAGE + 1);
});

it('joins names to the rows of a sorted page alone, and sorts by a name what is sorted by it', async () => {
  const sorted = (name: string): Partial<TableQuery> => ({
    select,
    orderBy: [{ expression: { kind: 'property', name, at: 0 }, isDescending: true }],
  });
  const plan = await explain(null, sorted('BookedAmountExclVat'));
  expect(Math.max(...joinedRows(plan))).toBe(PAGE + 1);
  const byName = await asManager(() =>
    stand.get(ReadRows).run(combinedLines, { ...wholeTable(0, null), ...sorted('BuyerName') }, PAGE),
  );
  expect(byName.rows).toHaveLength(PAGE);
  const names = byName.rows.map((row) => (JSON.parse(row) as { BuyerName: string }).BuyerName);
  expect(new Set(names).size).toBe(1);
});

const byDay = (isDescending: boolean): Partial<TableQuery> => ({
  select: ['LineKey', 'PurchasedOn'],
  orderBy: [{ expression: { kind: 'property', name: 'PurchasedOn', at: 0 }, isDescending }],
});

it.each([true, false])('reads a page by date along the days, descending: %s', async (isDescending) => {
  const page = await asManager(() =>
    stand.get(ReadRows).run(combinedLines, { ...wholeTable(ROWS / 10, null), ...byDay(isDescending) }, PAGE),
  );
  for (const token of [null, page.next!.skipToken]) {
    const plan = await explain(token, byDay(isDescending));
    expect(plan).toMatch(/Index Scan (?:Backward )?using combined_line_by_day/);
    // Only rows of one day and block of lines are sorted, by their ids.
    expect(plan).toMatch(/Presorted Key: \w+\.sort_day, \w+\.sort_place/);
    const counts = [...plan.matchAll(/actual rows=(\d+)/g)].map(([, count]) => Number(count));
    expect(Math.max(...counts)).toBeLessThanOrEqual(PAGE + 1 + ROWS_OF_DAY);
  }
});

it.each([true, false])('reads every row by date once, unknown days last if descending: %s', async (isDescending) => {
  const found: { readonly LineKey: string; readonly PurchasedOn: string | null }[] = [];
  for (let token: string | null | undefined = null; token !== undefined;) {
    const query: TableQuery = { ...wholeTable(0, token), ...byDay(isDescending) };
    const page: Awaited<ReturnType<typeof read>> = await asManager(() =>
      stand.get(ReadRows).run(combinedLines, query, 3_001),
    );
    found.push(...page.rows.map((row) => JSON.parse(row) as (typeof found)[number]));
    token = page.next?.skipToken;
  }
  expect(new Set(found.map(({ LineKey }) => LineKey)).size).toBe(ROWS);
  const days = found.map(({ PurchasedOn }) => PurchasedOn ?? '');
  const rising = days.toSorted();
  expect(days).toEqual(isDescending ? rising.toReversed() : rising);
  expect(days.filter((day) => day === '')).toHaveLength(ROWS_OF_DAY);
});

it('reads every row once', async () => {
  const keys: string[] = [];
  for (let token: string | null | undefined = null; token !== undefined;) {
    const page: Awaited<ReturnType<typeof read>> = await read(0, token, 3_001);
    keys.push(...page.rows.map((row) => (JSON.parse(row) as { LineKey: string }).LineKey));
    token = page.next?.skipToken;
  }
  expect(keys).toEqual(Array.from({ length: ROWS }, (_, index) => `s${document}:${index + 1}`));
});
