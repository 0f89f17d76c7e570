import { setUpParties, signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { roomsOfEmissions } from './testing.ts';

let stand: TestApp;
let first: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  first = await signIn(stand, (await setUpParties(stand)).manager.email);
});
afterAll(() => stand.close());

describe('comparison of factor sources', () => {
  const compared = async (query: string) =>
    (await first.get(`/emission-factors/compare?${query}`).expect(200)).body as {
      name: string;
      setId: string;
      kg: string | null;
      region: string;
      boundary: string;
      method: string;
      dataYear: number;
      basis: string;
    }[];

  it('gives 28 to 99 kg for a kilogram of beef', async () => {
    const rows = await compared('text=Storfe&quantity=1&per=kg');
    expect(rows.filter(({ kg }) => kg !== null).map(({ setId, kg }) => [setId, Number(kg)])).toEqual([
      ['ademe-impactco2', 28.01],
      ['poore-nemecek-2018', 33.3],
      ['poore-nemecek-2018', 99.48],
    ]);
    expect(rows[0]).toMatchObject({ region: 'FR', boundary: 'farm-shop', method: 'process', basis: 'kg' });
  });

  it('gives 54 to 307 kg for a laptop of NOK 9,000', async () => {
    const pieces = await compared('text=Bærbar PC&quantity=1&per=stk&kroner=9000');
    const kroner = await compared('text=Electronic Computer&quantity=1&per=stk&kroner=9000');
    expect([...kroner, ...pieces].map(({ setId, kg }) => [setId, Math.round(Number(kg))])).toEqual([
      ['epa-supply-chain-1.3', 54],
      ['ademe-impactco2', 183],
      ['boavizta', 307],
    ]);
  });

  it('gives 0.019 to 0.402 kg for a kilowatt hour, by delivery or by market', async () => {
    const rows = await compared('text=strøm&quantity=1&per=kwh');
    const found = rows
      .filter(({ setId }) => setId === 'nve-electricity')
      .map(({ boundary, dataYear, kg }) => [boundary, dataYear, Number(kg)]);
    expect(found).toEqual([
      ['by-location', 2019, 0.017],
      ['by-location', 2022, 0.019],
      ['by-market', 2020, 0.402],
      ['by-market', 2016, 0.53],
    ]);
    expect(rows.find(({ setId }) => setId === 'uk-government-2025')).toMatchObject({ kg: '0.177000', region: 'UK' });
  });

  it('includes publisher, licence and the source of the copy', async () => {
    const { body } = await first.get('/factor-sets').expect(200);
    expect(body.sets.map(({ id }: { id: string }) => id)).toHaveLength(10);
    expect(body.sets.find(({ id }: { id: string }) => id === 'epa-supply-chain-1.3')).toMatchObject({
      region: 'US',
      copiedFrom: expect.stringContaining('jessicawaters'),
    });
    expect(body.series.map(({ id, points }: { id: string; points: unknown[] }) => [id, points.length])).toEqual([
      ['nok-eur-2026-1', 3],
      ['nok-usd-2026-2', 4],
      ['kpi-no-2026-2', 7],
    ]);
  });
});
