import { roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import fc from 'fast-check';
import type { CombinedFilter } from './combined-filter.ts';
import { ListCombined } from './list-combined.ts';
import { combinedOrders, pageSql, type CombinedOrder, type PagePosition } from './page-order.ts';
import { insight } from './room.ts';
import { rowIdOf, rowPlaceOf } from './row-id.ts';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const asManager = <T>(work: () => Promise<T>): Promise<T> =>
  stand.get(UnitOfWork).run({ ...parties.manager.actor }, work);

/** A row with the columns by which pages are ordered and filtered. */
interface Row {
  readonly key: string;
  readonly buyer_id: string;
  readonly batch_id: string;
  readonly spend_line_no: number;
  readonly side: string;
  readonly basis: string;
  readonly currency: string;
  readonly state: string;
  readonly purchased_on: string | null;
  readonly month: string | null;
  readonly booked_amount: string | null;
  readonly outside_amount: string | null;
  readonly reported_amount: string | null;
  readonly kg: string | null;
}
const COLUMNS =
  'buyer_id, batch_id, spend_line_no, side, basis, currency, state, purchased_on, month, booked_amount, outside_amount, reported_amount, kg';

// The first two have the same digits in a place, and the last two in the beginning of an id.
const documents = [
  '0193a4d0-8f00-7000-8000-0001000000a1',
  '0293a4d0-8f00-7000-8000-0000000000a1',
  '0293a4d0-8f00-7000-bfff-fedcba987654',
];
const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'];
// Few values, so that many rows tie; and the largest that the columns can store.
const decimal: fc.Arbitrary<string | null> = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('0.00', '-0.01', '0.01', '100.10', '-100.10', '100.11') },
    fc.constantFrom('9999999999999999.99', '-9999999999999999.98'),
  ),
  { freq: 3 },
);
const mass: fc.Arbitrary<string | null> = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('0.000000', '0.000001', '-0.000002', '12.500000', '12.500001') },
    fc.constantFrom('9007199254.740993', '9007199254.740992', '8999999999999.999999', '99999999999999.999999'),
  ),
  { freq: 3 },
);
const drawnRow = fc.record({
  document: fc.constantFrom(...documents),
  buyer: fc.nat(1),
  state: fc.constantFrom('matched', 'booked-not-reported'),
  day: fc.option(fc.constantFrom(...days), { freq: 4 }),
  booked: decimal,
  outside: decimal,
  reported: decimal,
  kg: mass,
});
type DrawnRow = typeof drawnRow extends fc.Arbitrary<infer T> ? T : never;

/** Lines so far apart that some are of the same block and others are not. */
const LINES_APART = 1_500;
const rowOf = (row: DrawnRow, at: number): Row => ({
  key: `s${row.document}:${at * LINES_APART}`,
  buyer_id: parties.buyers[row.buyer]!.organisationId,
  batch_id: row.document,
  spend_line_no: at * LINES_APART,
  side: 'booked',
  basis: 'none',
  currency: 'NOK',
  state: row.state,
  purchased_on: row.day,
  month: row.day?.slice(0, 7) ?? null,
  booked_amount: row.booked,
  outside_amount: row.outside,
  reported_amount: row.reported,
  kg: row.kg,
});

/** Replaces all rows, and the sums from which the months of a filter are read. */
async function store(rows: readonly Row[]): Promise<void> {
  await stand.asOwner('truncate insight.combined_line, insight.combined_sum');
  await stand.asOwner(
    `insert into insight.combined_line (cooperative_id, ${COLUMNS}) select $1, ${COLUMNS} from json_populate_recordset(null::insight.combined_line, $2::json)`,
    [parties.cooperativeId, JSON.stringify(rows)],
  );
  await stand.asOwner(
    `insert into insight.combined_sum (cooperative_id, id, level, buyer_id, month, side, state, basis, currency, is_weighed, is_outside, row_count, line_count, booked_amount, outside_amount, reported_amount, kg)
     select cooperative_id, gen_random_uuid(), 'buyer', buyer_id, month, 'booked', state, 'none', 'NOK', false, false, count(*), count(*), 0, 0, 0, 0 from insight.combined_line group by cooperative_id, buyer_id, month, state`,
  );
}

const scaled = (value: string): bigint => BigInt(value.replace('.', ''));
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
const LARGEST_MASS = 9_000_000_000_000_000_000n;
/** The value by which a row is ordered: unknown days and amounts before all others, and unknown kilograms as 0. */
function orderedBy(row: Row, order: CombinedOrder): bigint {
  if (order.endsWith('date')) return BigInt((row.purchased_on ?? '0001-01-01').replaceAll('-', ''));
  if (order === '-kg') {
    const value = absolute(scaled(row.kg ?? '0'));
    return value > LARGEST_MASS ? LARGEST_MASS : value;
  }
  const value = row.booked_amount ?? row.outside_amount ?? row.reported_amount;
  return value === null ? -1n : absolute(scaled(value));
}

/** Returns the keys in an order, sorted without the database. */
function sorted(rows: readonly Row[], order: CombinedOrder): string[] {
  const values = rows.map((row) => ({
    key: row.key,
    by: [orderedBy(row, order), rowPlaceOf(row.key), rowIdOf(row.key)] as const,
  }));
  const rising = values.toSorted((a, b) => {
    const differing = a.by.findIndex((value, at) => value !== b.by[at]);
    return a.by[differing]! < b.by[differing]! ? -1 : 1;
  });
  return (order.startsWith('-') ? rising.toReversed() : rising).map(({ key }) => key);
}

async function readPages(filter: CombinedFilter, order: CombinedOrder, size: number): Promise<string[]> {
  const keys: string[] = [];
  let after: PagePosition | null = null;
  do {
    const page: Awaited<ReturnType<ListCombined['run']>> = await stand
      .get(ListCombined)
      .run(filter, order, after, size);
    expect(page.rows.length).toBeLessThanOrEqual(size);
    keys.push(...page.rows.map(({ key }) => key));
    after = page.next;
  } while (after);
  return keys;
}

const filters: readonly { filter: () => CombinedFilter; matches: (row: Row) => boolean }[] = [
  { filter: () => ({}), matches: () => true },
  { filter: () => ({ from: '2026-01' }), matches: ({ month }) => month !== null && month >= '2026-01' },
  { filter: () => ({ state: 'matched' }), matches: ({ state }) => state === 'matched' },
  {
    filter: () => ({ buyerId: parties.buyers[0]!.organisationId }),
    matches: ({ buyer_id: buyer }) => buyer === parties.buyers[0]!.organisationId,
  },
];

it('reads every row once and in order, whatever the size of pages, with ties, unknown values and credits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawnRow, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(...filters),
      async (drawn, { filter, matches }) => {
        const rows = drawn.map((row, at) => rowOf(row, at + 1));
        await store(rows);
        await asManager(async () => {
          for (const order of combinedOrders) {
            const expected = sorted(rows.filter(matches), order);
            for (let size = 1; size <= rows.length; size += 1)
              expect(await readPages(filter(), order, size)).toEqual(expected);
          }
        });
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

it('continues from a position in decimals, as a server of the previous version wrote it', async () => {
  const [first, second] = ['12.500001', '12.500000'].map((kg, at) =>
    rowOf(
      {
        document: documents[0]!,
        buyer: 0,
        state: 'matched',
        day: null,
        booked: null,
        outside: null,
        reported: '3',
        kg,
      },
      at + 1,
    ),
  ) as [Row, Row];
  await store([first, second]);
  const after = { value: '12.500001', key: first.key };
  const { rows } = await asManager(() => stand.get(ListCombined).run({}, '-kg', after));
  expect(rows.map(({ key }) => key)).toEqual([second.key]);
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Cond'?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('a later page', () => {
  const LIMIT = 101;
  /** The most rows of one value: of a day. All are of one document, and most of one block of lines. */
  const ROWS_OF_VALUE = 102;
  beforeAll(async () => {
    await stand.asOwner('truncate insight.combined_line, insight.combined_sum');
    await stand.asOwner(
      `insert into insight.combined_line (cooperative_id, buyer_id, side, state, basis, currency, batch_id, spend_line_no, booked_amount, kg, purchased_on, month)
       select $1, $2, 'booked', case when n % 2 = 0 then 'matched' else 'booked-not-reported' end, 'none', 'NOK', $3::uuid, n, n % 500 - 250, n % 300, date '2026-01-01' + n % 59, to_char(date '2026-01-01' + n % 59, 'YYYY-MM')
       from generate_series(1, 6000) n`,
      [parties.cooperativeId, parties.buyers[0]!.organisationId, documents[0]!],
    );
    await stand.asOwner('analyze insight.combined_line');
  });

  const positions: Record<CombinedOrder, string> = {
    '-amount': '120.00',
    amount: '120.00',
    '-date': '2026-01-20',
    date: '2026-01-20',
    '-kg': '150.000000',
  };
  const explain = (order: CombinedOrder, months: readonly string[] | null) =>
    asManager(async () => {
      // In a table of this size a sort can cost less than reading along an index.
      await stand
        .get(Database)
        .query(
          `select set_config(name, 'off', true) from unnest(array['enable_sort', 'enable_seqscan', 'enable_bitmapscan']) name`,
        );
      const after = { value: positions[order], key: `s${documents[0]!}:3000` };
      const { rows, params } = pageSql({ filter: {}, order, after, months, limit: LIMIT });
      const [row] = await stand
        .get(Database)
        .query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
          `explain (analyze, costs off, timing off, summary off, format json) select * from ${rows} l`,
          params,
        );
      return nodesOf(row!['QUERY PLAN'][0].Plan);
    });

  it.each(combinedOrders)('by %s begins at its position in an index, with row-level security on', async (order) => {
    const scans = (await explain(order, null)).filter((node) => node['Index Cond']);
    expect(scans).toHaveLength(1);
    expect(scans[0]!['Index Cond']).toMatch(/ROW\(l?\.?sort_\w+, l?\.?sort_place\) [<>]= ROW\(/);
    // Those of the position's own value and place are read once more, and the last ones to the end of theirs.
    expect(scans[0]!['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(ROWS_OF_VALUE);
    expect(scans[0]!['Actual Rows']).toBeLessThanOrEqual(LIMIT + ROWS_OF_VALUE);
  });

  it.each(['date', '-date'] as const)('by %s of some months begins at its position in each month', async (order) => {
    const nodes = await explain(order, ['2026-01', '2026-02']);
    const scans = nodes.filter((node) => node['Index Cond']);
    expect(scans).toHaveLength(2);
    for (const scan of scans) {
      expect(scan['Index Cond']).toMatch(/month = '2026-0[12]'.*ROW\(\w*\.?sort_day, \w*\.?sort_place\) [<>]= ROW\(/);
      expect(scan['Rows Removed by Filter'] ?? 0).toBeLessThanOrEqual(ROWS_OF_VALUE);
      expect(scan['Actual Rows']).toBeLessThanOrEqual(LIMIT + ROWS_OF_VALUE);
    }
  });
});
