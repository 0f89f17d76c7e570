import type { CalculatedFigures } from './figures/calculate.ts';
import { fetchFigures, differences, queryOf, type FigureSource } from './figures/asking.ts';
import { readClasses, compareAccountClasses, sizeOf } from './figures/by-class.ts';
import { verifyFigures } from './figures/assert-figures.ts';
import { openFigureSource } from './figures/query-world.ts';
import { createWorld, type LoadedWorld } from './create-world.ts';

/**
 * The light demo world by default. `WORLD_PROFILE=full WORLD_SEEDS=1 npm test -- test/corpus/one-figure.spec.ts` uses a
 * full one.
 */
const seed = Number((process.env['WORLD_SEEDS'] ?? '1').split(',')[0]);
const profile = process.env['WORLD_PROFILE'] === 'full' ? 'full' : 'light';

jest.setTimeout(profile === 'light' ? 900_000 : 14_400_000);

let world: LoadedWorld;
let asking: FigureSource & { close(): Promise<void> };

beforeAll(async () => {
  world = await createWorld(profile, seed);
  asking = await openFigureSource(world);
});
afterAll(async () => {
  await asking?.close();
  await world?.close();
});

describe(`the loaded ${profile} demo world ${seed}, reckoned anew from raw rows`, () => {
  it('contains every difficulty', () => {
    const { shares }: CalculatedFigures = asking.reckoned;
    const shared = Map.groupBy(
      shares.filter(({ reported }) => reported !== null),
      ({ line }) => line.place,
    );
    expect([...shared.values()].filter((parts) => parts.length > 1).length).toBeGreaterThan(100);
    expect(shares.filter(({ amount }) => amount < 0n).length).toBeGreaterThan(10);
  });

  it('gives one figure each for operating and investment, and none for unknown accounts', async () => {
    const classes = await readClasses(asking.query);
    expect([
      sizeOf(asking.reckoned, classes, 'operating') > 1_000_000n,
      sizeOf(asking.reckoned, classes, 'investment') > 1_000_000n,
    ]).toEqual([true, true]);
    expect(
      differences(
        await compareAccountClasses(
          { ask: (address) => fetchFigures(asking, address), queryOf },
          asking.reckoned,
          classes,
        ),
      ),
    ).toEqual([]);
  });

  verifyFigures(() => asking);
});
