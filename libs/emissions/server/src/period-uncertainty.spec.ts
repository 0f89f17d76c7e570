import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import type { PeriodUncertaintyDto } from './period-uncertainty.dto.ts';
import { calculate, postLedger, roomsOfEmissions } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  await postLedger(stand, parties, [
    { account: '200', amount: '900000', on: '2025-11-05' },
    { account: '200', amount: '2000', on: '2026-01-05' },
    { account: '120', amount: '70000', on: '2026-01-05' },
    { account: '200', amount: '900000', on: '2026-03-05' },
    { account: '200', amount: '-1000', on: '2026-04-05' },
  ]);
  await postLedger(stand, parties, [{ account: '200', amount: '4000', on: '2026-01-05' }], { buyer: 1 });
  await calculate(stand, parties);
});
afterAll(() => stand.close());

const periodsOf = async (who: SignedIn, query: string): Promise<PeriodUncertaintyDto[]> =>
  (await who.get(`/emissions/uncertainty/periods?${query}`).expect(200)).body;

describe('uncertainty by period', () => {
  it.each([
    ['month', '2026-01', 'from=2026-01&to=2026-01'],
    ['quarter', '2026-Q1', 'from=2026-01&to=2026-03'],
    ['year', '2026', 'from=2026-01&to=2026-12'],
  ])('by %s is that of the same months alone', async (period, key, months) => {
    const periods = await periodsOf(manager, `period=${period}`);
    expect(periods.map((each) => each.period)).toEqual(periods.map((each) => each.period).toSorted());
    const { kg, low, high } = (await manager.get(`/emissions/uncertainty?${months}`).expect(200)).body;
    expect(periods.find((each) => each.period === key)).toEqual({ period: key, kg, low, high });
  });

  it('has the filter of a total, and only the months of its lines', async () => {
    const buyerId = parties.buyers[1]!.organisationId;
    expect((await periodsOf(manager, `period=month&buyerId=${buyerId}`)).map(({ period }) => period)).toEqual([
      '2026-01',
    ]);
    const buyer = await signIn(stand, parties.buyers[1]!.email);
    expect((await periodsOf(buyer, 'period=month')).map(({ period }) => period)).toEqual(['2026-01']);
    await manager.get('/emissions/uncertainty/periods?period=week').expect(400);
  });
});
