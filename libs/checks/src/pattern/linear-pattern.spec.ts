import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { LinearPattern } from './linear-pattern.ts';

const compile = (source: string): LinearPattern => {
  const pattern = LinearPattern.compile(source);
  if (!(pattern instanceof LinearPattern)) throw new Error(`${source}: ${pattern}`);
  return pattern;
};
/** Returns the result of the JavaScript engine for the whole text. */
const native = (source: string, text: string): boolean => new RegExp(`^(?:${source})$`, 'u').test(text);

const NATIVE_MS_MAX = 1000;

/** The same for a generated pattern; undefined where the engine, which tries all ways, would go on for years. */
function nativeInTime(source: string, text: string): boolean | undefined {
  try {
    return runInNewContext(
      'new RegExp(source, "u").test(text)',
      { source: `^(?:${source})$`, text },
      {
        timeout: NATIVE_MS_MAX,
      },
    ) as boolean;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}

const atom = fc.constantFrom(
  'a',
  'b',
  '1',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '[ab]',
  '[^a]',
  '[a-c1\\]]',
  '\\.',
  '\\p{L}',
  '\\u{1F600}',
  '\\x61',
  'æ',
  '^',
  '$',
);
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{0,2}?', '{2,}', '*?');
const { pattern: generated } = fc.letrec<{ pattern: string; sequence: string; part: string }>((tie) => ({
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((each) => each.join('|')),
  sequence: fc.array(tie('part'), { maxLength: 3 }).map((each) => each.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, quantifier).map(([one, times]) => (/^[\^$]$/.test(one) ? one : one + times)),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'), quantifier)
      .map(([open, inside, times]) => `${open}${inside})${times}`),
  ),
}));
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '1', ' ', '.', '\n', 'æ', '😀', ']'), { maxLength: 8 })
  .map((each) => each.join(''));

describe('LinearPattern', () => {
  it('agrees with the JavaScript engine on generated patterns and texts', () => {
    fc.assert(
      fc.property(generated, fc.array(text, { minLength: 1, maxLength: 8 }), (source, texts) => {
        const pattern = LinearPattern.compile(source);
        if (!(pattern instanceof LinearPattern)) return; // a duplicate group name, or too large
        for (const each of texts) {
          const result = pattern.test(each);
          const expected = nativeInTime(source, each);
          if (expected === undefined) return; // the other texts would take as long
          expect([source, each, result]).toEqual([source, each, expected]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['F\\d+', '[A-ZÆØÅ]{2}-\\d{4}(?:-\\d{1,3})?', '(?:NO)?\\d{9}(?:MVA)?', '\\d{4}-(0[1-9]|1[0-2])', 'A|', ''])(
    'agrees with the JavaScript engine on %s',
    (source) => {
      const pattern = compile(source);
      for (const each of [
        '',
        'A',
        'F12',
        'F',
        'ÆB-1234',
        'ÆB-1234-12',
        'NO123456789MVA',
        '123456789',
        '2026-01',
        '2026-13',
      ])
        expect([each, pattern.test(each)]).toEqual([each, native(source, each)]);
    },
  );

  it.each(['(a+)+', '(a|a)*', '(a|aa)+b', '(a*)*b', '(.*a){8}', '(\\w+\\s?)+!'])(
    'tries the same number of atoms for each further character of a hostile text: %s',
    (source) => {
      const triedFor = (length: number): number => {
        const pattern = compile(source);
        pattern.test(`${'a'.repeat(length)}!?`);
        return pattern.tried;
      };
      expect(triedFor(64_000)).toBeLessThanOrEqual(triedFor(1_000) + 64);
    },
  );

  it('tries a bounded number of atoms for each character when every text leads to a new state', () => {
    const pattern = compile('(a|b)*a(a|b){90}');
    const hostile = Array.from({ length: 20_000 }, (_, at) => ((at * at + (at >> 3)) % 3 === 0 ? 'a' : 'b')).join('');
    pattern.test(hostile);
    expect(pattern.tried).toBeLessThan(400 * hostile.length);
  });

  it.each([
    ['(', 'invalid'],
    ['a)|(b', 'invalid'],
    ['(?=a)a', 'unsupported'],
    ['(?<!a)b', 'unsupported'],
    ['(a)\\1', 'unsupported'],
    ['\\bord\\b', 'unsupported'],
    ['a{1000}', 'too-large'],
    ['((a{30}){30}){30}', 'too-large'],
    ['a'.repeat(501), 'too-large'],
  ])('rejects %s as %s', (source, problem) => {
    expect(LinearPattern.compile(source)).toBe(problem);
  });
});
