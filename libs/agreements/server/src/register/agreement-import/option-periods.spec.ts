import fc from 'fast-check';
import { readOptionPeriods } from './option-periods.ts';

const months = (text: string) => readOptionPeriods(text);

describe('readOptionPeriods', () => {
  it.each([
    ['Ja, 1+1 år', [12, 12]],
    ['1 x 24 mnd', [24]],
    ['2x1 år', [12, 12]],
    ['1+1', [12, 12]],
    ['2 år', [24]],
    ['Opsjon: 1 + 1 + 1 år', [12, 12, 12]],
    ['to ganger ett år', [12, 12]],
    ['ett år + ett år', [12, 12]],
    ['eitt år pluss eitt år', [12, 12]],
    ['Opsjon på 2 × 12 måneder', [12, 12]],
    ['12+12', [12, 12]],
    ['12 månader', [12]],
    ['1 year + 6 months', [12, 6]],
    ['option to extend 2 x 1 year', [12, 12]],
    ['Yes (1+1)', [12, 12]],
    ['3 + 3 mnd.', [3, 3]],
  ])('reads %j', (text, expected) => {
    expect(months(text)).toEqual(expected);
  });

  it.each([
    'Nei',
    'ikke 1 år',
    'inntil 2 år',
    '1 eller 2 år',
    '1,5 år',
    '1+6 mnd',
    '24',
    '7',
    'etter avtale',
    '',
    '1+',
    '+ 1 år',
    '0 år',
    '31.12.2027',
    '1 1 år',
  ])('asks about %j', (text) => {
    expect(months(text)).toBeNull();
  });

  const years = ['år', 'års', 'year', 'years'];
  const monthWords = ['mnd', 'mnd.', 'måneder', 'månader', 'months'];
  const spelled: Readonly<Record<number, readonly string[]>> = {
    1: ['ett', 'eitt', 'one'],
    2: ['to', 'two'],
    3: ['tre', 'three'],
  };
  const number = (value: number) => fc.constantFrom(String(value), ...(spelled[value] ?? []));
  const term = fc
    .record({
      count: fc.integer({ min: 1, max: 3 }),
      length: fc.integer({ min: 1, max: 4 }),
      isYears: fc.boolean(),
      writesCount: fc.boolean(),
    })
    .chain(({ count, length, isYears, writesCount }) =>
      fc
        .tuple(
          number(count),
          fc.constantFrom('x', ' x ', ' × ', ' ganger '),
          number(isYears ? length : length * 6),
          fc.constantFrom(...(isYears ? years : monthWords)),
        )
        .map(([times, sign, size, unit]) => ({
          text:
            count === 1 && !writesCount
              ? `${size} ${unit}`
              : `${times}${/\d/.test(times + size) && sign === 'x' ? ' x ' : sign === 'x' ? ' x ' : sign}${size} ${unit}`,
          months: Array.from({ length: count }, () => length * (isYears ? 12 : 6)),
        })),
    );
  const whole = fc
    .tuple(
      fc.constantFrom('', 'Ja, ', 'Opsjon på ', 'OPSJON: ', 'yes '),
      fc.array(term, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('+', ' + ', ' og ', ' and '),
      fc.constantFrom('', '.', ' '),
    )
    .filter(([, terms]) => terms.flatMap((each) => each.months).length <= 10);

  it('reads every sum of products in any spelling', () => {
    fc.assert(
      fc.property(whole, ([before, terms, plus, after]) => {
        const text = `${before}${terms.map((each) => each.text).join(plus)}${after}`;
        expect(months(text)).toEqual(terms.flatMap((each) => each.months));
        expect(months(text.toUpperCase())).toEqual(terms.flatMap((each) => each.months));
      }),
    );
  });

  it('never reads a text with an unknown term', () => {
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom('inntil', 'ikke', 'eller', 'maks', 'til 2030', 'minst'),
        ([before, terms, plus], word) => {
          expect(months(`${before}${word} ${terms.map((each) => each.text).join(plus)}`)).toBeNull();
        },
      ),
    );
  });
});
