import fc from 'fast-check';
import { subsetsWithSum } from './sets-that-make.ts';

/** Returns all sets by brute force. */
const all = (
  ore: number,
  amounts: readonly number[],
  mustBe: readonly boolean[],
  room: (size: number) => number,
): string[] =>
  Array.from({ length: 2 ** amounts.length }, (_, bits) =>
    amounts.flatMap((_amount, at) => (bits & (1 << at) ? [at] : [])),
  )
    .filter(
      (set) =>
        set.length > 0 &&
        mustBe.every((must, at) => !must || set.includes(at)) &&
        Math.abs(set.reduce((sum, at) => sum + (amounts[at] ?? 0), 0) - ore) <= room(set.length),
    )
    .map((set) => set.join(' '))
    .toSorted();

describe('subsets with a given sum', () => {
  it('equal those of a brute-force search', () => {
    const drawn = fc.array(
      fc.record({
        amount: fc.integer({ min: -3_000, max: 20_000 }),
        must: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
      }),
      { minLength: 1, maxLength: 11 },
    );
    fc.assert(
      fc.property(
        drawn,
        fc.integer({ min: 0, max: 2 ** 11 }),
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 4 }),
        (each, bits, off, least, perEach) => {
          const room = (size: number) => least + perEach * size;
          const [amounts, mustBe] = [each.map(({ amount }) => amount), each.map(({ must }) => must)];
          const ore = amounts.filter((_, at) => bits & (1 << at)).reduce((sum, amount) => sum + amount, 0) + off;
          const expected = all(ore, amounts, mustBe, room);
          const found = subsetsWithSum(ore, amounts, mustBe, room)
            .map((set) => set.join(' '))
            .toSorted();
          expect(found.every((set) => expected.includes(set))).toBe(true);
          expect(found).toHaveLength(Math.min(32, expected.length));
        },
      ),
      { numRuns: 400 },
    );
  });
});
