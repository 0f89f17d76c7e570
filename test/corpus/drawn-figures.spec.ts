import { randomInt } from 'node:crypto';
import type { Asking } from './figures/asking.ts';
import { holdFigures } from './figures/hold-figures.ts';
import { standDrawnWorld } from './drawn/stand-drawn-world.ts';

jest.setTimeout(900_000);

/** Other worlds each time; `FIGURE_SEEDS=7,8 npm test -- test/corpus/drawn-figures.spec.ts` takes these. */
const seeds = process.env['FIGURE_SEEDS']?.split(',').map(Number) ?? [randomInt(2 ** 31), randomInt(2 ** 31)];

describe.each(seeds)('the drawn world of FIGURE_SEEDS=%i, reckoned anew from raw rows', (seed) => {
  let asking: Asking & { close(): Promise<void> };
  beforeAll(async () => {
    asking = await standDrawnWorld(seed);
  });
  afterAll(() => asking?.close());

  it('has something of everything that can go wrong', () => {
    const { rows, reckoned } = asking;
    const parts = Map.groupBy(reckoned.shares.filter(({ reported }) => reported !== null), ({ line }) => line.place);
    expect([...parts.values()].some((each) => each.length > 1)).toBe(true);
    expect(rows.booked.some(({ net }) => net === null)).toBe(true);
    expect(reckoned.shares.some(({ amount }) => amount < 0n)).toBe(true);
    expect(rows.booked.some(({ currency }) => currency !== 'NOK')).toBe(true);
  });

  holdFigures(() => asking);
});
