import fc from 'fast-check';
import { FirstSeen, hash64 } from './compact-set.ts';

describe('where a text was first seen', () => {
  it('agrees with a map, whatever comes', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
      const seen = new FirstSeen();
      const map = new Map<string, number>();
      texts.forEach((text, row) => {
        expect(seen.seen(text, 1, row)?.row ?? null).toBe(map.get(text) ?? null);
        if (!map.has(text)) map.set(text, row);
      });
    }));
  });

  it('tells 200,000 texts apart', () => {
    const seen = new FirstSeen();
    for (let row = 0; row < 200_000; row += 1) if (seen.seen(`row ${row}`, 0, row)) throw new Error(`collision at ${row}`);
    expect(seen.seen('row 7', 0, 1)).toEqual({ sheet: 0, row: 7 });
  });

  it('depends on every character', () => expect(hash64('ab')).not.toEqual(hash64('ba')));
});
