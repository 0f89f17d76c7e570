import type { Reckoned } from './figures/reckon.ts';
import { ask, differences, queryOf, type Asking } from './figures/asking.ts';
import { readClasses, saidOfClasses, sizeOf } from './figures/by-class.ts';
import { holdFigures } from './figures/hold-figures.ts';
import { askWorld } from './figures/ask-world.ts';
import { standWorld, type LoadedWorld } from './stand-world.ts';

/**
 * The light demo world by default. `WORLD_PROFILE=full WORLD_SEEDS=1 npm test -- test/corpus/one-figure.spec.ts` uses a
 * full one.
 */
const seed = Number((process.env['WORLD_SEEDS'] ?? '1').split(',')[0]);
const profile = process.env['WORLD_PROFILE'] === 'full' ? 'full' : 'light';

jest.setTimeout(profile === 'light' ? 900_000 : 14_400_000);

let world: LoadedWorld;
let asking: Asking & { close(): Promise<void> };

beforeAll(async () => {
  world = await standWorld(profile, seed);
  asking = await askWorld(world);
});
afterAll(async () => {
  await asking?.close();
  await world?.close();
});

describe(`the loaded ${profile} demo world ${seed}, reckoned anew from raw rows`, () => {
  it('contains every difficulty', () => {
    const { shares }: Reckoned = asking.reckoned;
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
      differences(await saidOfClasses({ ask: (address) => ask(asking, address), queryOf }, asking.reckoned, classes)),
    ).toEqual([]);
  });

  holdFigures(() => asking);
});
