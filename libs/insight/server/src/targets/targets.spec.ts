import { calculate, closeLedgers, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { RefreshCombined } from '../refresh-combined.ts';
import { insight } from '../room.ts';
import type { TargetDto, TargetsDto } from './target.dto.ts';
import { pathValues, type TargetKind } from './target.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;
let buyerId: string;

const monthsOf = (year: number, count: number) =>
  Array.from({ length: count }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
const LINES_A_MONTH = 30;
const postingsOf = (month: string, amount: string) =>
  Array.from({ length: LINES_A_MONTH }, () => ({ account: '200', amount, on: `${month}-10` }));
/** A year, and three months that are 40 % lower. Many lines, because each may be of other goods than before. */
const postings = [
  ...monthsOf(2025, 12).flatMap((month) => postingsOf(month, '4000.00')),
  ...monthsOf(2026, 3).flatMap((month) => postingsOf(month, '2400.00')),
];
const kgOf = async (from: string, to: string): Promise<number> =>
  Number((await manager.get(`/emissions/summary?buyerId=${buyerId}&from=${from}&to=${to}`).expect(200)).body.totals.kg);
const set = async (kind: TargetKind, targetYear: number, targetValue: string, of: string | null = buyerId) =>
  (
    await manager
      .post('/targets', { buyerId: of, kind, baseYear: 2025, targetYear, targetValue, path: [], note: 'Sak 25/14' })
      .expect(201)
  ).body.id as string;
const targetOf = async (id: string, who = manager): Promise<TargetDto | undefined> =>
  ((await who.get('/targets').expect(200)).body as TargetsDto).targets.find((each) => each.id === id);

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
  buyerId = parties.buyers[0]!.organisationId;
  await postLedger(stand, parties, postings);
  await closeLedgers(stand, parties);
  await calculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
});
afterAll(() => stand.close());

describe('progress of a target', () => {
  it('is the figure of complete months only, beside the same months of the base year and the path', async () => {
    const base = await kgOf('2025-01', '2025-12');
    expect(base).toBeGreaterThan(0);
    const { base: start, years } = (await targetOf(await set('emissions', 2035, (base * 0.9).toFixed(0))))!;
    expect(Number(start.figure?.value)).toBeCloseTo(base, 2);
    expect(start.incomplete).toEqual([]);
    const [year] = years;
    expect(year?.comparison.after).toEqual({ from: '2026-01', to: '2026-03' });
    const [before, after] = [await kgOf('2025-01', '2025-03'), await kgOf('2026-01', '2026-03')];
    expect(Number(year?.base)).toBeCloseTo(before, 2);
    expect(Number(year?.figure?.value)).toBeCloseTo(after, 2);
    expect(Number(year?.figure?.low)).toBeLessThanOrEqual(after);
    expect(Number(year?.figure?.high)).toBeGreaterThanOrEqual(after);
    // A tenth of the way to 10 % less.
    expect(Number(year?.required)).toBeCloseTo(before * 0.99, 1);
    expect(year).toMatchObject({ position: 'on-path', reason: null });
  });

  it('is behind a path that requires more than the whole interval', async () => {
    expect((await targetOf(await set('emissions', 2026, '0')))?.years[0]).toMatchObject({ position: 'behind' });
  });

  it('cannot be said while a ledger of the base year is incomplete, and names the municipality', async () => {
    const region = (await targetOf(await set('emissions', 2030, '1000', null)))!;
    expect(region.base.incomplete.map(({ id }) => id)).toEqual([parties.buyers[1]!.organisationId]);
    expect(region.years[0]).toMatchObject({ position: null, reason: 'incomplete' });
    expect(region.years[0]?.figure).not.toBeNull();
    expect(region.years[0]?.comparison.leftOut.map(({ id }) => id)).toEqual([parties.buyers[1]!.organisationId]);
  });

  it('per inhabitant cannot be said without a population', async () => {
    const id = await set('emissions-per-inhabitant', 2030, '1');
    expect((await targetOf(id))?.base).toMatchObject({ figure: null, reason: 'no-population' });
    await manager
      .post('/municipalities/population', { year: 2025, source: 'SSB', figures: [{ buyerId, inhabitants: 100 }] })
      .expect(204);
    const { base, years } = (await targetOf(id))!;
    expect(Number(base.figure?.value)).toBeCloseTo((await kgOf('2025-01', '2025-12')) / 100, 4);
    expect(Number(years[0]?.figure?.value)).toBeCloseTo((await kgOf('2026-01', '2026-03')) / 100, 4);
  });

  it('per krone has the same intensity for the same purchases, and shares have no interval', async () => {
    const perKrone = (await targetOf(await set('emissions-per-krone', 2030, '0.001')))!;
    expect(Number(perKrone.base.figure?.value)).toBeCloseTo((await kgOf('2025-01', '2025-12')) / 1_440_000, 8);
    expect(Number(perKrone.years[0]?.figure?.value)).toBeCloseTo((await kgOf('2026-01', '2026-03')) / 216_000, 8);
    for (const kind of ['share-by-item', 'share-declared'] as const) {
      const { years } = (await targetOf(await set(kind, 2030, '0.5')))!;
      expect(Number(years[0]?.figure?.value)).toBe(0);
      expect(years[0]).toMatchObject({ position: 'behind', figure: { low: null, high: null } });
      expect(Number(years[0]?.required)).toBeCloseTo(0.1, 6);
    }
  });
});

describe('targets', () => {
  it('are shown to the municipality, which can set none, and end with a reason', async () => {
    const [own, region] = [await set('emissions', 2030, '1'), await set('emissions', 2030, '1', null)];
    expect(await targetOf(own, buyer)).toBeDefined();
    expect(await targetOf(region, buyer)).toBeUndefined();
    await buyer.post(`/targets/${own}/end`, { reason: 'Nei.' }).expect(403);
    await manager.post(`/targets/${own}/end`, { reason: ' ' }).expect(400);
    await manager.post(`/targets/${own}/end`, { reason: 'Nytt mål.' }).expect(204);
    await manager.post(`/targets/${own}/end`, { reason: 'Nytt mål.' }).expect(404);
    expect(await targetOf(own)).toBeUndefined();
    const acts = await stand.asOwner<{ act: string }>(
      'select act from platform.audit_entry where subject_id = $1 order by at, id',
      [own],
    );
    expect(acts.map(({ act }) => act)).toEqual(['insight.target-set', 'insight.target-ended']);
  });

  it('are refused with every field that is wrong', async () => {
    const { body } = await manager
      .post('/targets', {
        buyerId: parties.suppliers[0]!.organisationId,
        kind: 'share-by-item',
        baseYear: 2030,
        targetYear: 2030,
        targetValue: '2',
        path: [{ year: 2031, value: '0.2' }],
        note: '',
      })
      .expect(400);
    expect(body.issues.map(({ path }: { path: string }) => path)).toEqual([
      'buyerId',
      'baseYear',
      'targetYear',
      'targetValue',
      'path.0',
    ]);
  });
});

describe('pathValues', () => {
  it('is a straight line between the typed values', () => {
    const values = pathValues({
      baseYear: 2025,
      baseValue: '100',
      targetYear: 2030,
      targetValue: '40',
      typed: [{ year: 2027, value: '90' }],
    });
    expect(values.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
    expect(values.map(({ value }) => Math.round(Number(value) * 100) / 100)).toEqual([95, 90, 73.33, 56.67, 40]);
  });
});
