import fc from 'fast-check';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { sum } from '@tallgrunn/values';
import { calculate, postLedger, roomsOfEmissions, currentResults } from './testing.ts';

describe('emission sums', () => {
  let stand: TestApp;
  let parties: Parties;

  beforeAll(async () => {
    stand = await setUpTestApp(roomsOfEmissions);
    parties = await setUpParties(stand);
  });
  afterAll(() => stand.close());

  const posting = fc.record({
    account: fc.constantFrom('100', '110', '120', '170', '200', '230', '429', '185', '999'),
    amount: fc.integer({ min: -100_000_000, max: 100_000_000 }).map((ore) => (ore / 100).toFixed(2)),
    vat: fc.constantFrom<'net' | 'gross' | 'unknown'>('net', 'gross', 'unknown'),
    buyer: fc.constantFrom(0, 1),
    on: fc.constantFrom('2024-12-31', '2025-06-01', '2026-03-15'),
  });

  it('are equal for every grouping of the lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(posting, { minLength: 1, maxLength: 60 }), async (postings) => {
        for (const buyer of [0, 1]) {
          const own = postings.filter((each) => each.buyer === buyer);
          if (own.length > 0) await postLedger(stand, parties, own, { buyer });
        }
        const { number } = await calculate(stand, parties);
        const manager = await signIn(stand, parties.manager.email);
        const read = async (query = '') => (await manager.get(`/emissions/summary${query}`)).body;
        const all = await read();
        const lines = await currentResults(stand, parties);
        const total = sum(lines.flatMap(({ kg }) => kg ?? []));
        const byRow = sum(all.rows.flatMap((row: { kg: string | null }) => row.kg ?? []));
        const buyers = await Promise.all(
          parties.buyers.map(({ organisationId }) => read(`?buyerId=${organisationId}`)),
        );
        const months = await Promise.all(
          ['2024-12', '2025-06', '2026-03'].map((month) => read(`?from=${month}&to=${month}`)),
        );
        const runs = (await manager.get('/emissions/runs')).body;
        for (const found of [
          byRow,
          all.totals.kg,
          sum(buyers.map(({ totals }) => totals.kg)),
          sum(months.map(({ totals }) => totals.kg)),
          runs[0].kg,
        ])
          expect(Number(found)).toBe(Number(total));
        expect(all.totals.kg).toBe(runs[0].kg);
        // Whose purchases the total is of, and in which months. The last month of a ledger is never complete.
        const isSpend = (row: { method: string }) => row.method !== 'not-spend';
        const { scope } = all;
        if (!all.rows.some(isSpend)) expect(scope).toBeNull();
        else {
          expect(scope.buyers).toHaveLength(buyers.filter(({ rows }) => rows.some(isSpend)).length);
          expect(scope.months).toBe(monthCount(scope.from, scope.to));
          const total = await read(`?from=${scope.from}&to=${scope.to}`);
          expect(total.totals.spend).toBe(all.totals.spend);
          expect(scope.incompleteMonths).toBeGreaterThan(0);
          expect(scope.incompleteMonths).toBeLessThanOrEqual(scope.months);
        }
        expect((await manager.get(`/emissions/runs/${number}/verification`)).body.holds).toBe(true);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

function monthCount(from: string, to: string): number {
  const at = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return at(to) - at(from) + 1;
}
