import fc from 'fast-check';
import { numberText } from './number-text.ts';
import { parseNumberFormat } from './read-styles.ts';
import { isoCellDate, serialDate } from './serial-date.ts';

describe('stored numbers of workbooks', () => {
  it.each([
    ['42', '42'],
    ['42.0', '42'],
    ['-0', '0'],
    ['0.30000000000000004', '0.3'],
    ['1250.4999999999999', '1250.5'],
    ['99999999999999.995', '100000000000000'],
    ['-9.9999999999999996E-2', '-0.1'],
    ['1E3', '1000'],
    ['1.5e-7', '0.00000015'],
    ['7.038010001239E+12', '7038010001239'],
    ['7038010001239', '7038010001239'],
    ['70380100012391234567', '70380100012391234567'],
    ['1.2345678901234567E+20', '123456789012346000000'],
    ['.5', '0.5'],
    [' 12 ', '12'],
  ])('%s is %s', (raw, text) => {
    expect(numberText(raw)).toBe(text);
  });

  it.each(['', '-', '.', '1,5', 'abc', '1E9999', '1e500', 'NaN', 'Infinity'])('returns null for %j', (raw) => {
    expect(numberText(raw)).toBeNull();
  });

  it('returns any double with 15 digits, at most one off in the last', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        const shown = Number(value.toPrecision(15));
        const text = numberText(String(value))!;
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(Math.abs(Number(text) - shown)).toBeLessThanOrEqual(Math.abs(shown) * 1.1e-14);
      }),
      { numRuns: 1000 },
    );
  });

  it('never changes numbers with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ore) => Number(numberText(String(ore / 100))) === ore / 100),
    );
  });
});

describe('stored dates of workbooks', () => {
  it.each([
    ['45748', false, '2025-04-01'],
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['60', false, '1900-02-29'],
    ['61', false, '1900-03-01'],
    ['0', true, '1904-01-01'],
    ['44286', true, '2025-04-01'],
    ['45748.5', false, '2025-04-01T12:00:00'],
    ['45748.999999999', false, '2025-04-02'],
    ['45748.354166666664', false, '2025-04-01T08:30:00'],
    ['0.5729166666', false, '13:45:00'],
    ['2958465', false, '9999-12-31'],
  ])('serial %s (1904: %s) is %s', (serial, date1904, date) => {
    expect(serialDate(serial, date1904)).toBe(date);
  });

  it("has no dates outside Excel's calendar", () => {
    expect(serialDate('-1', false)).toBeNull();
    expect(serialDate('2958466', false)).toBeNull();
  });

  it('has two systems 1,462 days apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_900_000 }),
        (day) => serialDate(String(day + 1462), false) === serialDate(String(day), true),
      ),
    );
  });

  it.each([
    ['2025-04-01', '2025-04-01'],
    ['2025-04-01T00:00:00.000', '2025-04-01'],
    ['2025-04-01T08:30', '2025-04-01T08:30:00'],
    ['2025-04-01T08:30:15Z', '2025-04-01T08:30:15'],
    ['april', null],
  ])('ISO cell %s is %s', (text, date) => {
    expect(isoCellDate(text)).toBe(date);
  });

  it.each([
    'dd.mm.yyyy',
    'yyyy-mm-dd;@',
    '[$-414]d. mmmm yyyy',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'hh:mm',
    'm/d/yy',
  ])('recognises %s as a date format', (code) => {
    expect(parseNumberFormat(code).kind).toBe('date');
  });

  it.each([
    'General',
    '0.00',
    '#,##0.00 "kr. pr. måned"',
    '[Red]-#,##0',
    '[h]:mm:ss',
    '0.00E+00',
    '#,##0\\ "stk"',
    '_-* #,##0.00_-;-* #,##0.00_-',
  ])('does not take %s for a date format', (code) => {
    expect(parseNumberFormat(code).kind).toBe('plain');
  });

  it('recognises leading zeros and percentages', () => {
    expect(parseNumberFormat('00000')).toEqual({ kind: 'zeros', digits: 5 });
    expect(parseNumberFormat('0.0%')).toEqual({ kind: 'percent', decimals: 1 });
  });
});
