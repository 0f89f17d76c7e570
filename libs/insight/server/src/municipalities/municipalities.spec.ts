import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { calculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { insight } from '../room.ts';
import type { MunicipalityRowDto } from './municipalities.dto.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;

const ledgerOf = (month: string) =>
  Array.from({ length: 4 }, (_, at) => ({ account: '115', amount: `${1000 * (at + 1)}.00`, on: `${month}-15` }));
const PERIOD = 'from=2026-01&to=2026-02';

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  // January and February are complete, because March has been imported.
  await postLedger(stand, parties, [...ledgerOf('2026-01'), ...ledgerOf('2026-02'), ...ledgerOf('2026-03')]);
  await calculate(stand, parties);
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

const rowsOf = async (who: SignedIn, period = PERIOD): Promise<MunicipalityRowDto[]> =>
  (await who.get(`/municipalities?${period}`).expect(200)).body;
const rowOf = async (who: SignedIn, at: number, period = PERIOD): Promise<MunicipalityRowDto> =>
  (await rowsOf(who, period)).find(({ buyerId }) => buyerId === parties.buyers[at]!.organisationId)!;
const storePopulation = (who: SignedIn, year: number, inhabitants: number, at = 0) =>
  who.post('/municipalities/population', {
    year,
    source: 'SSB, tabell 07459',
    figures: [{ buyerId: parties.buyers[at]!.organisationId, inhabitants }],
  });

describe('comparison of municipalities', () => {
  it('has the figures of the summary, with the missing months of excluded municipalities', async () => {
    const { figures, missing } = await rowOf(manager, 0);
    const { totals } = (
      await manager.get(`/emissions/summary?buyerId=${parties.buyers[0]!.organisationId}&${PERIOD}`).expect(200)
    ).body;
    expect([figures?.spend, figures?.kg, missing]).toEqual([totals.spend, totals.kg, []]);
    expect(Number(figures?.spend)).toBe(20_000);
    expect((await rowOf(manager, 0, 'from=2026-01&to=2026-04')).missing).toEqual(['2026-03', '2026-04']);
    expect(await rowOf(manager, 1)).toMatchObject({ figures: null, missing: ['2026-01', '2026-02'] });
  });

  it('uses the latest population of the latest year not after the period, or none', async () => {
    expect((await rowOf(manager, 0)).population).toBeNull();
    await storePopulation(manager, 2025, 5000).expect(204);
    await storePopulation(manager, 2025, 5100).expect(204);
    await storePopulation(manager, 2030, 9000).expect(204);
    expect((await rowOf(manager, 0)).population).toEqual({
      inhabitants: 5100,
      year: 2025,
      source: 'SSB, tabell 07459',
    });
    const acts = await stand.asOwner<{ act: string }>(
      `select act from platform.audit_entry where act = 'insight.population-stated'`,
    );
    expect(acts.length).toBe(3);
  });

  it('shows a buyer its own row only, and lets it store no population', async () => {
    expect((await rowsOf(buyer)).map(({ buyerId }) => buyerId)).toEqual([parties.buyers[0]!.organisationId]);
    await storePopulation(buyer, 2025, 1).expect(403);
  });

  it('rejects an organisation that is no buyer, a duplicate, zero, an empty list and an invalid period', async () => {
    const [first] = parties.buyers;
    const send = (figures: object[]) =>
      manager.post('/municipalities/population', { year: 2025, source: 'SSB', figures }).expect(400);
    await send([{ buyerId: parties.suppliers[0]!.organisationId, inhabitants: 10 }]);
    await send([
      { buyerId: first!.organisationId, inhabitants: 10 },
      { buyerId: first!.organisationId, inhabitants: 11 },
    ]);
    await send([{ buyerId: first!.organisationId, inhabitants: 0 }]);
    await send([]);
    await manager.get('/municipalities?from=2026-03&to=2026-01').expect(400);
    await manager.get('/municipalities?from=2016-03&to=2026-01').expect(400);
  });
});
