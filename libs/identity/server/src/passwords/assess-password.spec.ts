import fc from 'fast-check';
import { assessPassword, type PasswordWeakness } from './assess-password.ts';
import { norwegianWords } from './norwegian-words.ts';

const ownWords = [
  'Tallgrunn',
  'Finnskog Storkjøkken Engros',
  'Kongsvinger kommune',
  'Kari Nordmann',
  'kari@finnskog.example',
];
const assess = (password: string) => assessPassword(password, ownWords);
const LENGTH_MIN = 12;
const runs = { numRuns: 60, seed: 20_261_128 };

/** Expects all generated passwords to be rejected, although each meets the length rule. */
const expectRefused = (passwords: fc.Arbitrary<string>) =>
  fc.assert(
    fc.asyncProperty(
      passwords.filter((password) => [...password].length >= LENGTH_MIN),
      async (password) => expect([password, await assess(password)]).not.toEqual([password, null]),
    ),
    runs,
  );

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzæøå');
const word = fc.constantFrom(...norwegianWords.filter(({ length }) => length >= 4));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sign = fc.constantFrom('', '!', '!!', '.', '?', '#', '123', '1234');
const year = fc.integer({ min: 1940, max: 2035 }).map(String);

describe('assessPassword', () => {
  it.each<[string, PasswordWeakness]>([
    ['aaaaaaaaaaaa', 'repeated'],
    ['123456789012', 'common'],
    ['passordpassord', 'repeated'],
    ['Sommer2026!!', 'dated'],
    ['finnskogfinnskog', 'own-words'],
    ['solgløttsolgløtt', 'repeated'],
    ['Kongsvinger2026!', 'own-words'],
    ['Storkjokken-Finnskog', 'own-words'],
    ['qwertyuiopå1', 'common'],
    ['P@ssord123456', 'common'],
    ['abcdefghijklm', 'sequence'],
    ['KariNordmann1', 'own-words'],
    ['Tallgrunn-demo-2026', 'own-words'],
  ])('refuses %s as %s', async (password, weakness) => {
    expect(await assess(password)).toBe(weakness);
  });

  it('rejects every short repeated sequence', () =>
    expectRefused(
      fc
        .tuple(fc.stringMatching(/^[a-zæøå0-9]{1,4}$/), fc.integer({ min: 3, max: 20 }))
        .map(([piece, times]) => piece.repeat(times)),
    ));

  it('rejects every doubled or tripled word', () =>
    expectRefused(
      fc.tuple(word, fc.integer({ min: 2, max: 4 }), sign).map(([text, times, end]) => text.repeat(times) + end),
    ));

  it('rejects ascending and descending runs of digits or letters', () =>
    expectRefused(
      fc
        .tuple(
          fc.constantFrom('01234567890123456789', 'abcdefghijklmnopqrstuvwxyz'),
          fc.integer({ min: 0, max: 6 }),
          fc.integer({ min: 12, max: 14 }),
          fc.boolean(),
        )
        .map(([row, from, length, isUp]) => {
          const run = row.slice(from, from + length);
          return isUp ? run : [...run].toReversed().join('');
        }),
    ));

  it('rejects every word with a year and symbols around it', () =>
    expectRefused(
      fc.tuple(word, year, sign, fc.boolean(), fc.boolean()).map(([text, when, end, isFirst, isCapital]) => {
        const name = isCapital ? capital(text) : text;
        return (isFirst ? name + when : when + name) + end;
      }),
    ));

  it('rejects personal words with anything common around them', () =>
    expectRefused(
      fc
        .tuple(
          fc.constantFrom('finnskog', 'Kongsvinger', 'nordmann', 'Tallgrunn', 'storkjøkken'),
          fc.oneof(year, fc.constantFrom('kommune', 'kari', '123456', '!!!!!!')),
          sign,
        )
        .map((parts) => parts.join('')),
    ));

  it('rejects runs along keyboard rows', () =>
    expectRefused(
      fc
        .tuple(
          fc.constantFrom('qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm'),
          fc.constantFrom('qwertyuiopå', 'asdfghjkløæ', '1234567890'),
        )
        .map(([a, b]) => a + b),
    ));

  it('accepts passphrases of five words', () =>
    fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { minLength: 5, maxLength: 7 }), async (words) =>
        expect([words, await assess(words.join(' '))]).toEqual([words, null]),
      ),
      runs,
    ));

  it('accepts random letters of the required length', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(letter, { minLength: 16, maxLength: 30 }).filter((all) => new Set(all).size > 8),
        async (all) => expect([all.join(''), await assess(all.join(''))]).toEqual([all.join(''), null]),
      ),
      runs,
    ));

  it.each([
    'en setning som er lang nok',
    'gul sykkel under broen',
    'et langt nok passord til dette',
    'a long enough password',
    'korrekt hest batteri stift',
    'xQ9!vR2#tL7m',
  ])('accepts %s', async (password) => {
    expect(await assess(password)).toBeNull();
  });

  it('takes less than two seconds for the worst case', async () => {
    await assess('warm up the dictionary');
    const began = performance.now();
    await assess('4@8({6&(0!1|$57+%2 '.repeat(14).slice(0, 256));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
