import fc from 'fast-check';
import {
  changeOf,
  intervalOf,
  levelOf,
  naiveIntervalOf,
  type ChangedGroup,
  type FactorGroup,
} from './propagate-uncertainty.ts';

const group = (key: string, kg: number, gsdFactor: number, lines = 1, gsdQuantity = 1): FactorGroup => ({
  key,
  kg,
  lines,
  gsdFactor,
  gsdQuantity,
});

/** Calculated by hand: ln²1.15 = 0.019533, ln²1.4 = 0.113214, ln²1.9 = 0.411977. */
const vector = [group('a', 500, 1.15, 2000, 1.03), group('b', 800, 1.4, 6000, 1.05), group('c', 1200, 1.9, 500, 1.02)];

describe('uncertainty of a total', () => {
  it('is calculated per group with a shared factor: 2,500 t lies between 1,183 and 4,671', () => {
    const { kg, low, high, sigma } = intervalOf(vector);
    expect([kg, Math.round(low), Math.round(high)]).toEqual([2500, 1183, 4671]);
    expect(sigma).toBeCloseTo(0.35, 3);
    expect(levelOf(intervalOf(vector))).toBe('middle');
  });

  it('would be falsely narrow with independent lines', () => {
    const { low, high } = naiveIntervalOf(vector);
    expect(Math.abs(low - 2426)).toBeLessThan(1);
    expect(Math.abs(high - 2577)).toBeLessThan(1);
  });

  it('of one group is the spread of its factor around a mean above the median', () => {
    const { low, high } = intervalOf([group('a', 100, 1.4)]);
    const sigma = Math.log(1.4);
    expect(low).toBeCloseTo(100 * Math.exp(-(sigma ** 2) / 2 - 1.96 * sigma), 8);
    expect(high).toBeCloseTo(100 * Math.exp(-(sigma ** 2) / 2 + 1.96 * sigma), 8);
  });

  it('is calculated for credit notes too', () => {
    const { low, high, sigma } = intervalOf([group('a', -10, 1.4)]);
    expect(low).toBeLessThan(-10);
    expect(high).toBeGreaterThan(-10);
    expect(sigma).toBeNull();
  });
});

/** Two periods with factors for the item itself. */
const compareGroups = (before: readonly FactorGroup[], after: readonly FactorGroup[]): ChangedGroup[] =>
  [...new Set([...before, ...after].map(({ key }) => key))].map((key) => {
    const [a, b] = [before.find((each) => each.key === key), after.find((each) => each.key === key)];
    const [from, to] = [a?.kg ?? 0, b?.kg ?? 0];
    return {
      key,
      before: from,
      after: to,
      linesBefore: a?.lines ?? 0,
      linesAfter: b?.lines ?? 0,
      beforeSquared: from ** 2,
      bothMultiplied: from * to,
      afterSquared: to ** 2,
      gsdFactor: Math.max(a?.gsdFactor ?? 1, b?.gsdFactor ?? 1),
      gsdQuantity: Math.max(a?.gsdQuantity ?? 1, b?.gsdQuantity ?? 1),
      isOfSeveral: false,
    };
  });

/** A factor that is an average over products, with the kg of each product in both periods. */
const groupOfItems = (
  things: readonly { readonly before: number; readonly after: number }[],
  gsdFactor: number,
): ChangedGroup => {
  const sum = (of: (thing: { readonly before: number; readonly after: number }) => number) =>
    things.reduce((total, thing) => total + of(thing), 0);
  return {
    key: 'average',
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    linesBefore: 100,
    linesAfter: 100,
    gsdFactor,
    gsdQuantity: 1.03,
    isOfSeveral: true,
    beforeSquared: sum(({ before }) => before ** 2),
    bothMultiplied: sum(({ before, after }) => before * after),
    afterSquared: sum(({ after }) => after ** 2),
  };
};

describe('change between two periods', () => {
  it('is certain for a tenth with the same factor, although each year alone is not', () => {
    const fall = changeOf(compareGroups([group('a', 1000, 1.9, 500, 1.02)], [group('a', 900, 1.9, 500, 1.02)]));
    expect(fall).toMatchObject({ difference: -100, verdict: 'fall' });
    expect(changeOf(compareGroups([group('a', 900, 1.9, 500, 1.02)], [group('a', 1000, 1.9, 500, 1.02)])).verdict).toBe(
      'rise',
    );
    const [before, after] = [intervalOf([group('a', 1000, 1.9)]), intervalOf([group('a', 900, 1.9)])];
    expect(before.low).toBeLessThan(after.high);
  });

  it('is unclear with another factor', () => {
    expect(changeOf(compareGroups([group('a', 1000, 1.9)], [group('b', 900, 1.9)]))).toMatchObject({
      verdict: 'unclear',
    });
  });

  it('is unclear when amounts without a figure could reverse it', () => {
    const verdictOf = (from: number, to: number, unweighed: number) =>
      changeOf(compareGroups([group('a', from, 1.9, 500, 1.02)], [group('a', to, 1.9, 500, 1.02)]), { unweighed })
        .verdict;
    expect([verdictOf(1000, 500, 50), verdictOf(1000, 500, 900), verdictOf(1000, 500, -900)]).toEqual([
      'fall',
      'unclear',
      'fall',
    ]);
    expect([verdictOf(500, 1000, -50), verdictOf(500, 1000, -900), verdictOf(500, 1000, 900)]).toEqual([
      'rise',
      'unclear',
      'rise',
    ]);
  });

  it('is unclear as a rise when higher prices may explain it, but certain as a fall', () => {
    const verdictOf = (from: number, to: number, prices: number) =>
      changeOf(compareGroups([group('a', from, 1.9, 500, 1.02)], [group('a', to, 1.9, 500, 1.02)]), { prices }).verdict;
    expect([
      verdictOf(1000, 1050, 0),
      verdictOf(1000, 1050, 100),
      verdictOf(1000, 1500, 100),
      verdictOf(1000, 950, 100),
    ]).toEqual(['rise', 'unclear', 'rise', 'fall']);
  });

  it('is unclear when another factor for the same items may explain it', () => {
    const verdictOf = (from: number, to: number, otherwise: number) =>
      changeOf(compareGroups([group('a', from, 1.9, 500, 1.02)], [group('a', to, 1.9, 500, 1.02)]), { otherwise })
        .verdict;
    expect([
      verdictOf(1000, 500, -600),
      verdictOf(1000, 500, 600),
      verdictOf(500, 1000, 600),
      verdictOf(500, 1000, -600),
    ]).toEqual(['unclear', 'fall', 'unclear', 'rise']);
  });

  it('is unclear when booking in another period than the purchase may explain it', () => {
    const verdictOf = (from: number, to: number, shifted: number) =>
      changeOf(compareGroups([group('a', from, 1.9, 500, 1.02)], [group('a', to, 1.9, 500, 1.02)]), { shifted })
        .verdict;
    expect([
      verdictOf(1000, 500, -600),
      verdictOf(1000, 500, 600),
      verdictOf(500, 1000, 600),
      verdictOf(500, 1000, -600),
    ]).toEqual(['unclear', 'fall', 'unclear', 'rise']);
  });

  it('is unclear when amounts of an adjacent period could reverse it', () => {
    const verdictOf = (from: number, to: number, undated: number) =>
      changeOf(compareGroups([group('a', from, 1.9, 500, 1.02)], [group('a', to, 1.9, 500, 1.02)]), { undated })
        .verdict;
    expect([
      verdictOf(1000, 500, 0),
      verdictOf(1000, 500, 600),
      verdictOf(500, 1000, 0),
      verdictOf(500, 1000, 600),
    ]).toEqual(['fall', 'unclear', 'rise', 'unclear']);
  });

  it('has an interval from the amounts that moved between groups', () => {
    const moved = () =>
      changeOf(
        compareGroups([group('a', 1000, 1.5), group('b', 100, 1.5)], [group('a', 900, 1.5), group('b', 190, 1.5)]),
      );
    const { low, high, verdict } = moved();
    // A normal distribution would give -10 ± 1.96 × √(100² + 90²) × 0.423 = -121 to 101; relative to a total with the
    // same error it is narrower.
    expect(low).toBeLessThan(-60);
    expect(high).toBeGreaterThan(60);
    expect(moved()).toEqual({ low, high, verdict, before: 1100, after: 1090, difference: -10 });
    expect(verdict).toBe('unclear');
  });

  it('is certain with an average factor for the same items, and unclear for different items', () => {
    const same = [
      { before: 500, after: 450 },
      { before: 500, after: 450 },
    ];
    const others = [
      { before: 1000, after: 0 },
      { before: 0, after: 900 },
    ];
    expect(changeOf([groupOfItems(same, 1.8)]).verdict).toBe('fall');
    expect(changeOf([groupOfItems(others, 1.8)]).verdict).toBe('unclear');
    expect(changeOf([{ ...groupOfItems(others, 1.8), isOfSeveral: false }]).verdict).toBe('fall');
    const many = Array.from({ length: 400 }, (_, at) =>
      at % 2 === 0 ? { before: 5, after: 0 } : { before: 0, after: 4 },
    );
    expect(changeOf([groupOfItems(many, 1.8)]).verdict).toBe('fall');
  });

  it('never has a fall larger than the total before', () => {
    const positive = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      kg: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      lines: fc.integer({ min: 1, max: 500 }),
      gsdFactor: fc.double({ min: 1, max: 3, noNaN: true }),
      gsdQuantity: fc.double({ min: 1, max: 1.2, noNaN: true }),
    });
    const groups = fc.uniqueArray(positive, { minLength: 1, maxLength: 4, selector: ({ key }) => key });
    fc.assert(
      fc.property(groups, groups, (before, after) => {
        const change = changeOf(compareGroups(before, after));
        expect(change.low).toBeGreaterThanOrEqual(-change.before);
        expect(change.low).toBeLessThanOrEqual(change.high);
      }),
      { numRuns: 15 },
    );
  });

  it('never has a fall larger than the total before with credit notes, while something remains', () => {
    const signed = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      kg: fc.double({ min: -1e5, max: 1e6, noNaN: true }),
      lines: fc.integer({ min: 1, max: 50 }),
      gsdFactor: fc.double({ min: 1, max: 3, noNaN: true }),
      gsdQuantity: fc.double({ min: 1, max: 1.2, noNaN: true }),
    });
    const groups = fc.uniqueArray(signed, { minLength: 1, maxLength: 4, selector: ({ key }) => key });
    fc.assert(
      fc.property(groups, groups, (before, after) => {
        const change = changeOf(compareGroups(before, after));
        fc.pre(change.before > 0 && change.after >= 0);
        expect(change.low).toBeGreaterThanOrEqual(-change.before);
      }),
      { numRuns: 15 },
    );
  });

  it('covers the true relative change at the stated rate', () => {
    // New errors per trial: a factor has the same error in both periods, each quantity its own.
    let seed = 7;
    const uniform = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) + 0.5) / 2 ** 32;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const trials = 60;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const truth = ['a', 'b', 'c'].map((key) => ({
        key,
        before: 100 + 900 * uniform(),
        after: 50 + 900 * uniform(),
        gsd: 1.2 + uniform(),
      }));
      const stated = truth.map(({ key, before, after, gsd }) => {
        const error = Math.exp(Math.log(gsd) * normal());
        return { key, before: before * error, after: after * error, gsd };
      });
      const change = changeOf(
        compareGroups(
          stated.map(({ key, before, gsd }) => group(key, before, gsd, 100, 1.03)),
          stated.map(({ key, after, gsd }) => group(key, after, gsd, 100, 1.03)),
        ),
      );
      const total = (of: 'before' | 'after') => truth.reduce((sum, one) => sum + one[of], 0);
      const trueChange = change.before * (total('after') / total('before') - 1);
      if (trueChange >= change.low && trueChange <= change.high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.85); // 95 %, within three standard errors of 60 trials
  });

  it('covers the truth with an average factor when each item differs from it', () => {
    let seed = 11;
    const uniform = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) + 0.5) / 2 ** 32;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const trials = 60;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const gsd = 1.3 + 0.6 * uniform();
      const things = Array.from({ length: 2 + Math.floor(20 * uniform()) }, () => ({
        before: uniform() < 0.4 ? 0 : 100 * uniform(),
        after: uniform() < 0.4 ? 0 : 100 * uniform(),
        truly: Math.exp(Math.log(gsd) * normal()),
      }));
      things.push({ before: 50, after: 50, truly: 1 });
      const change = changeOf([groupOfItems(things, gsd)]);
      const total = (of: 'before' | 'after') => things.reduce((sum, one) => sum + one[of] * one.truly, 0);
      const trueChange = change.before * (total('after') / total('before') - 1);
      if (trueChange >= change.low && trueChange <= change.high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.85);
  });
});
