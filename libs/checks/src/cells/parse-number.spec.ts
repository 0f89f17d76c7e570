import fc from 'fast-check';
import { parseNumber } from './parse-number.ts';

const value = (text: string, decimal: ',' | '.' | null = null) => parseNumber(text, decimal).value;

describe('written numbers', () => {
  it.each([
    ['12', '12'],
    ['-3', '-3'],
    ['0007', '7'],
    ['1,5', '1.5'],
    ['1.5', '1.5'],
    [',5', '0.5'],
    ['0,123', '0.123'],
    ['1234,567', '1234.567'],
    ['1 234,50', '1234.50'],
    ['1\u00a0234', '1234'],
    ['1\u202f234\u202f567,8', '1234567.8'],
    ["1'234.5", '1234.5'],
    ['1.234.567', '1234567'],
    ['1,234,567.8', '1234567.8'],
    ['1.234,50', '1234.50'],
    ['kr 1 200,-', '1200'],
    ['NOK 12,50', '12.50'],
    ['12,50 kr', '12.50'],
    ['-kr 100', '-100'],
    ['(1 200)', '-1200'],
    ['1 200-', '-1200'],
    ['−45', '-45'],
    ['–45,5', '-45.5'],
    ["'2", '2'],
    ['12\u200b', '12'],
    ['\ufeff1 234', '1234'],
    ['1,5E+3', '1500'],
    ['2E-2', '0.02'],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));

  it.each(['ca 20', '12 stk', '-', 'abc', '1,2,3', '12 34', '1.2.3', '--5', '.'])('returns null for %s', (text) => {
    expect(parseNumber(text, null)).toMatchObject({ value: null, notes: ['not-a-number'] });
  });

  it('reports an ambiguous number', () => {
    expect(parseNumber('1.234', null)).toMatchObject({ ambiguous: true, value: '1234', other: '1.234' });
    expect(parseNumber('1,234', null)).toMatchObject({ ambiguous: true, value: '1.234', other: '1234' });
    expect(parseNumber('1.234', '.')).toMatchObject({ value: '1.234', other: null });
    expect(parseNumber('1.234', ',')).toMatchObject({ value: '1234', other: null });
  });

  it('notes what it removed', () => {
    expect(parseNumber('kr 1 200,-', null).notes).toEqual(['currency-text', 'spaces']);
    expect(parseNumber('€ 12', null).notes).toEqual(['foreign-currency']);
    expect(parseNumber('(12)', null).notes).toEqual(['parentheses']);
    expect(parseNumber('12-', null).notes).toEqual(['trailing-minus']);
    expect(parseNumber('ca 20', null).other).toBe('20');
  });

  it.each([
    ['ca 20', '20'],
    ['12 stk', '12'],
    ['1 000 stk', '1000'],
    ['2,5 kg', '2.5'],
    ['ca. 1.234,50', '1234.50'],
    ['ca -3', '-3'],
    ['5 CR', '-5'],
    ['600,00 kredit', '-600.00'],
    ['1/2', null],
    ['2+1', null],
    ['12 kg (3 pk)', null],
    ['12 34', null],
    ['1.2.3', null],
    ['ca 1.234', null],
    ['½', null],
    ['-', null],
  ])('suggests for %s %s, and nothing ambiguous', (text, other) =>
    expect(parseNumber(text, null)).toMatchObject({ value: null, other }),
  );

  it('reads all numbers that a Norwegian spreadsheet writes', () => {
    const norwegian = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        expect(Number(value(norwegian.format(cents / 100), ','))).toBe(cents / 100);
      }),
    );
  });

  it('never throws, and returns decimal text or null', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value: read } = parseNumber(text, null);
        expect(read === null || /^-?\d+(\.\d+)?$/.test(read)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
