import fc from 'fast-check';
import { isMostChanged } from './follow-runs.ts';

describe('limit of changed lines from which all lines are read', () => {
  it('is a quarter of the table above 5,000 lines, and 100,000 lines in any table', async () => {
    const nearLimits = fc.oneof(
      ...[0, 5_000, 100_000, 200_000].map((at) => fc.integer({ min: Math.max(0, at - 3), max: at + 3 })),
      fc.integer({ min: 0, max: 250_000 }),
    );
    await fc.assert(
      fc.asyncProperty(nearLimits, fc.integer({ min: -3, max: 3 }), fc.boolean(), async (changed, off, isEmpty) => {
        const rows = isEmpty ? 0 : Math.max(0, changed * 4 + off);
        const limits: number[] = [];
        const isMost = await isMostChanged(changed, (limit) => {
          limits.push(limit);
          return Promise.resolve(Math.min(rows, limit));
        });
        expect(isMost).toBe(changed > 100_000 || (changed > 5_000 && changed > rows / 4));
        // The rows are counted only if they decide, and no more of them than needed.
        expect(limits).toEqual(changed > 5_000 && changed <= 100_000 ? [changed * 4] : []);
      }),
      { numRuns: 500 },
    );
  });
});
