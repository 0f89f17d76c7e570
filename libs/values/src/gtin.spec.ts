import fc from 'fast-check';
import { Gtin } from './gtin.ts';

describe('GTIN', () => {
  it.each([
    ['7038010001239', '07038010001239'],
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['10614141000415', '10614141000415'],
    ['7038010001239.0', '07038010001239'],
    ['7 038010 001239', '07038010001239'],
  ])('accepts %s', (text, gtin14) => {
    expect(Gtin.parse(text)).toMatchObject({ ok: true, gtin14 });
  });

  it.each([
    ['', 'empty'],
    ['7038010001234', 'check-digit'],
    ['1234567890123', 'check-digit'],
    ['7,03E+12', 'lost-precision'],
    ['703801', 'length'],
    ['70380100012AB', 'not-digits'],
    ['0000000000000', 'placeholder'],
  ])('rejects %j: %s', (text, problem) => {
    expect(Gtin.parse(text)).toMatchObject({ ok: false, problem });
  });

  it('detects each single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const right = '7038010001239';
        const wrong = right.slice(0, place) + ((Number(right[place]) + shift) % 10) + right.slice(place + 1);
        expect(Gtin.hasCheckDigit(wrong)).toBe(false);
      }),
    );
  });
});
