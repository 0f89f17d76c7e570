import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { RefreshCombined } from '../refresh-combined.ts';
import { insight } from '../room.ts';
import { columnDimensions, rowDimensions } from './pivot-dimensions.ts';
import type { PivotDto, PivotSumsDto } from './pivot.dto.ts';

/** Returns random integers below a bound, with the seed in DRAWN_SEED. */
const randomBelow = (() => {
  let state = Number(process.env['DRAWN_SEED']) >>> 0 || 1;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
})();

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [marchLines[0]!, { ...marchLines[0]!, invoiceNumber: '7099', deliveredOn: '04.03.2026' }],
  });
  const accounts = ['115', '200', '180', '429'];
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    ...Array.from({ length: 40 }, () => ({
      account: accounts[randomBelow(accounts.length)]!,
      amount: `${randomBelow(9000) - 1000}.${String(randomBelow(100)).padStart(2, '0')}`,
      orgNumber: ['999888777', '311047116'][randomBelow(2)]!,
    })),
  ]);
  await matchAndCalculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

const pivot = async (who: SignedIn, query: string): Promise<PivotDto> =>
  (await who.get(`/combined/pivot?${query}`).expect(200)).body;
/** Converts to øre or millionths of a kg, so that sums are exact. */
const units = (text: string | null, digits: number) => Math.round(Number(text ?? '0') * 10 ** digits);
const sumOfSums = (sums: readonly PivotSumsDto[]) => ({
  booked: sums.reduce((sum, { booked }) => sum + units(booked, 2), 0),
  reportedOnly: sums.reduce((sum, { reportedOnly }) => sum + units(reportedOnly, 2), 0),
  kgCo2e: sums.reduce((sum, { kgCo2e }) => sum + units(kgCo2e, 6), 0),
});

describe('pivot', () => {
  it.each(rowDimensions.flatMap((rows) => columnDimensions.map((columns) => [rows, columns] as const)))(
    'by %s and %s sums to the combined table',
    async (rows, columns) => {
      const answer = await pivot(manager, `rows=${rows}&columns=${columns}&limit=1000`);
      const totals = (await manager.get('/combined/totals?scope=purchases').expect(200)).body;
      expect(units(answer.total.booked, 2)).toBe(units(totals.booked, 2));
      expect(units(answer.total.kgCo2e, 6)).toBe(units(totals.kg, 6));
      expect(sumOfSums(answer.rows)).toEqual(sumOfSums([answer.total]));
      if (columns !== 'none') {
        expect(sumOfSums(answer.columns)).toEqual(sumOfSums([answer.total]));
        for (const row of answer.rows)
          expect(sumOfSums(answer.cells.filter(({ row: key }) => key === row.key))).toEqual(sumOfSums([row]));
      }
    },
  );

  it('shows the largest rows and the remainder as one sum', async () => {
    const all = await pivot(manager, 'rows=category&limit=1000');
    const few = await pivot(manager, 'rows=category&limit=2');
    expect(few.rows).toEqual(all.rows.slice(0, 2));
    expect(few.rowCount).toBe(all.rows.length);
    expect(sumOfSums([...few.rows, few.others])).toEqual(sumOfSums([few.total]));
  });

  it('returns names of its dimensions, without access to purchases of others', async () => {
    const { rows } = await pivot(manager, 'rows=buyer');
    expect(rows.map(({ label }) => label)).toEqual(expect.arrayContaining([expect.any(String)]));
    const own = await pivot(buyer, 'rows=buyer&limit=1000');
    expect(own.rows.map(({ key }) => key)).toEqual([parties.buyers[0]!.actor.organisationId]);
    const items = await pivot(manager, 'rows=item&by=reported-only');
    expect(items.rows.find(({ key }) => key?.endsWith('/00512'))?.label).toMatch(/^00512 .+ · /);
  });

  it('filters like the combined table', async () => {
    const { rows } = await pivot(manager, 'rows=supplier&from=2026-03&to=2026-03&side=both');
    const totals = (await manager.get('/combined/totals?scope=purchases&from=2026-03&to=2026-03&side=both').expect(200))
      .body;
    expect(sumOfSums(rows).booked).toBe(units(totals.booked, 2));
    await manager.get('/combined/pivot?rows=nothing').expect(400);
  });
});
