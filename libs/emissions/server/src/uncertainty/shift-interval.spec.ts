import fc from 'fast-check';
import { shiftInterval, type ShiftedUse } from './shift-interval.ts';

const use = (key: string, kg: number, gsdFactor: number, products = 1): ShiftedUse => ({
  key,
  kg,
  squared: kg ** 2 / products,
  gsdFactor,
  isOfSeveral: true,
});
const effectOf = (uses: readonly ShiftedUse[]) => uses.reduce((total, { kg }) => total + kg, 0);
const gsd = fc.double({ min: 1.01, max: 2.5, noNaN: true });
const kg = fc.double({ min: 1, max: 1e6, noNaN: true });

describe('interval of the effect of a planned shift', () => {
  it('is certain where the factors are far apart, and wider on the side of the larger factor', () => {
    const uses = [use('beef', -76_500, 1.3, 40), use('poultry', 22_500, 1.3, 40)];
    const { low, high } = shiftInterval(uses);
    expect(high).toBeLessThan(0);
    expect(effectOf(uses) - low).toBeGreaterThan(high - effectOf(uses));
  });

  it('is that of one lognormal factor where nothing is added', () => {
    const { low, high } = shiftInterval([{ ...use('a', -1000, 1.5), isOfSeveral: false }]);
    const sigma = Math.log(1.5);
    expect(low / -1000).toBeCloseTo(Math.exp(1.96 * sigma - sigma ** 2 / 2), 0);
    expect(high / -1000).toBeCloseTo(Math.exp(-1.96 * sigma - sigma ** 2 / 2), 1);
  });

  it('has no width for products with the same factor and the same deviation from it', () => {
    const same = [
      { ...use('a', -500, 2), isOfSeveral: false },
      { ...use('a', 500, 2), isOfSeveral: false },
    ];
    expect(shiftInterval(same)).toEqual({ low: 0, high: 0 });
  });

  it('contains the effect, grows with the factors’ deviation and shrinks with the number of products', () => {
    fc.assert(
      fc.property(kg, kg, gsd, gsd, fc.integer({ min: 2, max: 500 }), (removed, added, first, second, products) => {
        const of = (scale: number, count: number) =>
          shiftInterval([use('a', -removed, first * scale, count), use('b', added, second * scale, count)]);
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        const [few, many, wide] = [of(1, 1), of(1, products), of(1.5, 1)];
        const effect = added - removed;
        // The median of a lognormal is below its mean, so a mean lies within unless the deviation is extreme.
        const slack = 0.05 * (added + removed);
        expect(few.low - slack).toBeLessThanOrEqual(effect);
        expect(few.high + slack).toBeGreaterThanOrEqual(effect);
        expect(width(many)).toBeLessThanOrEqual(width(few) * 1.02);
        expect(width(wide)).toBeGreaterThanOrEqual(width(few) * 0.98);
      }),
      { numRuns: 60 },
    );
  });
});
