import fc from 'fast-check';
import type { FigureSource } from './figures/asking.ts';
import { verifyFigures } from './figures/assert-figures.ts';
import { createDrawnWorld } from './drawn/stand-drawn-world.ts';

jest.setTimeout(900_000);

/** New worlds with each commit. `FIGURE_SEEDS=7,8 npm test -- test/corpus/drawn-figures.spec.ts` fixes the seeds. */
const seeds =
  process.env['FIGURE_SEEDS']?.split(',').map(Number) ?? fc.sample(fc.noBias(fc.integer({ min: 1, max: 999_999 })), 2);

describe.each(seeds)('the drawn world of FIGURE_SEEDS=%i, calculated independently from raw rows', (seed) => {
  let asking: FigureSource & { close(): Promise<void> };
  beforeAll(async () => {
    asking = await createDrawnWorld(seed);
  });
  afterAll(() => asking?.close());

  it('contains every difficulty', () => {
    const { rows, reckoned } = asking;
    const parts = Map.groupBy(
      reckoned.shares.filter(({ reported }) => reported !== null),
      ({ line }) => line.place,
    );
    expect([...parts.values()].some((each) => each.length > 1)).toBe(true);
    expect(rows.booked.some(({ net }) => net === null)).toBe(true);
    expect(reckoned.shares.some(({ amount }) => amount < 0n)).toBe(true);
    expect(rows.booked.some(({ currency }) => currency !== 'NOK')).toBe(true);
  });

  verifyFigures(() => asking);
});
