import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { matchedAndCalculated, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { standUp, type Stand } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { RefreshCombined } from '../refresh-combined.ts';
import { insight } from '../room.ts';
import { columnDimensions, rowDimensions } from './pivot-dimensions.ts';
import type { PivotDto, PivotSumsDto } from './pivot.dto.ts';

jest.setTimeout(60_000);

/** Returns random integers below a bound, with the seed in DRAWN_SEED. */
const drawn = (() => {
  let state = Number(process.env['DRAWN_SEED']) >>> 0 || 1;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
})();

let stand: Stand;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;

beforeAll(async () => {
  stand = await standUp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [marchLines[0]!, { ...marchLines[0]!, invoiceNumber: '7099', deliveredOn: '04.03.2026' }],
  });
  const accounts = ['115', '200', '180', '429'];
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    ...Array.from({ length: 40 }, () => ({
      account: accounts[drawn(accounts.length)]!,
      amount: `${drawn(9000) - 1000}.${String(drawn(100)).padStart(2, '0')}`,
      orgNumber: ['999888777', '311047116'][drawn(2)]!,
    })),
  ]);
  await matchedAndCalculated(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

const pivot = async (who: SignedIn, query: string): Promise<PivotDto> =>
  (await who.get(`/combined/pivot?${query}`).expect(200)).body;
/** Converts to øre or millionths of a kg, so that sums are exact. */
const units = (text: string | null, digits: number) => Math.round(Number(text ?? '0') * 10 ** digits);
const added = (sums: readonly PivotSumsDto[]) => ({
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
      expect(added(answer.rows)).toEqual(added([answer.total]));
      if (columns !== 'none') {
        expect(added(answer.columns)).toEqual(added([answer.total]));
        for (const row of answer.rows)
          expect(added(answer.cells.filter(({ row: key }) => key === row.key))).toEqual(added([row]));
      }
    },
  );

  it('shows the largest rows and the remainder as one sum', async () => {
    const all = await pivot(manager, 'rows=category&limit=1000');
    const few = await pivot(manager, 'rows=category&limit=2');
    expect(few.rows).toEqual(all.rows.slice(0, 2));
    expect(few.rowCount).toBe(all.rows.length);
    expect(added([...few.rows, few.others])).toEqual(added([few.total]));
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
    expect(added(rows).booked).toBe(units(totals.booked, 2));
    await manager.get('/combined/pivot?rows=nothing').expect(400);
  });
});
