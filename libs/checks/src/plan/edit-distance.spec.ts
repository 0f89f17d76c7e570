import fc from 'fast-check';
import { editDistance } from './edit-distance.ts';

describe('edit distance', () => {
  it.each([
    ['kongsvinger', 'kongvsinger', 1],
    ['grue', 'grue', 0],
    ['eidskog', 'eidsskog', 1],
    ['asnes', 'valer', 3],
  ])('%s to %s is %i', (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8));
      }),
    );
  });
});
