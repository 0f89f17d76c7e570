import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  isDecimal,
  multiply,
  negate,
  normalise,
  round,
  scaled,
  scaledSafe,
  subtract,
  sum,
  unscaled,
} from './decimal.ts';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => unscaled(units, scale));

describe('exact decimals', () => {
  it('adds decimals that floats cannot represent', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(sum(['1531.8484', '-0.0484'])).toBe('1531.8000');
    expect(multiply('102123.23', '0.015')).toBe('1531.84845');
  });

  it.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['2.3449999', 2, '2.34'],
    ['7', 3, '7.000'],
    ['-0.004', 2, '0.00'],
  ])('rounds %s to %i decimals half away from zero: %s', (text, scale, expected) => {
    expect(round(text, scale)).toBe(expected);
  });

  it('divides and rounds', () => {
    expect(divide('1', '3', 6)).toBe('0.333333');
    expect(divide('-2', '3', 2)).toBe('-0.67');
    expect(divide('1000', '0.004', 0)).toBe('250000');
    expect(() => divide('1', '0.00', 2)).toThrow(RangeError);
  });

  it('distinguishes a decimal from other text', () => {
    for (const text of ['1', '-1.5', '.5', '1.', '+07']) expect(isDecimal(text)).toBe(true);
    for (const text of ['', '-', '.', '1,5', '1e3', '1 000', 'NaN', '0x1']) expect(isDecimal(text)).toBe(false);
    expect(() => add('1,5', '1')).toThrow(RangeError);
  });

  it('normalises', () => {
    expect(['+07', '1.50', '-0.0', '100', '.5', '10.00'].map(normalise)).toEqual(['7', '1.5', '0', '100', '0.5', '10']);
  });

  it('a + b - b is a, and the order does not matter', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(add(a, b)).toBe(add(b, a));
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(negate(negate(a)), a)).toBe(0);
      }),
    );
  });

  it('rounding moves a value by at most half a unit', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 6 }), (text, scale) => {
        const off = subtract(round(text, scale), text).replace('-', '');
        expect(compare(multiply(off, '2'), unscaled(1, scale))).not.toBe(1);
      }),
    );
  });

  it('returns the exact result from the fast path whenever it returns one', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 6 }), (text, scale) => {
        const fast = scaledSafe(text, scale);
        if (fast !== null) expect(BigInt(fast)).toBe(scaled(text, scale));
      }),
    );
    expect(scaledSafe('1234.5', 2)).toBe(123450);
    expect(scaledSafe('-0.00', 2)).toBe(0);
    expect(scaledSafe('1.239', 2)).toBeNull();
    expect(scaledSafe('12345678901234567', 0)).toBeNull();
    expect(scaledSafe('1,5', 2)).toBeNull();
    expect(scaledSafe('', 2)).toBeNull();
    expect(scaledSafe('0000000000000000000012.5', 1)).toBe(125);
  });
});
