import fc from 'fast-check';
import { formatShare } from './format.ts';
import { roundedShares } from './rounded-shares.ts';

const written = (values: readonly number[], decimals?: number) =>
  roundedShares(values, decimals).map((share) => formatShare(String(share), 'nb', decimals).replace(/\s/g, ' '));

describe('shares that add up', () => {
  it('gives what rounding leaves to the largest remainders', () => {
    expect(written([1, 1, 1])).toEqual(['33,4 %', '33,3 %', '33,3 %']);
    expect(written([1, 1, 1], 0)).toEqual(['34 %', '33 %', '33 %']);
    // Rounded one by one these are 0.1 too much.
    expect(written([1_055, 5_465, 3_480])).toEqual(['10,6 %', '54,6 %', '34,8 %']);
  });

  it('does not write a part as nothing or as everything', () => {
    expect(written([1, 99_999])).toEqual(['under 0,1 %', 'over 99,9 %']);
    expect(written([0, 5])).toEqual(['0 %', '100 %']);
    expect(written([0, 0])).toEqual(['0 %', '0 %']);
    expect(written([-3, 4])).toEqual(['0 %', '100 %']);
  });

  it('adds up, and is never a whole step from the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 2 }),
        (values, decimals) => {
          const total = values.reduce((sum, value) => sum + value, 0);
          fc.pre(total > 0);
          const step = 1 / (100 * 10 ** decimals);
          const shares = roundedShares(values, decimals);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
          shares.forEach((share, at) => expect(Math.abs(share - values[at]! / total)).toBeLessThan(step + 1e-8));
        },
      ),
    );
  });
});
