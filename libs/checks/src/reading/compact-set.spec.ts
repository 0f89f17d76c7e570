import fc from 'fast-check';
import { FirstOccurrences, PartsHash } from './compact-set.ts';

const hash = new PartsHash();
const of = (...parts: (string | number)[]): PartsHash => {
  hash.begin();
  for (const part of parts) void (typeof part === 'string' ? hash.text(part) : hash.number(part));
  return hash;
};
const both = (...parts: (string | number)[]): string => `${of(...parts).high} ${of(...parts).low}`;

describe('the first occurrence of a text', () => {
  it('agrees with a map, whatever the input', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 })), (texts) => {
        const seen = new FirstOccurrences();
        const map = new Map<string, number>();
        texts.forEach((text, row) => {
          expect(seen.findOrRecord(of(text), 1, row)?.row ?? null).toBe(map.get(text) ?? null);
          if (!map.has(text)) map.set(text, row);
        });
      }),
    );
  });

  it('distinguishes 200,000 lines', () => {
    const seen = new FirstOccurrences();
    for (let row = 0; row < 200_000; row += 1)
      if (seen.findOrRecord(of('row', row % 10, String(row)), 0, row)) throw new Error(`collision at ${row}`);
    expect(seen.findOrRecord(of('row', 7, '7'), 0, 1)).toEqual({ sheet: 0, row: 7 });
  });

  it('distinguishes numbers, however close, and treats 0 and -0 as equal', () => {
    const seen = new FirstOccurrences();
    for (let row = 0; row < 200_000; row += 1)
      if (seen.findOrRecord(of(row / 100, 1), 0, row)) throw new Error(`collision at ${row}`);
    expect(both(0, 1)).toBe(both(-0, 1));
    expect(both(NaN)).toBe(both(NaN));
    expect(both(1, 2)).not.toBe(both(2, 1));
  });

  it('depends on all characters and on the ends of parts', () => {
    expect(new Set([both('ab'), both('ba'), both('a', 'b'), both('ab', ''), both('', 'ab')]).size).toBe(5);
  });
});
