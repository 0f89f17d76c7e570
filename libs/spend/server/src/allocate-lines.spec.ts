import fc from 'fast-check';
import { unscaled } from '@tallgrunn/values';
import { allocateLines } from './allocate-lines.ts';

const posted = (...amounts: string[]) => amounts.map((amount, at) => ({ batchId: 'b', lineNo: at + 1, amount }));
const invoiced = (...amounts: string[]) => amounts.map((amount, at) => ({ lineNo: at + 1, amount }));
const allocated = (postings: string[], lines: string[]) =>
  [...allocateLines(posted(...postings), invoiced(...lines))].map(([posting, own]) => [
    posting.amount,
    own.map((line) => line.lineNo).sort(),
  ]);

describe('allocateLines', () => {
  it('allocates all lines to a single posting', () =>
    expect(allocated(['100.00'], ['60.00', '30.00'])).toEqual([['100.00', [1, 2]]]));

  it('allocates lines to the posting they add up to', () => {
    expect(allocated(['80.00', '25.00', '15.50'], ['50.00', '15.50', '30.00', '25.00'])).toEqual([
      ['80.00', [1, 3]],
      ['25.00', [4]],
      ['15.50', [2]],
    ]);
  });

  it('leaves the freight of a long invoice to its own posting', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `${1000 + at * 37}.${10 + at}`);
    const goods = lines.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
    const found = allocated([(goods / 100).toFixed(2), '371.00'], ['371.00', ...lines]);
    expect(found[1]).toEqual(['371.00', [1]]);
    expect(found[0]?.[1]).toHaveLength(40);
  });

  it('allocates lines that match no posting to the one with the largest unexplained amount', () => {
    expect(allocated(['80.00', '25.00'], ['70.00', '25.00', '9.00'])).toEqual([
      ['80.00', [1, 3]],
      ['25.00', [2]],
    ]);
    expect(allocated(['-80.00', '-25.00'], ['-80.00', '-25.00'])).toEqual([
      ['-80.00', [1]],
      ['-25.00', [2]],
    ]);
  });

  it('allocates each line to exactly one posting, for any amounts', () => {
    const amounts = fc.array(
      fc.integer({ min: -1000, max: 100_000 }).map((ore) => unscaled(ore, 2)),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(amounts, amounts, (postings, lines) => {
        const all = [...allocateLines(posted(...postings), invoiced(...lines)).values()]
          .flat()
          .map((line) => line.lineNo);
        expect(all.sort((a, b) => a - b)).toEqual(lines.map((_, at) => at + 1));
      }),
    );
  });
});
